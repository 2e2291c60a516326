// A union and a theatre try out moves, read why one is refused, and take the way out. Source:
// invented.
package examples;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.When;
import dev.parley.rules.Rules;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Mover;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Refusal;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;

/** Tries moves on a negotiation, which a refusal leaves as it was. */
public final class WhatIf {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("actors", "Actors")
          .principal("theatre", "Theatre")
          .issue("fee", Scale.quantity("100", "200", "5", "euros a night"))
          .issue("nights", Scale.quantity(20, 60, "nights"))
          .delegation(
              Delegation.builder()
                  .id(DelegationId.of("agent"))
                  .party(ActorId.of("actors"))
                  .name("the agent")
                  .level(Level.SENIOR)
                  .mandate(Mandate.adReferendum())
                  .build())
          .build();

  private WhatIf() {}

  private static Offer offer(String by, long fee) {
    String to = by.equals("actors") ? "theatre" : "actors";
    return Offer.of(by, to, Terms.on(AGENDA).set("fee", fee).set("nights", 40).build());
  }

  private static Mover by(String party, String day) {
    return Move.by(party).on("2024-09-" + day);
  }

  /** Tries a move that is legal, and goes on with what comes of it. */
  private static Negotiation yes(Negotiation talks, String what, Move move) {
    Negotiation after = talks.apply(move).orThrow();
    System.out.println("yes  " + move.on() + "  " + move.by() + ": " + what);
    return after;
  }

  /** Tries a move that breaks a law, and reads why and what to do instead. */
  private static Negotiation no(Negotiation talks, String what, Law broken, Move move) {
    System.out.println("no   " + move.on() + "  " + move.by() + ": " + what);
    Outcome outcome = talks.apply(move);
    if (!(outcome instanceof Refusal refusal) || !refusal.laws().contains(broken)) {
      throw new AssertionError(outcome);
    }
    refusal.message().lines().forEach(line -> System.out.println("     " + line));
    return outcome.negotiation();
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Offer low = offer("theatre", 120);
    Negotiation talks =
        Negotiation.about(AGENDA, RuleBook.DEFAULT.and(Rules.concessionSize("fee", "10")))
            .with(
                by("theatre", "02").opensRound(),
                by("theatre", "02").offers(low),
                by("actors", "02").counters(low, offer("actors", 180)));

    // A step that is too small for the rule that both have agreed to keep.
    talks = no(talks, "125", Law.RULE_BOOK, by("theatre", "03").offers(offer("theatre", 125)));
    Offer fair = offer("theatre", 150).withExpiry(When.parse("2024-09-10"));
    talks = yes(talks, "150 until 10 September", by("theatre", "03").offers(fair));

    // What was answered is gone, and an agent cannot bind beyond its mandate.
    talks = no(talks, "120 after all", Law.OFFER_STANDS, by("actors", "04").accepts(low));
    talks = no(talks, "150", Law.WITHIN_MANDATE, by("actors", "05").through("agent").accepts(fair));
    talks =
        yes(
            talks,
            "150 subject to confirmation",
            by("actors", "05").through("agent").acceptsAdReferendum(fair));

    // Too late, and then in time: the refusal has changed nothing.
    talks = no(talks, "150, confirmed", Law.NOT_LAPSED, by("actors", "11").accepts(fair));
    talks = yes(talks, "150, confirmed", by("actors", "09").accepts(fair));
    System.out.println(talks.situation().stage() + ": " + talks.situation().closed());

    if (talks.situation().stage() != Stage.CONCLUDED || talks.chronicle().size() != 6) {
      throw new AssertionError(talks);
    }
  }
}
