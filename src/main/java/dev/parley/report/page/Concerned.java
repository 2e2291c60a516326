package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.Claim;
import dev.parley.talks.Act;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Shape;

/** Whom an act concerns beside the one who acts: whom it is addressed to, answers or speaks of. */
final class Concerned extends Shape.Unless<ImmutableSet<ActorId>> {
  private Concerned() {
    super(ImmutableSet.of());
  }

  static ImmutableSet<ActorId> by(Act act) {
    return act.tell(new Concerned()).stream()
        .flatMap(ImmutableSet::stream)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public ImmutableSet<ActorId> actor(Component<?, ?> at, ActorId value) {
    return ImmutableSet.of(value);
  }

  @Override
  public ImmutableSet<ActorId> actors(Component<?, ?> at, ImmutableSet<ActorId> value) {
    return value;
  }

  @Override
  public ImmutableSet<ActorId> demand(Component<?, ?> at, Demand value) {
    return ImmutableSet.copyOf(value.of());
  }

  @Override
  public ImmutableSet<ActorId> standingDemand(Component<?, ?> at, Demand value) {
    return ImmutableSet.of(value.by());
  }

  @Override
  public ImmutableSet<ActorId> standingOffers(Component<?, ?> at, ImmutableList<Offer> value) {
    return value.stream().map(Offer::by).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public ImmutableSet<ActorId> offers(Component<?, ?> at, ImmutableList<Offer> value) {
    return value.stream().flatMap(o -> o.to().stream()).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public ImmutableSet<ActorId> standingOffer(Component<?, ?> at, Offer value) {
    return ImmutableSet.of(value.by());
  }

  @Override
  public ImmutableSet<ActorId> text(Component<?, ?> at, Text value) {
    return ImmutableSet.copyOf(value.parties());
  }

  @Override
  public ImmutableSet<ActorId> standingText(Component<?, ?> at, Text value) {
    return ImmutableSet.copyOf(value.parties());
  }

  @Override
  public ImmutableSet<ActorId> obligation(Component<?, ?> at, Obligation value) {
    return ImmutableSet.<ActorId>builder().add(value.by()).addAll(value.owedTo()).build();
  }

  @Override
  public ImmutableSet<ActorId> claim(Component<?, ?> at, Claim value) {
    return value.concerning().stream().collect(ImmutableSet.toImmutableSet());
  }
}
