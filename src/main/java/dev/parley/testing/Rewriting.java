package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Move;
import dev.parley.talks.Obligation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts one thing in the place of another wherever moves name it, so that an acceptance goes on
 * naming the offer that it accepts. Demands of a user's own kind stay as they are.
 */
interface Rewriting {
  default ActorId actor(ActorId id) {
    return id;
  }

  default Value value(IssueId issue, Value value) {
    return value;
  }

  default Ask ask(IssueId issue, Ask ask) {
    return ask;
  }

  default Offer offer(Offer offer) {
    return inside(offer);
  }

  default Demand demand(Demand demand) {
    return inside(demand);
  }

  /** Returns a move with everything in it replaced. */
  default Move move(Move move) {
    return move.withBy(actor(move.by()))
        .withAct(act(move.act()))
        .withSource(move.source().map(this::source));
  }

  default Source source(Source source) {
    return source.withSpeaksFor(source.speaksFor().map(this::actor));
  }

  default ImmutableSet<ActorId> actors(ImmutableSet<ActorId> ids) {
    return ids.stream().map(this::actor).collect(ImmutableSet.toImmutableSet());
  }

  default Terms terms(Terms terms) {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    terms.values().forEach((issue, value) -> values.put(issue, value(issue, value)));
    return Terms.of(values);
  }

  default Offer inside(Offer offer) {
    return offer
        .withBy(actor(offer.by()))
        .withTo(actors(offer.to()))
        .withTerms(terms(offer.terms()))
        .withConditions(
            offer.conditions().stream()
                .map(c -> new Condition(c.issue(), ask(c.issue(), c.ask()), c.sufficient()))
                .toList())
        .withInstalments(
            offer.instalments().stream()
                .map(i -> new Instalment(i.name(), terms(i.terms()), i.trigger()))
                .toList())
        .withUndertakings(offer.undertakings().stream().map(this::undertaking).toList());
  }

  default Undertaking undertaking(Undertaking undertaking) {
    return undertaking
        .withBy(actor(undertaking.by()))
        .withTerms(undertaking.terms().map(this::terms))
        .withGuarantor(undertaking.guarantor().map(this::actor));
  }

  default Obligation obligation(Obligation obligation) {
    return new Obligation(undertaking(obligation.undertaking()), actors(obligation.owedTo()));
  }

  default Demand inside(Demand demand) {
    ActorId by = actor(demand.by());
    ImmutableSet<ActorId> of = actors(demand.of());
    if (demand instanceof GeneralDemand d) {
      Map<IssueId, Ask> wanted = new LinkedHashMap<>();
      d.wanted().forEach((issue, ask) -> wanted.put(issue, ask(issue, ask)));
      return d.withBy(by).withOf(of).withWanted(wanted);
    }
    if (demand instanceof EndOfWar d) {
      return d.withBy(by).withOf(of).withLevel(ask(d.issue(), d.level()));
    }
    if (demand instanceof PrisonerRelease d) {
      return d.withBy(by).withOf(of).withNumber(ask(d.issue(), d.number()));
    }
    if (demand instanceof HostageRelease d) {
      return d.withBy(by).withOf(of).withNumber(ask(d.issue(), d.number()));
    }
    if (demand instanceof Withdrawal d) {
      return d.withBy(by)
          .withOf(of)
          .withExtent(ask(d.extentIssue(), d.extent()))
          .withTimetable(d.timetable().map(t -> ask(d.timetableIssue(), t)));
    }
    return demand instanceof HostageList d ? d.withBy(by).withOf(of) : demand;
  }

  default Act act(Act act) {
    if (act instanceof Substantive substantive) {
      return substantive(substantive);
    }
    if (act instanceof AfterDeal.SetOff a) {
      return new AfterDeal.SetOff(obligation(a.obligation()));
    }
    if (act instanceof AfterDeal.Perform a) {
      return new AfterDeal.Perform(obligation(a.obligation()), a.degree());
    }
    if (act instanceof AfterDeal.AllegeBreach a) {
      return new AfterDeal.AllegeBreach(obligation(a.obligation()), a.words());
    }
    if (act instanceof AfterDeal.Excuse a) {
      return new AfterDeal.Excuse(obligation(a.obligation()));
    }
    if (act instanceof Communicative.MakeClaim a) {
      Claim claim = a.claim();
      return new Communicative.MakeClaim(
          claim
              .withSource(source(claim.source()))
              .withConcerning(claim.concerning().map(this::actor)));
    }
    if (act instanceof Communicative.Accuse a) {
      return new Communicative.Accuse(actor(a.of()), a.words());
    }
    return act instanceof Procedural procedural ? procedural(procedural) : act;
  }

  default Act procedural(Procedural act) {
    return act;
  }

  private Act substantive(Substantive act) {
    if (act instanceof Substantive.RaiseDemand a) {
      return new Substantive.RaiseDemand(demand(a.demand()));
    }
    if (act instanceof Substantive.AmendDemand a) {
      return new Substantive.AmendDemand(demand(a.demand()));
    }
    if (act instanceof Substantive.RejectDemand a) {
      return new Substantive.RejectDemand(demand(a.demand()));
    }
    if (act instanceof Substantive.TieCommitment a) {
      Tie tie = a.tie();
      return new Substantive.TieCommitment(
          new Tie(actor(tie.by()), tie.issue(), tie.order(), tie.others()));
    }
    if (act instanceof Substantive.MakeOffer a) {
      return new Substantive.MakeOffer(
          a.alternatives().stream().map(this::offer).collect(ImmutableList.toImmutableList()),
          a.counters().map(this::offer));
    }
    if (act instanceof Substantive.WithdrawOffer a) {
      return new Substantive.WithdrawOffer(offer(a.offer()));
    }
    if (act instanceof Substantive.Accept a) {
      return new Substantive.Accept(offer(a.offer()), a.parts(), a.authority());
    }
    if (act instanceof Substantive.RejectOffer a) {
      return new Substantive.RejectOffer(offer(a.offer()), a.undisputed());
    }
    if (act instanceof Substantive.Attest a) {
      return new Substantive.Attest(terms(a.terms()), actors(a.among()), a.binding());
    }
    return act instanceof Substantive.Shift a
        ? new Substantive.Shift(a.direction(), a.issue(), actors(a.toward()))
        : act;
  }
}
