package dev.parley.testing;

import com.google.common.collect.Range;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Agendas to draw from: a strike at the docks, a treaty about a river, a cease-fire, each with some
 * of its parties and issues. {@code Agendas.ANY.withPrincipals(2).withIssues(1, 5)} has the union
 * and the port company, and from one to five issues.
 *
 * <p>Unless told otherwise: two or three principals, one to four issues, none to two mediators (the
 * second one guarantees), an outsider or none, one delegation of the first principal or none. In
 * half of them nobody must ratify, in the others one principal or all. Issues are on all four kinds
 * of scale; on most that are ordered, the first two principals want opposite ends. Immutable.
 */
@Immutable
public sealed interface Agendas extends Generator<Agenda>, WithAgendas permits ImmutableAgendas {
  /** All that is said above, unless told otherwise. */
  Agendas ANY = new Builder().build();

  /** {@return how many principals there are: from 2 on; 2 to 3 unless given} */
  @Default
  default Range<Integer> principals() {
    return Range.closed(2, 3);
  }

  /** {@return how many issues there are: from 1 on; 1 to 4 unless given} */
  @Default
  default Range<Integer> issues() {
    return Range.closed(1, 4);
  }

  /**
   * {@return how many mediators there are, of whom the second guarantees: from 0 on; 0 to 2 unless
   * given}
   */
  @Default
  default Range<Integer> mediators() {
    return Range.closed(0, 2);
  }

  /**
   * {@return this with so many principals}
   *
   * @param number how many, 2 or more
   */
  default Agendas withPrincipals(int number) {
    return withPrincipals(number, number);
  }

  /**
   * {@return this with so many principals}
   *
   * @param least the fewest, 2 or more
   * @param most the most
   */
  default Agendas withPrincipals(int least, int most) {
    return withPrincipals(Range.closed(least, most));
  }

  /**
   * {@return this with so many issues}
   *
   * @param least the fewest, 1 or more
   * @param most the most
   */
  default Agendas withIssues(int least, int most) {
    return withIssues(Range.closed(least, most));
  }

  /**
   * {@return this with so many mediators}
   *
   * @param least the fewest, 0 or more
   * @param most the most
   */
  default Agendas withMediators(int least, int most) {
    return withMediators(Range.closed(least, most));
  }

  /** Checks the ranges above. */
  @Check
  default void check() {
    atLeast("principals", 2, principals());
    atLeast("issues", 1, issues());
    atLeast("mediators", 0, mediators());
  }

  private static void atLeast(String what, int least, Range<Integer> range) {
    if (!range.hasLowerBound() || !range.hasUpperBound() || range.lowerEndpoint() < least) {
      throw new IllegalArgumentException(
          "agendas with (%s) %s must have (%s) or more, and a most".formatted(range, what, least));
    }
  }

  @Override
  default Agenda draw(Choices choices) {
    Setting setting = choices.of(Setting.ALL);
    Agenda.Builder agenda = Agenda.builder();
    List<ActorId> principals = new ArrayList<>();
    int manyPrincipals = in(principals(), choices);
    for (int i = 0; i < manyPrincipals; i++) {
      Setting.Named who = nth(setting.principals(), i);
      agenda.principal(who.id(), who.name());
      principals.add(ActorId.of(who.id()));
    }
    int manyMediators = in(mediators(), choices);
    for (int i = 0; i < manyMediators; i++) {
      Setting.Named who = nth(setting.mediators(), i);
      Role role = i == 0 ? Role.MEDIATOR : Role.GUARANTOR;
      Party party = Party.of(who.id(), who.name(), role);
      agenda.party(i == 1 ? party.withAllyOf(principals.get(0)) : party);
    }
    if (choices.oneIn(2)) {
      agenda.addOutsiders(
          new Outsider(ActorId.of(setting.outsider().id()), setting.outsider().name()));
    }
    List<IssueId> issues = new ArrayList<>();
    int first = choices.below(setting.subjects().size());
    int manyIssues = in(issues(), choices);
    for (int i = 0; i < manyIssues; i++) {
      Issue issue = issue(setting, first + i, i, principals, choices);
      agenda.issue(issue);
      issues.add(issue.id());
    }
    if (choices.oneIn(2)) {
      agenda.delegation(delegation(principals.get(0), issues, choices));
    }
    agenda.ratification(ratification(principals, choices));
    return agenda.build();
  }

  private static Ratification ratification(List<ActorId> principals, Choices choices) {
    return switch (choices.below(4)) {
      case 2 -> Ratification.by(choices.of(principals));
      case 3 -> Ratification.all();
      default -> Ratification.none();
    };
  }

  private static int in(Range<Integer> range, Choices choices) {
    return choices.between(range.lowerEndpoint(), range.upperEndpoint());
  }

  private static Setting.Named nth(List<Setting.Named> all, int i) {
    Setting.Named who = all.get(i % all.size());
    String more = "-" + (i / all.size() + 1);
    return i < all.size()
        ? who
        : new Setting.Named(who.id() + more, who.name() + " " + more.substring(1));
  }

  private static Issue issue(
      Setting setting, int place, int count, List<ActorId> principals, Choices choices) {
    int all = setting.subjects().size();
    Setting.Subject subject = setting.subjects().get(place % all);
    String id = count < all ? subject.id() : subject.id() + "-" + (count / all + 1);
    Issue.Builder issue =
        Issue.builder().id(IssueId.of(id)).scale(subject.scale()).demandKind(subject.kind());
    if (subject.first().isPresent() && !choices.oneIn(4)) {
      Better one = subject.first().get();
      Better other = one == Better.MORE ? Better.LESS : Better.MORE;
      issue.putBetter(principals.get(0), one).putBetter(principals.get(1), other);
      if (principals.size() > 2 && choices.oneIn(2)) {
        issue.putBetter(principals.get(2), choices.oneIn(2) ? one : other);
      }
    }
    if (choices.oneIn(3)) {
      issue.obligor(choices.of(principals));
    }
    return issue.build();
  }

  private static Delegation delegation(ActorId of, List<IssueId> issues, Choices choices) {
    Mandate mandate =
        switch (choices.below(4)) {
          case 0 -> Mandate.full();
          case 1 -> Mandate.adReferendum();
          case 2 -> Mandate.only(Map.of(issues.get(0), Authority.AD_REFERENDUM));
          default -> Mandate.only(Map.of(issues.get(0), Authority.FINAL));
        };
    return Delegation.builder()
        .id(DelegationId.of("experts"))
        .party(of)
        .name("experts of " + of)
        .level(choices.of(List.of(Level.values())))
        .mandate(mandate)
        .build();
  }

  /** Builds agendas to draw from. */
  final class Builder extends ImmutableAgendas.Builder {
    Builder() {}
  }
}
