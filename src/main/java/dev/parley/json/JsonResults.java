package dev.parley.json;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Gap;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.RoundVerdict.Difference;
import dev.parley.progress.RoundVerdict.Remark;
import dev.parley.progress.Settled;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.report.Summary;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.report.words.Names;
import dev.parley.talks.Finding;
import dev.parley.talks.Law;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Observation;
import dev.parley.talks.Refusal;
import dev.parley.talks.Refusal.Breach;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is measured and found, as JSON. */
final class JsonResults {
  private JsonResults() {}

  static final JsonShape<Settled> SETTLED =
      JsonShape.<Settled>of("settled", "An issue that two have settled.")
          .text("issue", "which issue", Settled::issue)
          .ids("between", "between whom", s -> ImmutableSet.of(s.one(), s.other()))
          .one("value", "what was settled", JsonValues.VALUE, Settled::value)
          .build();

  static final JsonShape<Step> STEP =
      JsonShape.<Step>of("step", "What a party did on one issue towards one counterpart.")
          .text("party", "who", Step::party)
          .textIf("issue", "on which issue, where somebody says so", Step::issue)
          .textIf("toward", "towards whom, where somebody says so", Step::toward)
          .constant("kind", "the kind of step", StepKind.class, Step::kind)
          .oneOr(
              "size",
              "how far it moved towards the counterpart, in the unit",
              JsonType.NUMBER,
              Step::size,
              JsonResults::whySizeUnknown)
          .text("unit", "the unit, or empty", Step::unit)
          .numberIf("share", "the size as a share of the distance before, 0 to 1", Step::share)
          .oneIf("before", "the position before", JsonValues.REGION, Step::before)
          .oneIf(
              "opening",
              "the first position, where none stood before",
              JsonValues.REGION,
              Step::opening)
          .oneIf("after", "the position after", JsonValues.REGION, Step::after)
          .textIf("words", "what it says in words only, where there is no region", Step::words)
          .entries(
              "last-figure",
              "where no figure stood before: the entry of the last, then those in words since",
              Step::lastFigure)
          .oneIf("theirs", "what it is measured against", JsonValues.REGION, Step::theirs)
          .flag("tentative", "whether it rests on more than the party's word", Step::tentative)
          .constants("marks", "on what it rests", Position.Mark.class, Step::marks)
          .entries("entries", "the entries that it rests on", Step::entries)
          .entries("reversals", "the entries that went the other way", Step::reversals)
          .build();

  private static String whySizeUnknown(Step step) {
    if (step.issue().isEmpty()) {
      return "nobody reported on which issue";
    }
    if (step.after().isEmpty()) {
      return "no figure was reported";
    }
    return step.theirs().isEmpty()
        ? "the counterpart has no position to measure against"
        : step.before().isEmpty()
            ? "there was no position before"
            : "this kind of step has no size";
  }

  private static final JsonShape<Difference> DIFFERENCE =
      JsonShape.<Difference>of("difference", "What the verdict would be if allegations were true.")
          .entries("allegations", "the entries that allege it", Difference::allegations)
          .constant("progress", "the verdict then", Progress.class, Difference::progress)
          .build();

  private static final JsonShape<Remark> REMARK =
      JsonShape.<Remark>of("remark", "What else is to be seen in a round.")
          .constant("kind", "what", Remark.Kind.class, Remark::kind)
          .text("party", "of whom", Remark::party)
          .text("issue", "on which issue", Remark::issue)
          .entries("entries", "the entries that it rests on", Remark::entries)
          .build();

  static final JsonShape<RoundVerdict> VERDICT =
      JsonShape.<RoundVerdict>of("round-verdict", "Whether a round moved or stalled.")
          .integer("round", "which round", RoundVerdict::round)
          .constant("progress", "the verdict, as attested", Progress.class, RoundVerdict::progress)
          .flag(
              "ad-referendum",
              "whether it moved by nothing but what is still to be confirmed",
              RoundVerdict::isAdReferendum)
          .constantIf(
              "as-alleged",
              "the verdict if all allegations were true, where it is another",
              Progress.class,
              RoundVerdict::asAlleged)
          .text("text", "the verdict in words", RoundVerdict::describe)
          .list(
              "differences",
              "which allegations would change it",
              DIFFERENCE,
              RoundVerdict::differences)
          .list("steps", "the steps that it rests on", STEP, RoundVerdict::steps)
          .ids(
              "unreported",
              "the open issues of which nothing is reported",
              RoundVerdict::unreported)
          .list("settled", "what was settled in it", SETTLED, RoundVerdict::settled)
          .list("unsettled", "what was settled no more after it", SETTLED, RoundVerdict::unsettled)
          .integer("open-before", "how many issues were open before", RoundVerdict::openBefore)
          .integer("open-after", "how many are after it", RoundVerdict::openAfter)
          .list("remarks", "what else is to be seen in it", REMARK, RoundVerdict::remarks)
          .build();

