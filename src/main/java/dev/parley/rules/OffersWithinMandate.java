package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.rules.Registry.Parameters;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Rules#offersWithinMandate}. */
record OffersWithinMandate(Settings settings) implements Declared {
  /** The least authority on every issue of the offer. */
  static final Setting<Authority> AUTHORITY = Setting.choice("authority", Authority.AD_REFERENDUM);

  static final RuleKind KIND =
      new RuleKind(
          "offers-within-mandate",
          "a delegation offers only what it may commit to, finally or ad referendum",
          "Ambiguous authority is used to take a second bite"
              + " (Fisher and Ury 1981, Getting to Yes)",
          OffersWithinMandate::new,
          AUTHORITY);

  OffersWithinMandate {
    if (settings.get(AUTHORITY) == Authority.NONE) {
      throw new IllegalArgumentException("authority (none) must be final or ad-referendum");
    }
  }

  @Override
  public String statement() {
    return get(AUTHORITY) == Authority.FINAL
        ? "a delegation offers only what it may commit to finally"
        : KIND.statement();
  }

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.MAKE_OFFER, ActKind.PROPOSE);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    @Nullable Delegation sent =
        move.through().map(id -> situation.agenda().delegations().get(id)).orElse(null);
    if (sent == null) {
      return found.build();
    }
    Set<IssueId> issues = new LinkedHashSet<>();
    move.act().offersMade().forEach(offer -> issues.addAll(offer.terms().issues()));
    for (IssueId issue : issues) {
      Authority has = sent.mandate().on(issue);
      if (has.compareTo(get(AUTHORITY)) > 0) {
        found.addAll(
            finding(
                format(
                    "%s offers on (%s), where its authority is (%s)",
                    sent.describe(), issue, Parameters.word(has)),
                format("Leave (%s) out, or let %s itself offer it", issue, sent.party())));
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
