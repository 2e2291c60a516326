package dev.parley.report.words;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multiset;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Clause;
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
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.When;
import dev.parley.progress.Settled;
import dev.parley.talks.Negotiation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the way of a deal, and what would close it, in words. */
final class ObstaclesSection {
  static final int PACKAGES = 3;
  private static final int SETS = 4;

  private final Negotiation negotiation;
  private final Analysis analysis;
  private final Linkage linkage;
  private final Names names;

  private ObstaclesSection(Negotiation negotiation, Analysis analysis, Names names) {
    this.negotiation = negotiation;
    this.analysis = analysis;
    this.linkage = analysis.linkage();
    this.names = names;
  }

  static Section section(Negotiation negotiation, Analysis analysis, Names names) {
    return new ObstaclesSection(negotiation, analysis, names).section();
  }

  private Section section() {
    return Section.of(
        "obstacles",
        "What stands in the way, and what would close it",
        ImmutableListMultimap.<String, String>builder()
            .putAll("apart", apart())
            .putAll("linked", linked())
            .putAll("blocked", blocked())
            .putAll("unblocked if", unblockedIf())
            .putAll("closed by", closedBy())
            .putAll("unknown", toKnow())
            .putAll("limits", limits())
            .putAll("draft text", draft())
            .build());
  }

  private List<String> apart() {
    List<String> lines = new ArrayList<>();
    Multiset<IssueId> told = LinkedHashMultiset.create();
    for (Zone zone : analysis.zones()) {
      if (zone.stated() == Zone.Verdict.APART) {
        told.add(zone.gap().issue());
        if (told.count(zone.gap().issue()) > Pairs.NAMED) {
          continue;
        }
        BigDecimal distance = zone.distance().orElseThrow();
        lines.add(
            "%s: %s and %s, %s (%s of the scale)%s %s"
                .formatted(
                    names.issue(zone.gap().issue()),
                    names.party(zone.gap().one()),
                    names.party(zone.gap().other()),
                    Names.size(distance, unit(zone)),
                    percent(zone.share().orElseThrow()),
                    history(zone),
                    Names.entries(zone.entries())));
      }
    }
    told.forEachEntry(
        (issue, count) -> {
          if (count > Pairs.NAMED) {
            lines.add(
                "%s: and %s"
                    .formatted(
                        names.issue(issue),
                        Names.counted(count - Pairs.NAMED, "more pair", "more pairs")));
          }
        });
    if (lines.isEmpty()) {
      lines.add("no two stated positions stand against each other");
    }
    lines.addAll(leftOut());
    return lines;
  }

  /** What some have settled settles nothing for a third, whose demand still stands. */
  private List<String> leftOut() {
    ListMultimap<IssueId, Demand> standing = ArrayListMultimap.create();
    for (Demand demand : negotiation.situation().standingDemands()) {
      demand.asks().keySet().forEach(issue -> standing.put(issue, demand));
    }
    List<String> lines = new ArrayList<>();
    Multiset<IssueId> told = LinkedHashMultiset.create();
    for (Settled settled : negotiation.situation().settled()) {
      for (Demand demand : standing.get(settled.issue())) {
        if (told.count(settled.issue()) > Pairs.NAMED) {
          break;
        }
        boolean third = !demand.by().equals(settled.one()) && !demand.by().equals(settled.other());
        if (third) {
          told.add(settled.issue());
          lines.add(
              told.count(settled.issue()) > Pairs.NAMED
                  ? names.issue(settled.issue())
                      + ": more is settled between two while another still demands it otherwise"
                  : leftOut(settled, demand));
        }
      }
    }
    return lines;
  }

  private String leftOut(Settled settled, Demand demand) {
    return "%s: settled between %s and %s at %s; %s still demands %s"
        .formatted(
            names.issue(settled.issue()),
            names.party(settled.one()),
            names.party(settled.other()),
            names.value(settled.issue(), settled.value()),
            names.party(demand.by()),
            asked(demand, settled.issue()));
  }

  private List<String> limits() {
    return Stream.of(analysis.limits(), analysis.packages().limits())
        .flatMap(List::stream)
        .map(PlainText::safe)
        .toList();
  }

  private String asked(Demand demand, IssueId issue) {
    Ask ask = Objects.requireNonNull(demand.asks().get(issue));
    return ask.on(names.agenda().requireIssue(issue).scale())
        .map(Names::region)
        .orElseGet(() -> Names.inWords(ask.words()));
  }

  private String unit(Zone zone) {
    return names.agenda().requireIssue(zone.gap().issue()).scale().unit();
  }

  private static String percent(BigDecimal share) {
    return Names.plain(share.movePointRight(2)) + PlainText.HARD_SPACE + "%";
  }

  private static String history(Zone zone) {
    if (zone.history().isEmpty()) {
      return "";
    }
    return "; by round: "
        + zone.history().stream()
            .map(r -> r.distance().map(Names::plain).orElse("unknown"))
            .collect(Collectors.joining(", "));
  }

