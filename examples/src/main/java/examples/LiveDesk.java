// A news desk keeps the record of a dock strike as the wires come in, mistakes included. Source:
// invented.
package examples;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.progress.Progress;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;
import java.time.LocalDate;

/** Records what is reported, corrects it, and still knows what was known before. */
public final class LiveDesk {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("dockers", "Dockers")
          .principal("port", "Port authority")
          .mediator("envoy", "Envoy")
          .issue("pay", Scale.quantity("0", "12", "0.5", "percent"))
          .issue("crew", Scale.quantity(4, 20, "per shift"))
          .build();

  private static final Source WIRE = Source.report("wire", "the wire");
  private static final Source DOCKERS = spokesman("dockers");
  private static final Source PORT = spokesman("port");

  private Negotiation known = Negotiation.about(AGENDA);

  private LiveDesk() {}

  private static Source spokesman(String party) {
    return Source.statementOf(party + "-says", ActorId.of(party)).withVia("the wire");
  }

  private static Offer paying(String percent) {
    return Offer.of("port", "dockers", Terms.on(AGENDA).set("pay", percent).build());
  }

  private static Claim offersMade(int number, Source source) {
    return Claim.of("offers made since May", Answer.of(Figure.exactly(number)), source);
  }

  /** Takes news in as it is, and says what there is to remark about it. */
  private EntryId enter(Move news) {
    Accepted entered = (Accepted) known.record(news);
    known = entered.negotiation();
    entered.findings().forEach(f -> System.out.println(entered.entry() + " " + f));
    return entered.entry();
  }

  private static void tell(String when, Negotiation known, int round) {
    System.out.println(when + ": round " + round + " " + known.round(round).describe());
    known.round(round).steps().forEach(step -> System.out.println("   " + step.describe()));
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    LiveDesk desk = new LiveDesk();
    desk.enter(Move.by("envoy").on("2024-05-02").from(WIRE).opensRound());
    desk.enter(
        Move.by("dockers")
            .on("2024-05-02")
            .from(DOCKERS)
            .demands(GeneralDemand.of("dockers", "port", "pay", "at least 8")));
    desk.enter(Move.by("port").on("2024-05-03").from(PORT).offers(paying("3")));
    desk.enter(Move.by("envoy").on("2024-05-03").from(WIRE).closesRound());
    tell("3 May", desk.known, 1);

    desk.enter(Move.by("envoy").on("2024-05-10").from(WIRE).opensRound());
    EntryId offer = desk.enter(Move.by("port").on("2024-05-10").from(WIRE).offers(paying("6")));
    desk.enter(
        Move.by("port").on("2024-05-11").from(DOCKERS).saying("they cut shifts").hardens("crew"));
    desk.enter(Move.by("dockers").on("2024-05-11").from(DOCKERS).claims(offersMade(1, DOCKERS)));
    desk.enter(Move.by("port").on("2024-05-11").from(PORT).claims(offersMade(3, PORT)));
    EntryId closed = desk.enter(Move.by("envoy").on("2024-05-11").from(WIRE).closesRound());
    tell("11 May", desk.known, 2);
    desk.known.contests().forEach(c -> System.out.println("   " + c.describe(ActorId::text)));

    // The wire corrects itself the next morning: four per cent, not six.
    desk.known =
        desk.known
            .correct(
                offer,
                Move.by("port").on("2024-05-10").from(WIRE).offers(paying("4")),
                Note.of("2024-05-12", "the wire: a misreading of notes"))
            .orThrow();
    tell("12 May", desk.known, 2);
    tell("as known at " + closed, desk.known.asKnownAt(closed), 2);

    desk.known
        .observe(LocalDate.of(2024, 6, 20))
        .forEach(o -> System.out.println("20 June: " + o.message()));
    if (desk.known.round(2).progress() != Progress.MOVED
        || desk.known.round(2).equals(desk.known.asKnownAt(closed).round(2))
        || desk.known.contests().size() != 1) {
      throw new AssertionError(desk.known.round(2));
    }
  }
}
