package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.math.BigDecimal;

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
    ActKind kind = act.kind();
    return act.change(
        new Shape.Mapping() {
          @Override
          public ImmutableList<Offer> offers(ImmutableList<Offer> offers) {
            Offer offer = offers.get(0);
            return ImmutableList.of(
                offer.proposal()
                    ? offer.withBy(offer.to().asList().get(0))
                    : offer.withTo(choices.oneIn(2) ? offer.by() : anybody()));
          }

          @Override
          public Demand demand(Demand demand) {
            if (kind == ActKind.RAISE_DEMAND) {
              return general(demand).withOf(demand.by());
            }
            IssueId first = demand.asks().keySet().iterator().next();
            return demand.asks().size() > 1
                ? general(demand).withWanted(Maps.filterKeys(demand.asks(), first::equals))
                : demand;
          }

          @Override
          public ImmutableSet<IssueId> issues(ImmutableSet<IssueId> issues) {
            return kind == ActKind.DROP_DEMAND
                ? ImmutableSet.copyOf(Iterables.limit(issues, 1))
                : ImmutableSet.of(contents.issue().id());
          }

          @Override
          public Text text(Text text) {
            return text.withParties(anybody(), anybody());
          }

          @Override
          public Text standingText(Text text) {
            return choices.oneIn(3) ? text(text) : text;
          }

          @Override
          public BigDecimal amount(BigDecimal amount) {
            return choices.oneIn(2) ? amount.multiply(BigDecimal.TEN) : amount.negate();
          }
        });
  }

  private ActorId anybody() {
    return choices.of(talks.agenda().actors().keySet().asList());
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
