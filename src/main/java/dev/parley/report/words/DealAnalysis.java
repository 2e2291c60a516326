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
 * What follows from a record for a deal. There is nothing to analyse once there is an agreement, or
 * before anybody has asked for anything.
 *
 * @param negotiation the record
 * @param analysis what stands in the way of a deal and would close it
 * @param prospect whether the packages that would close it would be fair and would last; only where
 *     preferences are given
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
        analysis
            .filter(a -> !preferences.isEmpty())
            .map(
                a ->
                    Prospect.of(negotiation, a.packages(), preferences, BargainingProblem.BUDGET)));
  }

  private static boolean isOpen(Negotiation negotiation) {
    boolean agreed = negotiation.situation().stage().isEnd();
    boolean silent =
        negotiation.situation().demands().isEmpty()
            && negotiation.situation().ties().isEmpty()
            && negotiation.situation().openIssues().isEmpty();
    return !agreed && !silent;
  }

  /** {@return the analysis in words, and then the prospect; empty where there is neither} */
  public ImmutableList<Section> sections(Names names) {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    analysis.ifPresent(a -> sections.add(ObstaclesSection.section(negotiation, a, names)));
    prospect.ifPresent(p -> sections.add(ProspectSection.section(p, names)));
    return sections.build();
  }
}
