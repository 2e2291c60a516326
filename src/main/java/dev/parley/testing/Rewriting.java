package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.math.BigDecimal;
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

  default Text text(Text text) {
    return inside(text);
  }

  default Demand demand(Demand demand) {
    return inside(demand);
  }

  /** Returns how much an undertaking is about, or how much of it was done. */
  default BigDecimal amount(Undertaking of, BigDecimal amount) {
    return amount;
  }

  /** Returns a move with everything in it replaced. */
  default Move move(Move move) {
    return move.withBy(actor(move.by()))
        .withAct(act(move.act()))
        .withSource(move.source().map(this::source))
        .withOtherSources(move.otherSources().stream().map(this::source).toList());
  }

  default Source source(Source source) {
    return source.withSpeaksFor(source.speaksFor().map(this::actor));
  }

  default ImmutableSet<ActorId> actors(ImmutableSet<ActorId> ids) {
    return ids.stream().map(this::actor).collect(ImmutableSet.toImmutableSet());
  }

  default Terms terms(Terms terms) {
    if (terms.values().isEmpty()) {
      return terms;
    }
    Map<IssueId, Value> values = new LinkedHashMap<>();
    terms.values().forEach((issue, value) -> values.put(issue, value(issue, value)));
    return Terms.of(values);
  }

  /** An offer says what its text does, so that the text of the new one is the new text. */
  default Offer inside(Offer offer) {
    return Offer.builder()
        .by(actor(offer.by()))
        .addAllTo(actors(offer.to()))
        .addAllJointly(actors(offer.jointly()))
        .expiry(offer.expiry())
        .proposal(offer.proposal())
        .saying(inside(Text.builder().saying(offer).build()))
        .build();
  }

  default Text inside(Text text) {
    Map<IssueId, ImmutableMap<ActorId, Value>> brackets = new LinkedHashMap<>();
    text.brackets().forEach((issue, versions) -> brackets.put(issue, versions(issue, versions)));
    return text.withParties(actors(text.parties()))
        .withTerms(terms(text.terms()))
        .withConditions(conditions(text.conditions()))
        .withInstalments(
            text.instalments().stream()
                .map(i -> new Instalment(i.name(), terms(i.terms()), i.trigger()))
                .toList())
        .withUndertakings(text.undertakings().stream().map(this::undertaking).toList())
        .withOpenTo(actors(text.openTo()))
        .withVerifier(text.verifier().map(this::actor))
        .withBrackets(brackets)
        .withInForce(inForce(text.inForce()))
        .withReplaces(text.replaces().map(this::text))
        .withAmends(text.amends().map(this::text));
  }

  private ImmutableMap<ActorId, Value> versions(
      IssueId issue, ImmutableMap<ActorId, Value> versions) {
    Map<ActorId, Value> now = new LinkedHashMap<>();
    versions.forEach((party, value) -> now.put(actor(party), value(issue, value)));
    return ImmutableMap.copyOf(now);
  }

  default Undertaking undertaking(Undertaking undertaking) {
    return undertaking
        .withBy(actor(undertaking.by()))
        .withTerms(undertaking.terms().map(this::terms))
        .withAmount(undertaking.amount().map(a -> amount(undertaking, a)))
        .withTrigger(trigger(undertaking.trigger()))
        .withGuarantor(undertaking.guarantor().map(this::actor));
  }

  default Trigger trigger(Trigger trigger) {
    return trigger instanceof Trigger.After after && after.under().isPresent()
        ? new Trigger.After(after.instalment(), after.under().map(this::text), after.later())
        : trigger;
  }

  default EntryIntoForce inForce(EntryIntoForce entry) {
    Ratifiers ratifiers =
        entry.ratifiers() instanceof Ratifiers.Those those
            ? new Ratifiers.Those(actors(those.parties()))
            : entry.ratifiers();
    return new EntryIntoForce(
        ratifiers, entry.date(), entry.event().map(this::trigger), entry.provisionally());
  }

  default Obligation obligation(Obligation obligation) {
    return new Obligation(
        text(obligation.under()),
        undertaking(obligation.undertaking()),
        actors(obligation.owedTo()));
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

  default ImmutableList<Condition> conditions(ImmutableList<Condition> conditions) {
    return conditions.stream()
        .map(c -> new Condition(c.issue(), ask(c.issue(), c.ask()), c.sufficient()))
        .collect(ImmutableList.toImmutableList());
  }

  default Act act(Act act) {
    return act.change(
        new Shape.Mapping() {
          @Override
          public ActorId actor(ActorId id) {
            return Rewriting.this.actor(id);
          }

          @Override
          public ImmutableSet<ActorId> actors(ImmutableSet<ActorId> ids) {
            return Rewriting.this.actors(ids);
          }

          @Override
          public Issue issueDefinition(Issue issue) {
            return Rewriting.this.issue(issue);
          }

          @Override
          public Demand demand(Demand demand) {
            return Rewriting.this.demand(demand);
          }

          @Override
          public Demand standingDemand(Demand demand) {
            return Rewriting.this.demand(demand);
          }

          @Override
          public ImmutableList<Condition> conditions(ImmutableList<Condition> conditions) {
            return Rewriting.this.conditions(conditions);
          }

          @Override
          public Tie tie(Tie tie) {
            return new Tie(Rewriting.this.actor(tie.by()), tie.issue(), tie.order(), tie.others());
          }

          @Override
          public ImmutableList<Offer> offers(ImmutableList<Offer> offers) {
            return offers.stream()
                .map(Rewriting.this::offer)
                .collect(ImmutableList.toImmutableList());
          }

          @Override
          public Offer standingOffer(Offer offer) {
            return Rewriting.this.offer(offer);
          }

          @Override
          public Text text(Text text) {
            return Rewriting.this.text(text);
          }

          @Override
          public Text standingText(Text text) {
            return Rewriting.this.text(text);
          }

          @Override
          public BigDecimal amount(BigDecimal amount) {
            return act instanceof AfterDeal.Perform perform
                ? Rewriting.this.amount(perform.obligation().undertaking(), amount)
                : amount;
          }

          @Override
          public Obligation obligation(Obligation obligation) {
            return Rewriting.this.obligation(obligation);
          }

          @Override
          public Claim claim(Claim claim) {
            return claim
                .withSource(source(claim.source()))
                .withConcerning(claim.concerning().map(Rewriting.this::actor));
          }
        });
  }

  /** Returns an issue as it is from now on. */
  default Issue issue(Issue issue) {
    return issue;
  }
}
