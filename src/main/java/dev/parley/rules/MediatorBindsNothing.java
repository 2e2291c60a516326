package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Party;
import dev.parley.agenda.Role;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;

/**
 * A mediator convenes, carries messages and proposes; it offers, accepts, attests, ratifies, ties
 * and commits to nothing. The machine refuses most of that to whoever is no principal; this rule
 * holds also for a principal that mediates at the same time, for public commitments, and in
 * records. Immutable.
 *
 * @param severity what breaking it means; illegal unless given
 */
public record MediatorBindsNothing(Finding.Severity severity) implements Rule {
  static final String ID = "mediator-binds-nothing";

  private static final ImmutableSet<ActKind> BINDING =
      Sets.immutableEnumSet(
          ActKind.MAKE_OFFER,
          ActKind.ACCEPT,
          ActKind.ATTEST,
          ActKind.TIE,
          ActKind.RATIFY,
          ActKind.COMMIT);

  /** {@return the rule that refuses} */
  public static MediatorBindsNothing refusing() {
    return new MediatorBindsNothing(Finding.Severity.REFUSE);
  }

  static MediatorBindsNothing from(Parameters p) {
    return new MediatorBindsNothing(p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "a mediator does nothing that binds";
  }

  @Override
  public String rationale() {
    return "A mediator has no authority to decide, and is of use because it has none"
        + " (Moore 1986, The Mediation Process)";
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    return BINDING.contains(move.act().kind())
            && situation.agenda().actors().get(move.by()) instanceof Party party
            && party.roles().contains(Role.MEDIATOR)
        ? finding(
            "%s cannot %s: it mediates".formatted(move.by(), move.act().kind().words()),
            "Let a party that does not mediate do it")
        : ImmutableList.of();
  }
}
