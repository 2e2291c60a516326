package dev.parley.report;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.talks.Act;
import dev.parley.talks.Communicative;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.time.LocalDate;

/** A record whose every text tries to be more than text. */
public final class HostileRecord {
  public static final String SCRIPT =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
  public static final String QUOTES = "\"><b onclick='alert(3)'>${7*7} {{7*7}} <!-- ";
  public static final String HEBREW = "\u05de\u05e9\u05dc\u05d7\u05ea & \u05e9\u05dc\u05d5\u05dd";
  public static final String EMOJI =
      "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 =1+1 \u2028|_*[x](javascript:y)";

  private HostileRecord() {}

  public static Transcript transcript() {
    Agenda agenda =
        Agenda.builder()
            .principal("one", SCRIPT)
            .principal("other", HEBREW)
            .outsider("press", EMOJI)
            .issue(
                Issue.of("price", Scale.quantity("0", "10", "0.5", "<u>coins</u>"))
                    .withName(QUOTES))
            .issue(Issue.of("kind", Scale.options("<i>a</i>", EMOJI)).withName(SCRIPT))
            .build();
    Source news = Source.report("news", SCRIPT + QUOTES);
    Negotiation talks =
        Negotiation.about(agenda)
            .with(
                Move.by("one").on("2025-01-01").opensRound(SCRIPT),
                Move.by("one")
                    .from(news)
                    .saying(QUOTES)
                    .demands(GeneralDemand.of("one", "other", "price", "at least 7")),
                Move.by("other")
                    .offers(
                        Offer.of(
                            "other",
                            "one",
                            Terms.on(agenda).set("price", 3).set("kind", EMOJI).build())),
                Move.by("press").from(news).does(claim(Figure.exactly(1), news)),
                Move.by("one").does(claim(Figure.exactly(2), Source.report("x", HEBREW))),
                Move.by("other").setsDeadline("day", "2025-02-01", SCRIPT),
                Move.by("one").ties("price", Tie.Order.AFTER, "kind"),
                Move.by("other").isPartOf(EMOJI),
                Move.by("one").closesRound());
    return Transcript.builder()
        .negotiation(talks)
        .title(SCRIPT + HEBREW)
        .recordTo(LocalDate.of(2025, 1, 3))
        .addSources(news)
        .addAccounts(
            Account.builder()
                .name(SCRIPT)
                .unit(QUOTES)
                .whole(EMOJI, Figure.about(9))
                .part(HEBREW, Figure.atLeast(3))
                .part(SCRIPT, Figure.exactly(2))
                .build())
        .build();
  }

  private static Act claim(Figure figure, Source source) {
    return new Communicative.MakeClaim(Claim.of(QUOTES, Answer.of(figure), source));
  }
}
