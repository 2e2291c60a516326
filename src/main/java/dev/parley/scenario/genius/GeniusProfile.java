package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.bargaining.AdditiveProfile;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A profile as GENIUS or GeniusWeb has it: the utilities that it means, and what belongs to the
 * file alone. Immutable.
 *
 * @param name the name as written; empty where the file gives none, as in GENIUS
 * @param domain the domain
 * @param profile the utilities, over the domain's outcomes
 * @param evaluators the formulas behind the evaluations of integer and real issues, in GENIUS
 * @param discount the discount factor, from 0 to 1, which GENIUS applies to utilities over time;
 *     empty where the file gives none
 */
public record GeniusProfile(
    String name,
    GeniusDomain domain,
    AdditiveProfile profile,
    ImmutableMap<IssueId, GeniusEvaluator> evaluators,
    Optional<BigDecimal> discount) {
  /**
   * Checks that the profile values the domain's outcomes.
   *
   * @param name the name as written; empty where the file gives none, as in GENIUS
   * @param domain the domain
   * @param profile the utilities, over the domain's outcomes
   * @param evaluators the formulas behind the evaluations of integer and real issues, in GENIUS
   * @param discount the discount factor, from 0 to 1, which GENIUS applies to utilities over time;
   *     empty where the file gives none
   */
  public GeniusProfile {
    if (!profile.space().equals(domain.space())) {
      throw new GeniusException(
          "profile of (%s) values other outcomes (%s) than domain (%s) has (%s)"
              .formatted(profile.party(), profile.space(), domain.name(), domain.space()));
    }
  }

  /**
   * {@return a profile of one's own, to be written; without formulas or a discount}
   *
   * @param name a name for it and its domain
   * @param profile the profile
   * @throws GeniusException if an issue has levels or a checklist, which neither tool has
   */
  public static GeniusProfile of(String name, AdditiveProfile profile) {
    return new GeniusProfile(
        name, GeniusDomain.of(name, profile.space()), profile, ImmutableMap.of(), Optional.empty());
  }
}
