package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.talks.Situation;
import java.util.Optional;

/**
 * A clause of a draft single negotiating text (Fisher and Ury 1981): plain where the issue is
 * settled among all, in brackets with each party's version where it is not. {@code 2. [shifts: on
 * trial (Port Authority) | abolished (Dockers' Union)]}. Immutable.
 *
 * @param number its number in the text, from 1
 * @param issue what it settles
 * @param agreed the value that all principals have settled, or empty while it is open to some
 * @param versions what each principal stands for, in the order of the agenda; empty once agreed
 */
public record Clause(
    int number, IssueId issue, Optional<Value> agreed, ImmutableList<Version> versions) {
  /**
   * What one principal stands for.
   *
   * @param party the principal
   * @param region its position; the first where it says different things to different counterparts;
   *     empty where it has named no region
   * @param words the wording, where it has named no region but said something
   */
  public record Version(ActorId party, Optional<Region> region, Optional<String> words) {}

  /**
   * {@return a draft of the text: a clause for each issue, in the order of the agenda}
   *
   * @param situation where a negotiation stands
   */
  public static ImmutableList<Clause> draft(Situation situation) {
    Agenda agenda = situation.agenda();
    ImmutableList.Builder<Clause> clauses = ImmutableList.builder();
    int number = 0;
    for (Issue issue : agenda.issueList()) {
      number++;
      Optional<Value> agreed = Optional.ofNullable(situation.closed().get(issue.id()));
      ImmutableList<Version> versions =
          agreed.isPresent()
              ? ImmutableList.of()
              : agenda.principals().stream()
                  .map(p -> version(situation, issue.id(), p))
                  .collect(ImmutableList.toImmutableList());
      clauses.add(new Clause(number, issue.id(), agreed, versions));
    }
    return clauses.build();
  }

  private static Version version(Situation situation, IssueId issue, ActorId party) {
    ImmutableList<Position> positions =
        situation.agenda().counterparts(party).stream()
            .map(q -> situation.position(new Line(party, issue, q)))
            .collect(ImmutableList.toImmutableList());
    return new Version(
        party,
        positions.stream().flatMap(p -> p.region().stream()).findFirst(),
        positions.stream().flatMap(p -> p.words().stream()).findFirst());
  }
}
