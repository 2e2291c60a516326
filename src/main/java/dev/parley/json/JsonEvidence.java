package dev.parley.json;

import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Interval;
import dev.parley.evidence.Source;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;

/** Who says so, and whether it can be true, as JSON. */
final class JsonEvidence {
  private JsonEvidence() {}

  static final JsonShape<Source> SOURCE =
      JsonShape.<Source>of("source", "Who reports something.")
          .text("id", "its identifier", Source::id)
          .constant("kind", "what it is", Source.Kind.class, Source::kind)
          .textIf("speaks-for", "the actor that it speaks for", Source::speaksFor)
          .textIf("speaker", "who speaks", Source::speaker)
          .flag("anonymous", "whether the speaker asked not to be named", Source::anonymous)
          .textIf("name", "its name or title", Source::name)
          .textIf("via", "by way of which outlet", Source::via)
          .dateIf("on", "when it was published", Source::on)
          .textIf("where", "where it is found", Source::where)
          .build();

  static final JsonShape<Claim> CLAIM =
      JsonShape.<Claim>of("claim", "An answer to a question of fact, by somebody.")
          .text("about", "the question", Claim::about)
          .text("says", "the answer", Claim::says)
          .text("source", "who says so", claim -> claim.source().id())
          .date("on", "when", Claim::on)
          .textIf("concerning", "whom it concerns", Claim::concerning)
          .build();

  private static final JsonShape<Contest.Collision> COLLISION =
      JsonShape.<Contest.Collision>of("collision", "Two claims that cannot both be true.")
          .one("one", "the one", CLAIM, Contest.Collision::one)
          .one("other", "the other", CLAIM, Contest.Collision::other)
          .build();

  static final JsonShape<Contest> CONTEST =
      JsonShape.<Contest>of("contest", "Claims that cannot all be true.")
          .text("about", "the question", Contest::about)
          .list("claims", "all answers", CLAIM, Contest::claims)
          .list("collisions", "which two cannot both be true", COLLISION, Contest::collisions)
          .build();

  private static final JsonShape<Interval> INTERVAL =
      JsonShape.<Interval>of("interval", "All that a number can be.")
          .numberIf("low", "the least, or its lower bound", Interval::low)
          .numberIf("high", "the most, or its upper bound", Interval::high)
          .text("text", "the same, with whether the bounds belong to it", i -> i)
          .build();

  static final JsonShape<Reconciliation> RECONCILIATION =
      JsonShape.<Reconciliation>of("reconciliation", "Whether the figures of an account add up.")
          .text("account", "the account", r -> r.account().name())
          .text("unit", "what is counted", r -> r.account().unit())
          .constant(
              "verdict", "whether they do", Reconciliation.Verdict.class, Reconciliation::verdict)
          .text("text", "the same in words", Reconciliation::describe)
          .text("whole-label", "which figure is the whole", r -> r.account().wholeLabel())
          .map("figures", "the figures as reported, by label", JsonType.TEXT, JsonEvidence::figures)
          .map(
              "sources",
              "who reports a figure, by label",
              JsonType.TEXT,
              r -> r.account().sources())
          .one("whole", "what the whole can be", INTERVAL, Reconciliation::whole)
          .one("sum", "what the parts can add up to", INTERVAL, Reconciliation::sum)
          .numberIf("gap", "how far the two are apart", Reconciliation::gap)
          .constantIf(
              "larger", "which is larger", Reconciliation.Side.class, Reconciliation::larger)
          .texts("missing", "the labels without a figure", Reconciliation::missing)
          .texts(
              "lacking-tolerance",
              "the labels with about, where nobody says how far",
              Reconciliation::lackingTolerance)
          .numberIf(
              "tolerance-percent",
              "within how many per cent about is read",
              r -> r.tolerance().map(t -> t.percent()))
          .build();

  private static ImmutableMap<String, Figure> figures(Reconciliation result) {
    return ImmutableMap.<String, Figure>builder()
        .put(result.account().wholeLabel(), result.account().whole())
        .putAll(result.account().parts())
        .buildOrThrow();
  }
}
