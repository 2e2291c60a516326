package dev.parley.talks;

/** A closed round: where it started, and which entry closed it. */
record Round(int number, Start start, int to) {
  /**
   * Where a round starts: the situation, what the rules remember, and how many entries there are.
   */
  record Start(Situation situation, Memories memories, int from) {}
}
