package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Substantive;
import java.util.Set;

/** What can go wrong in an act: in another's name, to oneself, in part where only all will do. */
final class Slips {
  private final Negotiation talks;
  private final Choices choices;
  private final Contents contents;

  Slips(Negotiation talks, Choices choices) {
    this.talks = talks;
    this.choices = choices;
    this.contents = new Contents(talks.agenda(), choices);
  }

  /** Only a principal has anything in its own name to ask, offer or attest. */
  ActorId inTheNameOf(ActKind kind, ActorId by) {
    boolean speaks = kind.who() == ActKind.Who.PRINCIPAL;
    boolean can = talks.agenda().isPrincipal(by);
    return speaks && (!can || choices.oneIn(6)) ? contents.principal() : by;
  }

  Act on(Act act) {
    if (!choices.oneIn(2)) {
      return act;
    }
    if (act instanceof Substantive.MakeOffer make) {
      Offer offer = make.alternatives().get(0);
      ActorId to = choices.oneIn(2) ? offer.by() : anybody();
      return new Substantive.MakeOffer(ImmutableList.of(offer.withTo(to)), make.counters());
    }
    if (act instanceof Substantive.RaiseDemand raise) {
      Demand demand = raise.demand();
      return new Substantive.RaiseDemand(general(demand).withOf(demand.by()));
    }
    if (act instanceof Substantive.AmendDemand amend && amend.demand().asks().size() > 1) {
      GeneralDemand demand = general(amend.demand());
      IssueId first = demand.asks().keySet().iterator().next();
      return new Substantive.AmendDemand(
          demand.withWanted(
              com.google.common.collect.Maps.filterKeys(demand.wanted(), first::equals)));
    }
    if (act instanceof Substantive.DropDemand drop && drop.issues().size() > 1) {
      return new Substantive.DropDemand(ImmutableSet.copyOf(Iterables.limit(drop.issues(), 1)));
    }
    if (act instanceof Substantive.Accept accept) {
      return new Substantive.Accept(accept.offer(), someIssue(), accept.authority());
    }
    if (act instanceof Substantive.RejectOffer reject) {
      return new Substantive.RejectOffer(reject.offer(), someIssue());
    }
    if (act instanceof Substantive.Attest attest) {
      ImmutableSet<ActorId> two =
          ImmutableSet.<ActorId>builder().add(anybody()).add(anybody()).build();
      return new Substantive.Attest(attest.terms(), two, attest.binding());
    }
    return act;
  }

  private ActorId anybody() {
    return choices.of(talks.agenda().actors().keySet().asList());
  }

  private ImmutableSet<IssueId> someIssue() {
    return ImmutableSet.copyOf(Set.of(contents.issue().id()));
  }

  private static GeneralDemand general(Demand demand) {
    return GeneralDemand.builder()
        .by(demand.by())
        .addAllOf(demand.of())
        .putAllWanted(demand.asks())
        .firmness(demand.firmness())
        .sufficient(demand.sufficient())
        .build();
  }
}
