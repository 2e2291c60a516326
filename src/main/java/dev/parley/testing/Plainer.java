package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Offer.Binding;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves with less to them: undated, on nobody's word, offers without conditions. */
final class Plainer {
  private Plainer() {}

  /** Returns a move without anything about who told it when. */
  static Move undressed(Move move) {
    return move.withOn(When.UNKNOWN)
        .withSource(Optional.empty())
        .withThrough(Optional.empty())
        .withWords("")
        .withCodes(ImmutableMap.of());
  }

  /** Returns plainer moves that other moves do not refer to. */
  static List<Move> alone(Move move) {
    List<Move> plainer = new ArrayList<>();
    plainer.add(undressed(move));
    plainer.add(move.withOn(When.UNKNOWN));
    plainer.add(move.withSource(Optional.empty()));
    plainer.add(move.withThrough(Optional.empty()));
    plainer.add(move.withWords("").withCodes(ImmutableMap.of()));
    plainer.addAll(acts(move.act()).stream().map(move::withAct).toList());
    plainer.removeIf(p -> p.equals(move));
    return plainer;
  }

  /** Offers alone come before what the form of the act can do without. */
  private static List<Act> acts(Act act) {
    List<Act> plainer = new ArrayList<>();
    if (act.offersMade().size() > 1) {
      for (Offer one : act.offersMade()) {
        plainer.add(
            act.change(
                new Shape.Mapping() {
                  @Override
                  public ImmutableList<Offer> offers(ImmutableList<Offer> alternatives) {
                    return ImmutableList.of(one);
                  }
                }));
      }
    }
    plainer.addAll(act.form().plainer(act));
    return plainer;
  }

  /** Returns what makes an offer or a demand of this move plainer wherever it is named. */
  static List<Rewriting> everywhere(Move move) {
    List<Rewriting> all = new ArrayList<>();
    for (Object brought : move.act().brings()) {
      if (brought instanceof Offer offer) {
        if (!offer.instalments().isEmpty()) {
          all.add(atOnce(offer));
        }
        offers(offer).forEach(plainer -> all.add(replacing(offer, plainer)));
        offer.undertakings().stream()
            .filter(u -> u.due().isPresent() || u.guarantor().isPresent())
            .forEach(u -> all.add(unsecured(u)));
      } else if (brought instanceof Demand demand) {
        demands(demand).forEach(plainer -> all.add(replacing(demand, plainer)));
      }
    }
    return all;
  }

  /**
   * Delivers in one step; what was owed in instalments keeps its name, but for the instalment's.
   */
  private static Rewriting atOnce(Offer offer) {
    return new Rewriting() {
      @Override
      public Offer offer(Offer o) {
        return o.equals(offer) ? o.withInstalments() : o;
      }

      @Override
      public Undertaking undertaking(Undertaking u) {
        return offer.instalments().stream()
            .map(i -> i.name() + ": ")
            .filter(u.name()::startsWith)
            .findFirst()
            .map(step -> whole(u.withName(u.name().substring(step.length()))))
            .orElse(u);
      }

      private Undertaking whole(Undertaking u) {
        return u.withTrigger(new Trigger.OnForce())
            .withTerms(u.terms().map(t -> offer.terms().only(t.issues())));
      }
    };
  }

  private static Rewriting replacing(Offer offer, Offer by) {
    return new Rewriting() {
      @Override
      public Offer offer(Offer o) {
        return o.equals(offer) ? by : o;
      }
    };
  }

  /** The obligation that follows from an undertaking is named by it. */
  private static Rewriting unsecured(Undertaking undertaking) {
    return new Rewriting() {
      @Override
      public Undertaking undertaking(Undertaking u) {
        return u.equals(undertaking)
            ? u.withDue(Optional.empty()).withGuarantor(Optional.empty())
            : u;
      }
    };
  }

