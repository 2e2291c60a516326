package dev.parley.talks;

/** A closed round: where it started, and which entries it holds. The close is its last. */
record Round(int number, Situation start, int from, int to) {}