  private List<String> linked() {
    List<String> lines = new ArrayList<>();
    for (Commitment commitment : linkage.commitments().values()) {
      for (ImmutableSet<Precondition> all :
          Objects.requireNonNull(linkage.preconditions().get(commitment.name()))) {
        if (!all.isEmpty()) {
          lines.add(waits(commitment, all));
        }
      }
    }
    return lines;
  }

  /** Such as "North will not act on work until gates (South) is done". */
  private String waits(Commitment commitment, Set<Precondition> all) {
    List<String> parts = new ArrayList<>();
    for (Tie.Order order : List.of(Tie.Order.TOGETHER, Tie.Order.AFTER)) {
      List<Precondition> some = all.stream().filter(p -> p.order() == order).toList();
      if (!some.isEmpty()) {
        String others = Names.all(some.stream().map(p -> named(commitment(p.on()))).toList());
        String done = some.size() == 1 ? " is done" : " are done";
        parts.add(
            (order == Tie.Order.AFTER ? "until " + others + done : "except together with " + others)
                + words(some));
      }
    }
    return "%s will not act on %s %s"
        .formatted(
            names.party(commitment.by()), plainly(commitment), String.join("; and not ", parts));
  }

  private Commitment commitment(String name) {
    return Objects.requireNonNull(linkage.commitments().get(name));
  }

  private String named(Commitment commitment) {
    return plainly(commitment) + " (" + names.party(commitment.by()) + ")";
  }

  private String plainly(Commitment commitment) {
    String plain = commitment.name().replace(" by " + commitment.by(), "");
    return commitment
        .issue()
        .filter(i -> plain.equals(i.text()))
        .map(names::issue)
        .orElse(PlainText.safe(plain));
  }

  private String words(List<Precondition> some) {
    Set<String> said = new LinkedHashSet<>();
    some.forEach(p -> p.words().stream().findFirst().ifPresent(w -> said.add(word(w))));
    return said.isEmpty() ? "" : ", " + String.join(" and ", said);
  }

  private String word(Statement word) {
    String date = word.since().describe();
    String since =
        date.startsWith("until ")
            ? "since %s at the latest".formatted(date.substring("until ".length()))
            : "since " + date;
    String whose =
        word.source().isEmpty() || word.attribution() == Attribution.ATTESTED
            ? "on its own word "
            : "reported by " + names.source(word.source().get()) + " ";
    return (word.since().equals(When.UNKNOWN) ? "" : since + ", ") + whose + word.entry();
  }

  private List<String> blocked() {
    List<String> lines = new ArrayList<>();
    analysis.ring().ifPresent(r -> lines.addAll(ring(r)));
    if (!linkage.deadEnds().isEmpty()) {
      lines.add(
          "dead end: nobody can carry out "
              + Names.all(linkage.deadEnds().stream().map(n -> named(commitment(n))).toList()));
    }
    if (lines.isEmpty()) {
      return linked().isEmpty()
          ? List.of()
          : List.of("nothing: no commitments wait on one another, and each can be carried out");
    }
    return lines;
  }

  private List<String> ring(Ring ring) {
    List<String> lines = new ArrayList<>();
    int links = ring.links().size();
    lines.add(
        links == 1
            ? "a deadlock: a commitment waits on itself"
            : Names.number(links) + " commitments wait on one another: a deadlock");
    for (Ring.Link link : ring.links()) {
      lines.add(waits(link.commitment(), ImmutableSet.of(link.precondition())));
    }
    return lines;
  }

  private List<String> unblockedIf() {
    if (linkage.blocked().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(sets(analysis.waivers(), this::dropsItsCondition));
    if (!analysis.exchanges().sets().isEmpty()) {
      lines.add("these are done all at once: " + sets(analysis.exchanges(), this::named));
    }
    lines.add(
        analysis.splits().sets().isEmpty()
            ? "(instalments would not do it)"
            : "these are done in instalments: " + sets(analysis.splits(), this::named));
    return lines;
  }

  private String dropsItsCondition(Commitment commitment) {
    return "%s drops its condition on %s"
        .formatted(names.party(commitment.by()), plainly(commitment));
  }

  private String sets(SmallestSets<String> sets, Function<Commitment, String> says) {
    String shown =
        sets.sets().stream()
            .limit(SETS)
            .map(s -> Names.all(s.stream().map(n -> says.apply(commitment(n))).toList()))
            .collect(Collectors.joining("; or "));
    int more = sets.sets().size() - SETS;
    return shown
        + (more > 0 ? "; or one of %s more".formatted(more) : "")
        + (sets.complete() ? "" : "; not all were tried");
  }

  private List<String> closedBy() {
    Packages packages = analysis.packages();
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (packages.verdict()) {
          case CLOSABLE -> found(packages);
          case AS_FAR_AS_STATED -> "as far as positions are stated: " + found(packages);
          case CANNOT_TELL -> "cannot tell: too little is stated to weigh";
          case NOT_CLOSABLE -> "no package: these firm demands cannot be met together";
          case NOT_FOUND -> "no package was found";
        });
    packages.clashes().forEach(c -> lines.add(clash(c)));
    if (packages.verdict() != Packages.Verdict.CANNOT_TELL) {
      for (int i = 0; i < Math.min(PACKAGES, packages.first().size()); i++) {
        lines.addAll(closing(i + 1, packages.first().get(i)));
      }
    }
    return lines;
  }