  private static Rewriting replacing(Demand demand, Demand by) {
    return new Rewriting() {
      @Override
      public Demand demand(Demand d) {
        return d.equals(demand) ? by : d;
      }
    };
  }

  private static List<Offer> offers(Offer offer) {
    List<Offer> plainer = new ArrayList<>();
    plainer.add(offer.withConditions());
    plainer.add(offer.withUndertakings());
    plainer.add(offer.withExpiry(Optional.empty()));
    plainer.add(offer.withBinding(Binding.WHOLE));
    if (offer.instalments().isEmpty() && offer.terms().issues().size() > 1) {
      offer
          .terms()
          .issues()
          .forEach(i -> plainer.add(offer.withTerms(offer.terms().only(without(offer, i)))));
    }
    if (offer.to().size() > 1) {
      offer.to().forEach(to -> plainer.add(offer.withTo(to)));
    }
    plainer.removeIf(p -> weight(p) >= weight(offer));
    return plainer;
  }

  private static Set<dev.parley.agenda.IssueId> without(
      Offer offer, dev.parley.agenda.IssueId issue) {
    return com.google.common.collect.Sets.difference(offer.terms().issues(), Set.of(issue));
  }

  private static List<Demand> demands(Demand demand) {
    if (!(demand instanceof GeneralDemand d)) {
      return List.of();
    }
    List<Demand> plainer = new ArrayList<>();
    plainer.add(d.withFirmness(Optional.empty()));
    plainer.add(d.withSufficient(false));
    plainer.add(d.withOf());
    if (d.wanted().size() > 1) {
      d.wanted()
          .keySet()
          .forEach(
              issue ->
                  plainer.add(
                      d.withWanted(
                          com.google.common.collect.Maps.filterKeys(
                              d.wanted(), i -> !i.equals(issue)))));
    }
    plainer.removeIf(p -> weight(p) >= weight(demand));
    return plainer;
  }

  /** As much as it has elements, or one. */
  private static final Shape.Cases<Integer> SAID =
      new Shape.Unless<>(1) {
        @Override
        public Integer names(Component<?, ?> at, ImmutableSet<String> names) {
          return names.size();
        }

        @Override
        public Integer actors(Component<?, ?> at, ImmutableSet<ActorId> actors) {
          return actors.size();
        }

        @Override
        public Integer issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
          return issues.size();
        }
      };

  /** Returns how much there is to a move. */
  static int weight(Move move) {
    return (move.on().isUnknown() ? 0 : 1)
        + (move.source().isPresent() ? 1 : 0)
        + (move.through().isPresent() ? 1 : 0)
        + (move.words().isEmpty() && move.codes().isEmpty() ? 0 : 1)
        + weight(move.act());
  }

  /** What it puts forward weighs, and all that it says and need not say. */
  private static int weight(Act act) {
    Form<Act> form = act.form();
    int all = act.value(Shape.DEMAND).map(Plainer::weight).orElse(0);
    for (Offer offer : act.offersMade()) {
      all += 1 + weight(offer);
    }
    for (Component<Act, ?> component : form.components()) {
      if (component.usual().isPresent() && !form.isUsual(act, component)) {
        all += form.tell(act, component, SAID);
      }
    }
    return all;
  }

  private static int weight(Offer offer) {
    int undertakings =
        offer.undertakings().stream()
            .mapToInt(u -> 1 + (u.due().isPresent() ? 1 : 0) + (u.guarantor().isPresent() ? 1 : 0))
            .sum();
    return offer.conditions().size()
        + offer.instalments().size()
        + undertakings
        + offer.terms().issues().size()
        + offer.to().size()
        + (offer.expiry().isPresent() ? 1 : 0)
        + (offer.binding() == Binding.WHOLE ? 0 : 1);
  }

  private static int weight(Demand demand) {
    return demand.asks().size()
        + demand.of().size()
        + (demand.firmness().isPresent() ? 1 : 0)
        + (demand.sufficient() ? 1 : 0);
  }
}
