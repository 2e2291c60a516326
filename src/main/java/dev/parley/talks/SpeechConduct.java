package dev.parley.talks;

/** How things are said, and happen outside: under no law, and without effect on a position. */
class SpeechConduct implements Conduct<Act> {
  /** Whoever is pressed is on the agenda. */
  static final class Press implements Conduct<Exogenous.Press> {
    @Override
    public void refers(Situation s, Move move, Exogenous.Press act, Breaches breaches) {
      act.on().forEach(party -> Judgement.knows(s, party, breaches));
    }
  }

  /** Who is accused must be somebody on the agenda. */
  static final class Accuse implements Conduct<Communicative.Accuse> {
    @Override
    public void refers(Situation s, Move move, Communicative.Accuse act, Breaches breaches) {
      Judgement.knows(s, act.of(), breaches);
    }
  }
}
