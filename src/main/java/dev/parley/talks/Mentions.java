package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.talks.Form.Component;

/** What acts name: the issues, what they bring, what they answer. */
final class Mentions {
  private Mentions() {}

  private static final Issues ISSUES = new Issues();
  private static final Brought BROUGHT = new Brought();
  private static final Answered ANSWERED = new Answered();

  static ImmutableSet<IssueId> issues(Act act) {
    return ImmutableSet.copyOf(Iterables.concat(act.tell(ISSUES)));
  }

  static ImmutableList<Object> brought(Act act) {
    return ImmutableList.copyOf(Iterables.concat(act.tell(BROUGHT)));
  }

  static ImmutableList<Object> answered(Act act) {
    return ImmutableList.copyOf(Iterables.concat(act.tell(ANSWERED)));
  }

  private static final class Issues extends Shape.Unless<Iterable<IssueId>> {
    Issues() {
      super(ImmutableSet.of());
    }

    @Override
    public Iterable<IssueId> issue(Component<?, ?> at, IssueId issue) {
      return ImmutableSet.of(issue);
    }

    @Override
    public Iterable<IssueId> issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
      return issues;
    }

    @Override
    public Iterable<IssueId> issueDefinition(Component<?, ?> at, Issue issue) {
      return ImmutableSet.of(issue.id());
    }

    @Override
    public Iterable<IssueId> demand(Component<?, ?> at, Demand demand) {
      return demand.asks().keySet();
    }

    @Override
    public Iterable<IssueId> standingDemand(Component<?, ?> at, Demand demand) {
      return demand.asks().keySet();
    }

    @Override
    public Iterable<IssueId> tie(Component<?, ?> at, Tie tie) {
      return Iterables.concat(ImmutableSet.of(tie.issue()), tie.others());
    }

    @Override
    public Iterable<IssueId> offers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return Iterables.concat(Iterables.transform(offers, Offer::issues));
    }

    @Override
    public Iterable<IssueId> standingOffer(Component<?, ?> at, Offer offer) {
      return offer.issues();
    }

    @Override
    public Iterable<IssueId> standingOffers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return offers(at, offers);
    }

    @Override
    public Iterable<IssueId> text(Component<?, ?> at, Text text) {
      return text.issues();
    }

    @Override
    public Iterable<IssueId> standingText(Component<?, ?> at, Text text) {
      return text.issues();
    }

    @Override
    public Iterable<IssueId> conditions(Component<?, ?> at, ImmutableList<Condition> conditions) {
      return Iterables.transform(conditions, Condition::issue);
    }

    @Override
    public Iterable<IssueId> obligation(Component<?, ?> at, Obligation obligation) {
      return obligation.undertaking().terms().map(Terms::issues).orElse(ImmutableSet.of());
    }
  }

  private static final class Brought extends Shape.Unless<ImmutableList<Object>> {
    Brought() {
      super(ImmutableList.of());
    }

    @Override
    public ImmutableList<Object> demand(Component<?, ?> at, Demand demand) {
      return ImmutableList.of(demand);
    }

    @Override
    public ImmutableList<Object> tie(Component<?, ?> at, Tie tie) {
      return ImmutableList.of(tie);
    }

    @Override
    public ImmutableList<Object> offers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return ImmutableList.copyOf(offers);
    }

    @Override
    public ImmutableList<Object> text(Component<?, ?> at, Text text) {
      return ImmutableList.of(text);
    }
  }

  private static final class Answered extends Shape.Unless<ImmutableList<Object>> {
    Answered() {
      super(ImmutableList.of());
    }

    @Override
    public ImmutableList<Object> standingDemand(Component<?, ?> at, Demand demand) {
      return ImmutableList.of(demand);
    }

    @Override
    public ImmutableList<Object> standingOffer(Component<?, ?> at, Offer offer) {
      return ImmutableList.of(offer);
    }

    @Override
    public ImmutableList<Object> standingOffers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return ImmutableList.copyOf(offers);
    }

    @Override
    public ImmutableList<Object> standingText(Component<?, ?> at, Text text) {
      return ImmutableList.of(text);
    }
  }
}
