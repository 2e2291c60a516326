package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.prospect.Durability;
import dev.parley.analysis.prospect.Durability.Departure;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.prospect.Prospect.PackageProspect;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.Stance;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether packages would be fair, and would last, in words. */
final class ProspectSection {
  private final Prospect prospect;
  private final PreferenceWords words;
  private final Names names;

  private ProspectSection(Prospect prospect, Names names) {
    this.prospect = prospect;
    this.words = new PreferenceWords(names);
    this.names = names;
  }

  static Section section(Prospect prospect, Names names) {
    return new ProspectSection(prospect, names).section();
  }

  private Section section() {
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    lines.putAll("as preferred", words.preferences(prospect.preferences()));
    for (int i = 0; i < Math.min(ObstaclesSection.PACKAGES, prospect.packages().size()); i++) {
      lines.putAll("package " + (i + 1), lines(prospect.packages().get(i)));
    }
    lines.putAll("fair", words.fair(prospect.solutions().values()));
    lines.putAll("in turn", words.rubinstein(prospect.rubinstein()));
    lines.putAll("unknown", prospect.missing().stream().map(words::missing).toList());
    lines.putAll("priorities", words.seeming(prospect.seeming()));
    lines.putAll("limits", limits());
    return Section.of("prospect", "Would it be fair, and would it last", lines.build());
  }

  private List<String> lines(PackageProspect one) {
    List<String> lines = new ArrayList<>();
    if (!one.utilities().isEmpty()) {
      lines.add("worth, each on its own scale: " + words.utilities(one.utilities()));
    }
    if (!one.refusers().isEmpty()) {
      lines.add(
          "worse than no agreement for "
              + Names.all(one.refusers().stream().map(names::party).toList()));
    } else if (one.undecided().isEmpty()) {
      lines.add("leaves no one worse off than no agreement");
    }
    if (!one.undecided().isEmpty()) {
      lines.add(
          "better or worse than no agreement for "
              + Names.all(one.undecided().stream().map(names::party).toList())
              + ": cannot tell");
    }
    one.appraisal().ifPresent(a -> lines.addAll(appraised(a)));
    if (one.appraisal().isEmpty()) {
      lines.add("efficient, fair: cannot tell");
    }
    one.durability().ifPresent(d -> lines.addAll(lasting(d)));
    return lines;
  }

  private List<String> appraised(Appraisal appraisal) {
    List<String> lines = new ArrayList<>();
    String caution = appraisal.shortfall().isPresent() ? ", as far as was searched" : "";
    lines.add(
        appraisal
            .better()
            .map(
                b ->
                    "not efficient: worse for no one and better for %s would be %s"
                        .formatted(gainers(appraisal, b), names.terms(b.outcome())))
            .orElse("efficient" + caution));
    if (appraisal.undecided().isEmpty()) {
      lines.add(
          appraisal.fairUnder().isEmpty()
              ? "matches none of the fairness solutions computed" + caution
              : "solutions that it matches: "
                  + Names.all(appraisal.fairUnder().stream().map(c -> c.title()).toList())
                  + caution);
    }
    return lines;
  }

  private String gainers(Appraisal appraisal, Payoff better) {
    return Names.all(
        appraisal.utilities().entrySet().stream()
            .filter(e -> better.utility(e.getKey().text()).compareTo(e.getValue()) > 0)
            .map(e -> names.party(e.getKey()))
            .toList());
  }

  private List<String> lasting(Durability durability) {
    Map<Stability, List<String>> senses = new LinkedHashMap<>();
    for (StabilityConcept concept : StabilityConcept.values()) {
      senses
          .computeIfAbsent(durability.verdict(concept), v -> new ArrayList<>())
          .add(concept.toString());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        senses.entrySet().stream()
            .map(e -> said(e.getKey()) + " (" + String.join(", ", e.getValue()) + ")")
            .collect(Collectors.joining("; ")));
    Map<String, List<String>> departures = new LinkedHashMap<>();
    for (StabilityConcept concept : StabilityConcept.values()) {
      durability
          .departures(concept)
          .forEach(
              d ->
                  departures
                      .computeIfAbsent(departure(durability, d), x -> new ArrayList<>())
                      .add(concept.toString()));
    }
    departures.forEach(
        (departure, concepts) ->
            lines.add(
                Section.ITEM
                    + departure
                    + (concepts.size() < StabilityConcept.values().length
                        ? " (" + String.join(", ", concepts) + ")"
                        : "")));
    return lines;
  }

  private static String said(Stability verdict) {
    return switch (verdict) {
      case STABLE -> "lasts: no one would leave it";
      case UNSTABLE -> "does not last";
      case DEPENDS -> "whether it lasts depends on what is not known";
      case CANNOT_TELL -> "whether it lasts cannot be told";
    };
  }

  private String departure(Durability durability, Departure departure) {
    String moves =
        departure.issues().stream()
            .map(
                issue ->
                    "%s %s -> %s"
                        .formatted(
                            names.issue(issue),
                            position(departure.from(), issue),
                            position(departure.to(), issue)))
            .collect(Collectors.joining(", "));
    String given =
        departure.witness().given().stream()
            .map(fact -> fact(durability, fact))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "%s %s leave it: %s; that leaves %s%s"
        .formatted(
            names.party(departure.party()),
            departure.isCertain() ? "would" : "could",
            moves,
            state(durability, departure.witness().improvement().to()),
            given.isEmpty() ? "" : "; it would if " + given);
  }

  private static String position(Stance stance, IssueId issue) {
    String words = stance.positions().getOrDefault(issue, "not stated");
    return PlainText.safe(words.replace(", tentative", ""));
  }

  private String fact(Durability durability, PreferenceFact fact) {
    return "%s %s %s better than %s"
        .formatted(
            names.party(ActorId.of(fact.decisionMaker())),
            fact.isBetter() ? "likes" : "does not like",
            state(durability, fact.state()),
            state(durability, fact.than()));
  }

  private String state(Durability durability, int number) {
    if (number == durability.state()) {
      return "the package";
    }
    return durability.meeting(number).map(this::regions).orElse("no agreement");
  }

  private String regions(Map<IssueId, Region> regions) {
    return regions.entrySet().stream()
        .map(e -> names.issue(e.getKey()) + " " + Names.region(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>(prospect.limits());
    prospect.frontier().flatMap(f -> f.shortfall()).ifPresent(limits::add);
    prospect.packages().stream()
        .limit(ObstaclesSection.PACKAGES)
        .flatMap(p -> p.limit().stream())
        .filter(limit -> !limits.contains(limit))
        .forEach(limits::add);
    return limits.stream().map(PlainText::safe).toList();
  }
}