  static final JsonShape<Gap> GAP =
      JsonShape.<Gap>of("gap", "How far two principals are apart on an issue.")
          .text("issue", "on which issue", Gap::issue)
          .text("one", "the one", Gap::one)
          .oneIf("its", "its position", JsonValues.REGION, Gap::its)
          .text("other", "the other", Gap::other)
          .oneIf("theirs", "the other's position", JsonValues.REGION, Gap::theirs)
          .oneOr("size", "the distance", JsonType.NUMBER, Gap::size, JsonResults::whyGapUnknown)
          .onlyIf(
              "unit",
              "the unit, where a position has a figure",
              JsonType.TEXT,
              gap -> gap.its().or(gap::theirs).map(r -> r.scale().unit()))
          .build();

  private static String whyGapUnknown(Gap gap) {
    List<ActorId> without = new ArrayList<>();
    if (gap.its().isEmpty()) {
      without.add(gap.one());
    }
    if (gap.theirs().isEmpty()) {
      without.add(gap.other());
    }
    return "no figure on record of " + Names.all(without.stream().map(ActorId::text).toList());
  }

  private static final JsonShape<Breach> BREACH =
      JsonShape.<Breach>of("breach", "A law that a move would break.")
          .constant("law", "which law", Law.class, Breach::law)
          .text("code", "its name, or that of the rule", Breach::code)
          .text("message", "why", Breach::message)
          .text("way-out", "what would be legal", Breach::wayOut)
          .build();

  static final JsonShape<Refusal> REFUSAL =
      JsonShape.<Refusal>of("refusal", "A move that is not legal, with every law that it breaks.")
          .one(
              "move",
              "the move",
              JsonActs.MOVE,
              r -> new JsonActs.Seen(r.move(), r.negotiation().agenda()))
          .list("breaches", "the laws that it breaks", BREACH, Refusal::breaches)
          .build();

  static final JsonShape<Rejudgement> REJUDGEMENT =
      JsonShape.<Rejudgement>of("rejudgement", "An entry that the rules would refuse.")
          .entry("entry", "which entry", Rejudgement::entry)
          .including(REFUSAL, Rejudgement::refusal)
          .build();

  static final JsonShape<Iterable<Rejudgement>> REJUDGEMENTS =
      JsonShape.<Iterable<Rejudgement>>of("rejudgements", "Where a record and the rules differ.")
          .list("rejudged", "the entries that the rules would refuse", REJUDGEMENT, all -> all)
          .build();

  static final JsonShape<Observation> OBSERVATION =
      JsonShape.<Observation>of("observation", "What is seen at a date.")
          .constant("kind", "what", Observation.Kind.class, Observation::kind)
          .text("about", "of what", Observation::about)
          .numberIf("days", "how many days it takes or took", JsonResults::days)
          .text("message", "the same in words", Observation::message)
          .entries("entries", "the entries that it rests on", Observation::entries)
          .build();

  private static Optional<BigDecimal> days(Observation seen) {
    return seen.days().isPresent()
        ? Optional.of(BigDecimal.valueOf(seen.days().getAsLong()))
        : Optional.empty();
  }

  static final JsonShape<Finding> FINDING =
      JsonShape.<Finding>of("finding", "What a rule has to say of an entry.")
          .text("rule", "which rule", Finding::rule)
          .constant("severity", "how grave it is", Finding.Severity.class, Finding::severity)
          .text("message", "what", Finding::message)
          .text("hint", "what would be in order", Finding::hint)
          .build();

  private static final JsonShape<Summary.Sentence> SENTENCE =
      JsonShape.<Summary.Sentence>of("sentence", "A sentence on where talks stand.")
          .constant("topic", "what it is about", Summary.Topic.class, Summary.Sentence::topic)
          .text("text", "the sentence", Summary.Sentence::text)
          .integers(
              "entries",
              "the entries that it rests on",
              s -> s.entries().stream().map(EntryId::number).toList())
          .build();

  static final JsonShape<Summary> SUMMARY =
      JsonShape.<Summary>of("summary", "Where talks stand, sentence by sentence.")
          .list("summary", "the sentences", SENTENCE, Summary::sentences)
          .build();
}
