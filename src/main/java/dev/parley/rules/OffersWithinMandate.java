package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delegation offers only what its mandate reaches: experts who may commit on the list, and on
 * nothing else, offer no cease-fire. The machine itself asks this of acceptances only. What the
 * party itself offers is not a delegation's. Immutable.
 *
 * @param authority the least authority on every issue of the offer: FINAL, or AD_REFERENDUM for
 *     offers that the party may still disown
 * @param severity what breaking it means; illegal unless given
 */
public record OffersWithinMandate(Authority authority, Finding.Severity severity) implements Rule {
  static final String ID = "offers-within-mandate";

  /**
   * Checks that some authority is asked for.
   *
   * @param authority the least authority on every issue of the offer: FINAL, or AD_REFERENDUM for
   *     offers that the party may still disown
   * @param severity what breaking it means; illegal unless given
   */
  public OffersWithinMandate {
    if (authority == Authority.NONE) {
      throw new IllegalArgumentException("authority (none) must be final or ad-referendum");
    }
  }

  /** {@return the rule that refuses offers on which the delegation cannot commit at all} */
  public static OffersWithinMandate refusing() {
    return new OffersWithinMandate(Authority.AD_REFERENDUM, Finding.Severity.REFUSE);
  }

  static OffersWithinMandate from(Parameters p) {
    return new OffersWithinMandate(
        p.choice("authority", Authority.AD_REFERENDUM), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return authority == Authority.FINAL
        ? "a delegation offers only what it may commit to finally"
        : "a delegation offers only what it may commit to, finally or ad referendum";
  }

  @Override
  public String rationale() {
    return "Ambiguous authority is used to take a second bite"
        + " (Fisher and Ury 1981, Getting to Yes)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("authority", Parameters.word(authority));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    @Nullable Delegation sent =
        move.through().map(id -> situation.agenda().delegations().get(id)).orElse(null);
    if (sent == null || !(move.act() instanceof Substantive.MakeOffer make)) {
      return found.build();
    }
    Set<IssueId> issues = new LinkedHashSet<>();
    make.alternatives().stream().map(Offer::terms).forEach(t -> issues.addAll(t.issues()));
    for (IssueId issue : issues) {
      Authority has = sent.mandate().on(issue);
      if (has.compareTo(authority) > 0) {
        found.addAll(
            finding(
                "%s (%s) offers on (%s), where its authority is (%s)"
                    .formatted(sent.id(), sent.level(), issue, Parameters.word(has)),
                "Leave (%s) out, or let %s itself offer it".formatted(issue, sent.party())));
      }
    }
    return found.build();
  }
}
