package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.RubinsteinOutcome;
import dev.parley.analysis.priority.IssuePair;
import dev.parley.analysis.priority.Priorities;
import dev.parley.analysis.prospect.Missing;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Basis;
import dev.parley.evidence.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On whose word preferences are, what is fair by them, and what is not known of them, in words.
 *
 * @param names what things are called
 */
record PreferenceWords(Names names) {
  ImmutableList<String> preferences(List<Preference> preferences) {
    return preferences.stream().map(this::word).collect(ImmutableList.toImmutableList());
  }

  private String word(Preference preference) {
    String source = names.source(preference.source());
    Optional<Attribution> attribution = preference.attribution(names.agenda());
    String how =
        preference.basis() == Basis.ASSUMED
            ? "assumed by %s"
            : switch (attribution.orElseThrow()) {
              case ATTESTED -> "on its own word (%s)";
              case ALLEGED -> "alleged by %s";
              case REPORTED, DENIED -> "reported by %s";
            };
    return names.party(preference.party())
        + ": "
        + how.formatted(source)
        + String.join("", beside(preference));
  }

  private static List<String> beside(Preference preference) {
    List<String> beside = new ArrayList<>();
    preference.power().ifPresent(p -> beside.add("; bargaining power " + p));
    preference
        .timeCost()
        .ifPresent(
            cost -> {
              if (!cost.discount().equals(Fraction.ONE)) {
                beside.add(
                    "; a gain of 1 a round later is worth %s now".formatted(cost.discount()));
              }
              if (cost.breakdown().signum() > 0) {
                beside.add("; the chance that the talks end after a round is " + cost.breakdown());
              }
            });
    return beside;
  }

  /** Says what is agreed at once where time costs. */
  ImmutableList<String> rubinstein(Iterable<RubinsteinOutcome> outcomes) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (RubinsteinOutcome outcome : outcomes) {
      lines.add(
          "if %s offers first, at the stated cost of time (Rubinstein): %s"
              .formatted(names.party(outcome.first()), picks(outcome.payoffs())));
    }
    return lines.build();
  }

  /** Says what the solutions pick, once for all that pick the same. */
  ImmutableList<String> fair(Iterable<Solution> solutions) {
    Map<String, List<String>> picked = new LinkedHashMap<>();
    for (Solution solution : solutions) {
      picked
          .computeIfAbsent(picks(solution.payoffs()), x -> new ArrayList<>())
          .add(solution.concept().title());
    }
    return picked.entrySet().stream()
        .map(e -> Names.all(e.getValue()) + ": " + e.getKey())
        .collect(ImmutableList.toImmutableList());
  }

  private String picks(List<Payoff> payoffs) {
    if (payoffs.isEmpty()) {
      return "none, every outcome is worse than no agreement for somebody";
    }
    int more = payoffs.size() - ObstaclesSection.PACKAGES;
    return payoffs.stream()
            .limit(ObstaclesSection.PACKAGES)
            .map(p -> names.terms(p.outcome()) + " (" + utilities(p.utilities()) + ")")
            .collect(Collectors.joining("; or "))
        + (more > 0 ? "; or one of %s more".formatted(more) : "");
  }

  String utilities(Map<ActorId, ?> utilities) {
    return utilities.entrySet().stream()
        .map(e -> names.party(e.getKey()) + PlainText.HARD_SPACE + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Says what parties seem to want of whom nobody says it: a claim of the analysis. */
  ImmutableList<String> seeming(Iterable<Priorities> all) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (Priorities one : all) {
      String party = names.party(one.party());
      if (one.isTooFew()) {
        lines.add(party + ": too few offers and demands to tell");
        continue;
      }
      List<IssuePair> told =
          one.pairs().stream()
              .filter(p -> p.answer() == IssuePair.Answer.SEEMS_SO)
              .sorted(Comparator.comparing(IssuePair::confidence).reversed())
              .toList();
      lines.add(
          party
              + ", by its offers and demands alone: "
              + (told.isEmpty()
                  ? "cannot tell, they speak for both"
                  : Names.some(told.stream().map(this::claim).toList())));
      one.limit().ifPresent(limit -> lines.add(PlainText.safe(limit)));
    }
    return lines.build();
  }

  private String claim(IssuePair pair) {
    return "%s before %s %s (confidence %s)"
        .formatted(
            names.issue(pair.more()),
            names.issue(pair.less()),
            Names.entries(pair.evidence()),
            pair.confidence());
  }

  String missing(Missing missing) {
    String party = names.party(missing.party());
    String issue = missing.issue().map(names::issue).orElse("");
    return switch (missing.what()) {
      case PREFERENCE -> "what %s prefers".formatted(party);
      case WEIGHT -> "how much %s counts for %s".formatted(issue, party);
      case VALUE -> "%s: it counts for %s, and the packages leave it open".formatted(issue, party);
      case RESERVATION -> "what %s has without an agreement".formatted(party);
      case POWER -> "how much bargaining power %s has".formatted(party);
      case TIME_COST -> "what time costs %s".formatted(party);
    };
  }
}
