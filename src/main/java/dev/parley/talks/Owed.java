package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a text makes those owe whom it binds: what it says itself, and what follows from terms. */
final class Owed {
  private Owed() {}

  /** Returns what is owed under a text where some issues of its terms are agreed, in its order. */
  static ImmutableList<Obligation> under(Agenda agenda, Text text, Set<IssueId> issues) {
    ImmutableList.Builder<Obligation> all = ImmutableList.builder();
    for (Undertaking undertaking : undertakings(agenda, text, issues)) {
      ImmutableSet<ActorId> owedTo =
          Sets.difference(text.parties(), ImmutableSet.of(undertaking.by())).immutableCopy();
      all.add(new Obligation(text, undertaking, owedTo));
    }
    return all.build();
  }

  /** What the text says who does, and what an issue's obligor owes where it says nothing. */
  private static List<Undertaking> undertakings(Agenda agenda, Text text, Set<IssueId> issues) {
    List<Undertaking> all = new ArrayList<>(text.undertakings());
    for (IssueId issue : issues) {
      boolean named =
          text.undertakings().stream()
              .anyMatch(
                  u ->
                      u.name().equals(issue.text())
                          || u.terms().filter(t -> t.on(issue).isPresent()).isPresent());
      Optional<ActorId> obligor = agenda.issue(issue).flatMap(Issue::obligor);
      if (!named && obligor.filter(text.parties()::contains).isPresent()) {
        implied(text, issue, obligor.get(), all);
      }
    }
    return all;
  }

  /** An issue is owed by its obligor; in instalments where there are any. */
  private static void implied(Text text, IssueId issue, ActorId by, List<Undertaking> all) {
    List<Instalment> steps =
        text.instalments().stream().filter(i -> i.terms().on(issue).isPresent()).toList();
    if (steps.isEmpty()) {
      all.add(
          Undertaking.builder()
              .name(issue.text())
              .by(by)
              .terms(text.terms().only(Set.of(issue)))
              .build());
    }
    for (Instalment step : steps) {
      all.add(
          Undertaking.builder()
              .name(step.name() + ": " + issue)
              .by(by)
              .terms(step.terms().only(Set.of(issue)))
              .trigger(step.trigger())
              .build());
    }
  }
}
