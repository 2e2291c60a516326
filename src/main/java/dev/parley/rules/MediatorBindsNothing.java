package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Party.Role;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;

/** {@link Rules#mediatorBindsNothing}. */
record MediatorBindsNothing(Settings settings) implements Declared {
  static final RuleKind KIND =
      new RuleKind(
          "mediator-binds-nothing",
          "a mediator does nothing that binds",
          "A mediator has no authority to decide, and is of use because it has none"
              + " (Moore 1986, The Mediation Process)",
          MediatorBindsNothing::new);

  private static final ImmutableSet<ActKind> BINDING =
      Sets.immutableEnumSet(
          ActKind.MAKE_OFFER,
          ActKind.ACCEPT,
          ActKind.ATTEST,
          ActKind.INITIAL,
          ActKind.SIGN,
          ActKind.CONFIRM,
          ActKind.TIE,
          ActKind.RATIFY,
          ActKind.COMMIT);

  @Override
  public ImmutableSet<ActKind> kinds() {
    return BINDING;
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    return BINDING.contains(move.act().kind())
            && Declared.hasRole(situation.agenda(), move.by(), Role.MEDIATOR)
        ? finding(
            format("%s cannot %s: it mediates", move.by(), move.act().kind().words()),
            "Let a party that does not mediate do it")
        : ImmutableList.of();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
