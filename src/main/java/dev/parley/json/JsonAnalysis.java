package dev.parley.json;

import dev.parley.analysis.Analysis;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.Commitment;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Concession;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.Packages.Clash;
import dev.parley.analysis.Packages.Unknown;
import dev.parley.analysis.SmallestSets;
import dev.parley.analysis.Zone;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Source;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.util.Collection;
import java.util.Objects;

/** What stands in the way of a deal, and what would close it, as JSON. */
final class JsonAnalysis {
  private JsonAnalysis() {}

  private static final JsonShape<Zone.AtRound> REACHED =
      JsonShape.<Zone.AtRound>of("zone-then", "How far two were apart after a round.")
          .integer("round", "which round", Zone.AtRound::round)
          .oneOr(
              "distance",
              "the distance",
              JsonType.NUMBER,
              Zone.AtRound::distance,
              r -> "a position was not stated then")
          .build();

  private static final JsonShape<Zone> ZONE =
      JsonShape.<Zone>of("zone", "Where two principals could meet on an issue.")
          .including(JsonResults.GAP, Zone::gap)
          .constant("stated", "whether the stated regions meet", Zone.Verdict.class, Zone::stated)
          .numberIf("share", "the gap as a share of the scale, 0 to 1", Zone::share)
          .oneIf("meeting", "the values that both would take", JsonValues.REGION, Zone::meeting)
          .constant(
              "reserved",
              "whether the private bottom lines meet, where they are given",
              Zone.Verdict.class,
              Zone::reserved)
          .list("history", "how far they were apart after each round", REACHED, Zone::history)
          .entries("entries", "the entries that it rests on", Zone::entries)
          .build();

  private static final JsonShape<Statement> STATEMENT =
      JsonShape.<Statement>of("statement", "Who said that a commitment waits.")
          .entry("entry", "in which entry", Statement::entry)
          .date("since", "since when", Statement::since)
          .constant("attribution", "on whose word", Attribution.class, Statement::attribution)
          .textIf("source", "who reports it", s -> s.source().map(Source::id))
          .build();

  private static final JsonShape<Precondition> PRECONDITION =
      JsonShape.<Precondition>of("precondition", "What a commitment waits for.")
          .text("on", "the commitment that it waits for", Precondition::on)
          .constant("order", "when that must come", Tie.Order.class, Precondition::order)
          .list("words", "who said so", STATEMENT, Precondition::words)
          .build();

  /** A commitment, and what it waits for: any one of several sets. */
  private record Waiting(
      Commitment commitment, Collection<? extends Iterable<Precondition>> alternatives) {}

  private static final JsonShape<Iterable<Precondition>> ALL =
      JsonShape.<Iterable<Precondition>>of("all", "What must come together.")
          .list("all", "all of it", PRECONDITION, all -> all)
          .build();

  private static final JsonShape<Waiting> WAITING =
      JsonShape.<Waiting>of("commitment", "A commitment, and what it waits for.")
          .text("name", "its name", w -> w.commitment().name())
          .text("by", "whose", w -> w.commitment().by())
          .textIf("issue", "on which issue", w -> w.commitment().issue())
          .list("alternatives", "what it waits for: any of these", ALL, Waiting::alternatives)
          .build();

  private static final JsonShape<Iterable<String>> AT_ONCE =
      JsonShape.<Iterable<String>>of("at-once", "Commitments that can be made at once.")
          .texts("at-once", "their names", names -> names)
          .build();

  private static final JsonShape<Ring.Link> LINK =
      JsonShape.<Ring.Link>of("link", "A commitment in a ring, and what it waits for.")
          .text("waits", "the commitment", link -> link.commitment().name())
          .text("by", "whose", link -> link.commitment().by())
          .including(PRECONDITION, Ring.Link::precondition)
          .build();

  static final JsonShape<Linkage> LINKAGE =
      JsonShape.<Linkage>of("linkage", "Which commitments wait for which.")
          .list("commitments", "the commitments", WAITING, JsonAnalysis::waiting)
          .list("order", "an order in which they can be made", AT_ONCE, Linkage::order)
          .constant("deadlock", "why some are blocked", Linkage.Deadlock.class, Linkage::deadlock)
          .texts("blocked", "those that cannot be made", Linkage::blocked)
          .texts("dead-ends", "those that wait for what nobody can do", Linkage::deadEnds)
          .oneIf(
              "ring",
              "the shortest ring, where some wait on one another",
              JsonType.list(LINK),
              l -> l.shortestRing().map(Ring::links))
          .build();

  private static Collection<Waiting> waiting(Linkage linkage) {
    return linkage.commitments().values().stream()
        .map(c -> new Waiting(c, Objects.requireNonNull(linkage.preconditions().get(c.name()))))
        .toList();
  }

  private static final JsonShape<Iterable<String>> SET =
      JsonShape.<Iterable<String>>of("commitments", "Commitments that would do together.")
          .texts("commitments", "their names", names -> names)
          .build();

  private static final JsonShape<SmallestSets<String>> SETS =
      JsonShape.<SmallestSets<String>>of("smallest-sets", "The smallest sets that would do.")
          .list("sets", "each set", SET, SmallestSets::sets)
          .flag("complete", "whether these are all", SmallestSets::complete)
          .integer("lower-bound", "no set is smaller than this", SmallestSets::lowerBound)
          .build();

