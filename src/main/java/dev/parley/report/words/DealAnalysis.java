package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a record for a deal. Nothing stands in its way once the talks are concluded, or
 * before anybody has asked for anything.
 *
 * @param negotiation the record
 * @param analysis what stands in the way of a deal and would close it
 * @param prospect whether the packages that would close it would be fair and would last, and
 *     whether what was agreed is and does; only where preferences are given
 */
public record DealAnalysis(
    Negotiation negotiation, Optional<Analysis> analysis, Optional<Prospect> prospect) {
  /** Analyses a record, and weighs packages by the preferences, if there are any. */
  public static DealAnalysis of(Negotiation negotiation, List<Preference> preferences) {
    Optional<Analysis> analysis =
        isOpen(negotiation) ? Optional.of(Analysis.of(negotiation)) : Optional.empty();
    return new DealAnalysis(
        negotiation,
        analysis,
        preferences.isEmpty() ? Optional.empty() : prospect(negotiation, analysis, preferences));
  }

  private static Optional<Prospect> prospect(
      Negotiation negotiation, Optional<Analysis> analysis, List<Preference> preferences) {
    Prospect prospect =
        analysis
            .map(a -> Prospect.of(negotiation, a.packages(), preferences, BargainingProblem.BUDGET))
            .orElseGet(() -> Prospect.of(negotiation, preferences));
    return analysis.isPresent() || !prospect.deals().isEmpty()
        ? Optional.of(prospect)
        : Optional.empty();
  }

  private static boolean isOpen(Negotiation negotiation) {
    boolean agreed = negotiation.situation().stage().isEnd();
    boolean silent =
        negotiation.situation().demands().isEmpty()
            && negotiation.situation().ties().isEmpty()
            && negotiation.situation().openIssues().isEmpty();
    return !agreed && !silent;
  }

  /**
   * {@return in words what the deals that were reached are worth, what stands in the way of one,
   * and whether it would be fair; those of them that there are}
   */
  public ImmutableList<Section> sections(Names names) {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    prospect
        .filter(p -> !p.deals().isEmpty())
        .ifPresent(p -> sections.add(DealSection.section(p, names)));
    analysis.ifPresent(a -> sections.add(ObstaclesSection.section(negotiation, a, names)));
    prospect
        .filter(p -> analysis.isPresent())
        .ifPresent(p -> sections.add(ProspectSection.section(p, names)));
    return sections.build();
  }
}
