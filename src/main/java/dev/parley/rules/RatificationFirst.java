package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import java.util.Set;

/**
 * Nobody performs before every principal has ratified. In play the machine brings no obligation
 * about before all those concerned have; this rule finds a record in which something was agreed on
 * top and performed unratified, and it can ask for the ratification of all principals, also of
 * those whom the agreement leaves out. Immutable.
 *
 * @param principals whose ratification it takes
 * @param severity what breaking it means; illegal unless given
 */
public record RatificationFirst(Principals principals, Finding.Severity severity) implements Rule {
  static final String ID = "ratification-first";

  /** Whose ratification it takes. */
  public enum Principals {
    /** Those among whom something was agreed. */
    CONCERNED,
    /** All on the agenda. */
    ALL
  }

  /** {@return the rule about the principals concerned, which refuses} */
  public static RatificationFirst refusing() {
    return new RatificationFirst(Principals.CONCERNED, Finding.Severity.REFUSE);
  }

  static RatificationFirst from(Parameters p) {
    return new RatificationFirst(
        p.choice("principals", Principals.CONCERNED), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return principals == Principals.CONCERNED
        ? "nobody performs before every principal concerned has ratified"
        : "nobody performs before every principal has ratified";
  }

  @Override
  public String rationale() {
    return "Consent is bound by ratification where that is agreed, and force follows consent"
        + " (Vienna Convention on the Law of Treaties 1969, Articles 14 and 24); who has to"
        + " ratify shapes what can be agreed (Putnam 1988, Diplomacy and Domestic Politics)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("principals", Parameters.word(principals));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    if (!(move.act() instanceof AfterDeal.Perform perform)) {
      return ImmutableList.of();
    }
    Set<ActorId> needed =
        principals == Principals.CONCERNED
            ? situation.concerned()
            : ImmutableSet.copyOf(situation.agenda().principals());
    Set<ActorId> missing = Sets.difference(needed, situation.ratified());
    return missing.isEmpty()
        ? ImmutableList.of()
        : finding(
            "%s performs (%s) before %s ratified"
                .formatted(
                    move.by(),
                    perform.obligation().name(),
                    String.join(", ", missing.stream().map(ActorId::text).toList())
                        + (missing.size() == 1 ? " has" : " have")),
            "Bring it into force among all of them first");
  }
}
