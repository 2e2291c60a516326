package dev.parley.play;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Better;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Level;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Role;
import dev.parley.agenda.Scale;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Who sits at the table and what lies on it, drawn from one number: two or three principals, none
 * to two mediators, perhaps an outsider, a delegation, one to four issues of any scale. The same
 * number gives the same table under other names, or with quantities that are larger by a factor.
 */
public final class Table {
  private Table() {}

  /** Names in the order of the alphabet. */
  public static final IntFunction<String> PLAIN = i -> "party-" + (char) ('a' + i);

  /** The same names in the other order. */
  public static final IntFunction<String> RENAMED = i -> "side-" + (char) ('z' - i);

  public static Agenda of(int seed) {
    return of(seed, PLAIN, BigDecimal.ONE);
  }

  public static Agenda of(int seed, IntFunction<String> names, BigDecimal factor) {
    Dice dice = new Dice(seed);
    Agenda.Builder agenda = Agenda.builder();
    int principals = 2 + dice.next(2);
    for (int i = 0; i < principals; i++) {
      agenda.principal(names.apply(i), "Party " + i);
    }
    int mediators = dice.next(3);
    for (int i = 0; i < mediators; i++) {
      Role role = i == 0 ? Role.MEDIATOR : Role.GUARANTOR;
      agenda.addPartyList(Party.of("mediator-" + i, "Mediator " + i, role));
    }
    if (dice.oneIn(2)) {
      agenda.addOutsiders(new Outsider(ActorId.of("outlet"), "Outlet"));
    }
    int issues = 1 + dice.next(4);
    for (int i = 0; i < issues; i++) {
      Scale scale = scale(dice, factor);
      Issue.Builder issue = Issue.builder().id(IssueId.of("issue-" + i)).scale(scale);
      for (int p = 0; p < principals; p++) {
        int end = dice.next(4);
        if (!(scale instanceof Scale.Options) && end < 2) {
          issue.putBetter(ActorId.of(names.apply(p)), end == 0 ? Better.MORE : Better.LESS);
        }
      }
      if (dice.oneIn(3)) {
        issue.obligor(ActorId.of(names.apply(dice.next(principals))));
      }
      agenda.addIssueList(issue.build());
    }
    Mandate mandate =
        dice.oneIn(2)
            ? Mandate.adReferendum()
            : Mandate.only(Map.of(IssueId.of("issue-0"), Authority.FINAL));
    agenda.addDelegationList(
        Delegation.builder()
            .id(DelegationId.of("delegation"))
            .party(ActorId.of(names.apply(0)))
            .name("officials")
            .level(Level.MID_LEVEL)
            .mandate(mandate)
            .build());
    return agenda.build();
  }

  private static Scale scale(Dice dice, BigDecimal factor) {
    return switch (dice.next(5)) {
      case 0 -> Scale.levels("none", "some", "most", "all");
      case 1 -> Scale.options("north", "east", "south");
      case 2 -> Scale.checklist("names", "living", "deceased");
      case 3 -> quantity("-5", "5", "0.5", factor);
      default -> quantity("0", "20", "1", factor);
    };
  }

  private static Scale quantity(String least, String most, String step, BigDecimal factor) {
    return new Scale.Quantity(
        new BigDecimal(least).multiply(factor),
        new BigDecimal(most).multiply(factor),
        new BigDecimal(step).multiply(factor),
        "persons");
  }
}
