package dev.parley.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.play.Participant;
import dev.parley.play.Session;
import dev.parley.play.Strategy;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Strategies at a table that is made up: each principal has made-up preferences, a weight for each
 * issue and more or less of it, as the issue says.
 */
final class Opponents {
  /** The most outcomes that preferences are made up for; the last issues are left out beyond. */
  private static final BigInteger MOST = BigInteger.valueOf(20_000);

  /** The most rounds of such a session. */
  private static final int ROUNDS = 12;

  private Opponents() {}

  /**
   * Returns what comes of it: the moves of a session; none where there is nothing to bargain for.
   */
  static ImmutableList<Move> play(List<Strategy> strategies, Negotiation start, Choices choices) {
    List<Issue> issues = issues(start);
    if (issues.isEmpty()) {
      return ImmutableList.of();
    }
    OutcomeSpace space = OutcomeSpace.of(issues);
    List<ActorId> principals = start.agenda().principals();
    List<Participant> table = new ArrayList<>();
    for (int i = 0; i < principals.size(); i++) {
      AdditiveProfile profile = profile(space, principals.get(i), i, choices);
      table.add(Participant.of(profile, strategies.get(i % strategies.size())));
    }
    Session session = Session.of(start, table).within(choices.between(2, ROUNDS));
    return session
        .play(choices.below(Integer.MAX_VALUE))
        .negotiation()
        .chronicle()
        .entries()
        .stream()
        .skip(start.chronicle().size())
        .map(entry -> ((Entry.Told) entry).move())
        .collect(toImmutableList());
  }

  private static List<Issue> issues(Negotiation start) {
    List<Issue> issues = new ArrayList<>();
    for (Issue issue : start.agenda().issueList()) {
      boolean open = start.situation().status(issue.id()) != IssueStatus.CLOSED;
      if (open && !(issue.scale() instanceof Scale.Checklist)) {
        issues.add(issue);
        if (OutcomeSpace.of(issues).size().compareTo(MOST) > 0) {
          issues.remove(issues.size() - 1);
        }
      }
    }
    return issues;
  }

  private static AdditiveProfile profile(
      OutcomeSpace space, ActorId party, int place, Choices choices) {
    List<Issue> issues = space.issues();
    List<Integer> weights = issues.stream().map(issue -> choices.between(1, 5)).toList();
    int sum = weights.stream().mapToInt(Integer::intValue).sum();
    AdditiveProfile.Builder profile = AdditiveProfile.on(space, party.text()).reservation("0.2");
    for (int i = 0; i < issues.size(); i++) {
      Issue issue = issues.get(i);
      Fraction weight = new Fraction(BigInteger.valueOf(weights.get(i)), BigInteger.valueOf(sum));
      profile.issue(issue.id(), weight, evaluation(issue, party, place, choices));
    }
    return profile.build();
  }

  private static Evaluation evaluation(Issue issue, ActorId party, int place, Choices choices) {
    if (issue.scale() instanceof Scale.Options options) {
      Evaluation.Table table = Evaluation.table();
      for (String name : options.names()) {
        table = table.value(name, "0." + choices.below(10));
      }
      return table;
    }
    Better usual = place % 2 == 0 ? Better.MORE : Better.LESS;
    return issue.better().getOrDefault(party, usual) == Better.MORE
        ? Evaluation.linear("0", "1")
        : Evaluation.linear("1", "0");
  }
}