  private static final JsonShape<Concession.NewValue> NEW_VALUE =
      concession(Concession.NewValue.class, "new-value", "A party takes another value.")
          .text("issue", "on which issue", Concession.NewValue::issue)
          .one("value", "the value", JsonValues.VALUE, Concession.NewValue::value)
          .one("from", "its position", JsonValues.REGION, Concession.NewValue::from)
          .one("to", "its position then", JsonValues.REGION, Concession.NewValue::to)
          .number("distance", "how far that is, in the unit", Concession.NewValue::distance)
          .build();

  private static final JsonShape<Concession.WithoutCondition> WITHOUT_CONDITION =
      concession(
              Concession.WithoutCondition.class,
              "without-condition",
              "A party takes a value that it put under conditions.")
          .text("issue", "on which issue", Concession.WithoutCondition::issue)
          .one("value", "the value", JsonValues.VALUE, Concession.WithoutCondition::value)
          .texts("conditions", "the conditions", Concession.WithoutCondition::conditions)
          .build();

  private static final JsonShape<Concession.Relieved> RELIEVED =
      JsonShape.<Concession.Relieved>of("concession-relief", "A party waits for less.")
          .text("by", "who", Concession.Relieved::by)
          .text("kind", "what it does", r -> r.relief().kind())
          .text("commitment", "about which commitment", r -> r.relief().commitment())
          .number("size", "its size", Concession::size)
          .entries("entries", "the entries that it rests on", Concession::entries)
          .build();

  private static <C extends Concession> JsonShape.Builder<C> concession(
      @SuppressWarnings("unused") Class<C> type, String kind, String meaning) {
    return JsonShape.<C>of("concession-" + kind, meaning)
        .text("by", "who", Concession::by)
        .fixed("kind", "what it does", kind)
        .number("size", "its size", Concession::size)
        .entries("entries", "the entries that it rests on", Concession::entries);
  }

  private static final JsonType<Concession> CONCESSION =
      JsonType.<Concession>cases()
          .with(Concession.NewValue.class, NEW_VALUE)
          .with(Concession.WithoutCondition.class, WITHOUT_CONDITION)
          .with(Concession.Relieved.class, RELIEVED);

  private static final JsonShape<ClosingPackage.Balance> BALANCE =
      JsonShape.<ClosingPackage.Balance>of("balance", "What a party gives and gets.")
          .text("party", "who", ClosingPackage.Balance::party)
          .number("gives", "the sum of its concessions", ClosingPackage.Balance::gives)
          .number("gets", "the sum of those of the others", ClosingPackage.Balance::gets)
          .build();

  private static final JsonShape<ClosingPackage> CLOSING =
      JsonShape.<ClosingPackage>of("closing-package", "A package that would close the deal.")
          .oneIf("terms", "its values, by issue", JsonValues.TERMS, ClosingPackage::terms)
          .number("largest", "its largest concession", ClosingPackage::largest)
          .number("total", "the sum of its concessions", ClosingPackage::total)
          .list("concessions", "who gives what", CONCESSION, ClosingPackage::concessions)
          .list("balances", "what each gives and gets", BALANCE, ClosingPackage::balances)
          .build();

  private static final JsonShape<Clash> CLASH =
      JsonShape.<Clash>of("clash", "Demands of which no value meets all.")
          .text("issue", "on which issue", Clash::issue)
          .list("demands", "the demands", JsonValues.DEMAND, Clash::demands)
          .entries("entries", "the entries that raise them", Clash::entries)
          .build();

  private static final JsonShape<Unknown> UNKNOWN =
      JsonShape.<Unknown>of("unknown", "A position that is not known.")
          .text("party", "whose", Unknown::party)
          .text("issue", "on which issue", Unknown::issue)
          .textIf("words", "its words, where there are some", Unknown::words)
          .build();

  static final JsonShape<Packages> PACKAGES =
      JsonShape.<Packages>of("packages", "What would close a deal.")
          .constant("verdict", "whether something would", Packages.Verdict.class, Packages::verdict)
          .list("first", "the packages that ask least", CLOSING, Packages::first)
          .flag("more", "whether there are more", Packages::more)
          .list("clashes", "what no package can meet", CLASH, Packages::clashes)
          .list("unknown", "what would have to be known", UNKNOWN, Packages::unknown)
          .texts("limits", "where the search was cut short", Packages::limits)
          .build();

  static final JsonShape<Analysis> ANALYSIS =
      JsonShape.<Analysis>of("analysis", "What stands in the way, and what would close it.")
          .list("zones", "where each two could meet", ZONE, Analysis::zones)
          .one("linkage", "which commitments wait for which", LINKAGE, Analysis::linkage)
          .one("waivers", "what would unblock them, if it were waived", SETS, Analysis::waivers)
          .one("exchanges", "what would, if it were done at once", SETS, Analysis::exchanges)
          .one("splits", "what would, if it were split", SETS, Analysis::splits)
          .one("packages", "what would close a deal", PACKAGES, Analysis::packages)
          .texts("limits", "where the search was cut short", Analysis::limits)
          .build();
}
