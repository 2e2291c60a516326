package dev.parley.talks;

/** A closed round: where it started, and which entry closed it. */
record Round(int number, Start start, int to) {
  /** Where a round starts, and how many entries there are then. */
  record Start(Juncture juncture, int from) {}
}