  private static String found(Packages packages) {
    String count =
        Names.counted(packages.first().size(), "package", "packages")
            + (packages.more() ? ", and there are more" : "");
    return count
        + (packages.first().size() > PACKAGES ? "; the first %s are shown".formatted(PACKAGES) : "")
        + ", by the largest concession, then by the total, as shares of the scales";
  }

  private String clash(Clash clash) {
    return "%s: %s %s"
        .formatted(
            names.issue(clash.issue()),
            clash.demands().stream()
                .map(
                    d ->
                        names.party(d.by())
                            + " "
                            + PlainText.safe(String.valueOf(d.asks().get(clash.issue()))))
                .collect(Collectors.joining(" against ")),
            Names.entries(clash.entries()));
  }

  private List<String> closing(int number, ClosingPackage closing) {
    List<String> lines = new ArrayList<>();
    String terms = closing.terms().map(t -> ": " + names.terms(t)).orElse("");
    lines.add(
        "package %s, largest %s, total %s%s"
            .formatted(number, four(closing.largest()), four(closing.total()), terms));
    closing.concessions().forEach(c -> lines.add(Section.ITEM + concession(c)));
    if (closing.concessions().isEmpty()) {
      lines.add(Section.ITEM + "nobody has to give anything: it is there to be agreed");
    }
    return lines;
  }

  static String four(BigDecimal size) {
    return Names.plain(size.setScale(4, RoundingMode.HALF_UP));
  }

  private String concession(Concession concession) {
    String who = names.party(concession.by());
    String size = " (" + four(concession.size()) + ") " + Names.entries(concession.entries());
    if (concession instanceof Concession.NewValue to) {
      return "%s: %s, %s -> %s, %s%s"
          .formatted(
              who,
              names.issue(to.issue()),
              Names.region(to.from()),
              names.value(to.issue(), to.value()),
              Names.size(to.distance(), names.agenda().requireIssue(to.issue()).scale().unit()),
              size);
    }
    if (concession instanceof Concession.WithoutCondition to) {
      return "%s: %s, %s without its condition on %s%s"
          .formatted(
              who,
              names.issue(to.issue()),
              names.value(to.issue(), to.value()),
              names.issues(to.conditions()),
              size);
    }
    Concession.Relieved relieved = (Concession.Relieved) concession;
    String what = named(commitment(relieved.relief().commitment()));
    String how =
        switch (relieved.relief().kind()) {
          case WAIVE -> "%s, waiting for nothing any more";
          case REORDER -> "%s, together with what it would have done first";
          case SPLIT -> "%s, in instalments, the first before anything else";
        };
    return how.formatted(what) + size;
  }

  private List<String> toKnow() {
    Map<IssueId, Map<Optional<String>, List<String>>> missing = new LinkedHashMap<>();
    for (Unknown unknown : analysis.packages().unknown()) {
      missing
          .computeIfAbsent(unknown.issue(), i -> new LinkedHashMap<>())
          .computeIfAbsent(unknown.words(), w -> new ArrayList<>())
          .add(names.party(unknown.party()));
    }
    List<String> lines = new ArrayList<>();
    missing.forEach(
        (issue, byWords) ->
            lines.add(
                names.issue(issue)
                    + ": "
                    + byWords.entrySet().stream()
                        .map(e -> unknown(Names.all(e.getValue()), e.getKey()))
                        .collect(Collectors.joining("; "))));
    return lines;
  }

  private static String unknown(String parties, Optional<String> words) {
    return words
        .map(w -> "of " + parties + " no more than words, " + Names.inWords(w))
        .orElse("no position on record of " + parties);
  }

  private List<String> draft() {
    return Clause.draft(negotiation.situation()).stream().map(this::clause).toList();
  }

  private String clause(Clause clause) {
    String issue = clause.number() + ". ";
    if (clause.agreed().isPresent()) {
      return issue
          + names.issue(clause.issue())
          + ": "
          + names.value(clause.issue(), clause.agreed().get());
    }
    Map<String, List<String>> versions = new LinkedHashMap<>();
    for (Clause.Version version : clause.versions()) {
      versions
          .computeIfAbsent(said(version), v -> new ArrayList<>())
          .add(names.party(version.party()));
    }
    return issue
        + "["
        + names.issue(clause.issue())
        + ": "
        + versions.entrySet().stream()
            .map(v -> "%s (%s)".formatted(v.getKey(), Names.all(v.getValue())))
            .collect(Collectors.joining(" | "))
        + "]";
  }

  private static String said(Clause.Version version) {
    return version
        .region()
        .map(Names::region)
        .or(() -> version.words().map(Names::inWords))
        .orElse("not stated");
  }
}
