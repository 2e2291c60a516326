package dev.parley.talks;

/**
 * Where a record has led after its first so many entries. Immutable.
 *
 * @param size how many entries
 * @param juncture where the negotiation stands
 * @param rounds the rounds that are closed
 * @param roundStart where the round started that is not
 */
record Reached(int size, Juncture juncture, Log<Round> rounds, Round.Start roundStart) {
  static Reached start(Juncture juncture) {
    return new Reached(0, juncture, Log.empty(), new Round.Start(juncture, 0));
  }

  /** Returns where a move leads; an allegation, or what its actor denies, changes nothing. */
  Reached after(Chronicle.Reading reading) {
    int number = reading.id().number();
    if (!reading.attribution(juncture.situation().agenda()).counts()) {
      return at(number);
    }
    Juncture next = juncture.after(reading.move());
    if (reading.move().act().kind() == ActKind.CLOSE_ROUND && juncture.situation().roundOpen()) {
      Round.Start end = new Round.Start(next, number);
      return new Reached(
          number, next, rounds.plus(new Round(rounds.size() + 1, roundStart, end)), end);
    }
    return new Reached(number, next, rounds, roundStart);
  }

  /** Returns this after so many entries, of which the last ones changed nothing. */
  Reached at(int entries) {
    return new Reached(entries, juncture, rounds, roundStart);
  }
}
