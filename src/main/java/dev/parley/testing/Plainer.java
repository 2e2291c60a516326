package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Offers alone come before what the form of the act can do without; to sign is to be done. */
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
    if (act.kind() == ActKind.INITIAL) {
      plainer.add(new Substantive.Sign(act.value(Shape.STANDING_TEXT).orElseThrow()));
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
        offer.undertakings().forEach(u -> plainer(u).forEach(p -> all.add(replacing(u, p))));
      } else if (brought instanceof Text text) {
        texts(text).forEach(plainer -> all.add(replacing(text, plainer)));
        text.undertakings().forEach(u -> plainer(u).forEach(p -> all.add(replacing(u, p))));
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
        return o.equals(offer) ? o.withInstalments() : inside(o);
      }

      @Override
      public Text text(Text t) {
        return t.equals(offer.text()) ? t.withInstalments() : inside(t);
      }

      @Override
      public Obligation obligation(Obligation o) {
        return o.under().equals(offer.text())
            ? new Obligation(text(o.under()), delivered(o.undertaking()), o.owedTo())
            : Rewriting.super.obligation(o);
      }

      private Undertaking delivered(Undertaking u) {
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

  /** What is consented to, and what is owed, is named by the text of the offer. */
  private static Rewriting replacing(Offer offer, Offer by) {
    return new Rewriting() {
      @Override
      public Offer offer(Offer o) {
        return o.equals(offer) ? by : inside(o);
      }

      @Override
      public Text text(Text t) {
        return t.equals(offer.text()) ? by.text() : inside(t);
      }

      @Override
      public Obligation obligation(Obligation o) {
        return under(o, text(o.under()));
      }
    };
  }

  /** A text that names no parties is signed as one that names them all. */
  private static Rewriting replacing(Text text, Text by) {
    return new Rewriting() {
      @Override
      public Text text(Text t) {
        if (t.equals(text)) {
          return by;
        }
        return text.parties().isEmpty() && t.withParties().equals(text)
            ? by.withParties(t.parties())
            : inside(t);
      }

      @Override
      public Obligation obligation(Obligation o) {
        return under(o, text(o.under()));
      }
    };
  }

  /** What is owed under a text is owed to those whom it binds. */
  private static Obligation under(Obligation owed, Text text) {
    return new Obligation(
        text,
        owed.undertaking(),
        text.equals(owed.under())
            ? owed.owedTo()
            : ImmutableSet.copyOf(Sets.difference(text.parties(), Set.of(owed.by()))));
  }

  private static List<Undertaking> plainer(Undertaking undertaking) {
    List<Undertaking> plainer = new ArrayList<>();
    plainer.add(undertaking.withDue(Optional.empty()).withGuarantor(Optional.empty()));
    plainer.add(undertaking.withAmount(Optional.empty()));
    plainer.add(undertaking.withRefrain(false));
    plainer.add(undertaking.withTrigger(new Trigger.OnForce()));
    plainer.removeIf(undertaking::equals);
    return plainer;
  }

  /** The obligation that follows from an undertaking is named by it. */
  private static Rewriting replacing(Undertaking undertaking, Undertaking by) {
    return new Rewriting() {
      @Override
      public Undertaking undertaking(Undertaking u) {
        return u.equals(undertaking) ? by : u;
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
    for (Text said : sayingLess(Text.builder().saying(offer).build())) {
      plainer.add(
          Offer.builder()
              .by(offer.by())
              .addAllTo(offer.to())
              .expiry(offer.expiry())
              .proposal(offer.proposal())
              .saying(said)
              .build());
    }
    plainer.add(offer.withExpiry(Optional.empty()));
    if (offer.to().size() > (offer.proposal() ? 2 : 1)) {
      for (ActorId to : offer.to()) {
        plainer.add(
            offer.proposal()
                ? offer.withTo(Sets.difference(offer.to(), Set.of(to)))
                : offer.withTo(to));
      }
    }
    plainer.removeIf(p -> weight(p) >= weight(offer));
    return plainer;
  }

  private static List<Text> texts(Text text) {
    List<Text> plainer = new ArrayList<>(sayingLess(text));
    plainer.add(text.withInstalments());
    plainer.add(text.withParties());
    plainer.removeIf(p -> weight(p) >= weight(text));
    return plainer;
  }

  private static List<Text> sayingLess(Text text) {
    List<Text> less = new ArrayList<>();
    less.add(text.withConditions());
    if (!text.terms().values().isEmpty()) { // else it would say nothing
      less.add(text.withUndertakings());
      less.add(text.withBrackets(Map.of()));
    }
    less.add(text.withReplaces(Optional.empty()));
    less.add(text.withAmends(Optional.empty()));
    less.add(text.withBinding(Binding.WHOLE));
    less.add(text.withComprehensive(false));
    less.add(text.withInterim(false));
    less.add(text.withStandsAlone(false));
    less.add(text.withOpenTo());
    less.add(text.withDenounceable(false));
    less.add(text.withVerifier(Optional.empty()));
    less.add(text.withLasts(Optional.empty()));
    less.add(text.withInForce(EntryIntoForce.ON_RATIFICATION));
    if (text.instalments().isEmpty() && text.terms().issues().size() > 1) {
      text.terms()
          .issues()
          .forEach(i -> less.add(text.withTerms(text.terms().only(without(text, i)))));
    }
    return less;
  }

  private static Set<IssueId> without(Text text, IssueId issue) {
    return Sets.difference(text.terms().issues(), Set.of(issue));
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
                  plainer.add(d.withWanted(Maps.filterKeys(d.wanted(), i -> !i.equals(issue)))));
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
        public Integer conditions(Component<?, ?> at, ImmutableList<Condition> conditions) {
          return conditions.size();
        }

        @Override
        public Integer issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
          return issues.size();
        }
      };

  /** Returns how much there is to a move. */
  static int weight(Move move) {
    return (move.on().isUnknown() ? 0 : 1)
        + move.sources().size()
        + move.becauseOf().size()
        + (move.through().isPresent() ? 1 : 0)
        + (move.words().isEmpty() && move.codes().isEmpty() ? 0 : 1)
        + weight(move.act());
  }

  /** What it puts forward weighs, and all that it says and need not say. */
  private static int weight(Act act) {
    Form<Act> form = act.form();
    int all = act.value(Shape.DEMAND).map(Plainer::weight).orElse(0);
    all += act.kind() == ActKind.INITIAL ? 1 : 0;
    for (Offer offer : act.offersMade()) {
      all += 1 + weight(offer);
    }
    all += act.value(Shape.TEXT).map(text -> 1 + weight(text)).orElse(0);
    for (Component<Act, ?> component : form.components()) {
      if (component.usual().isPresent() && !form.isUsual(act, component)) {
        all += form.tell(act, component, SAID);
      }
    }
    return all;
  }

  private static int weight(Offer offer) {
    return said(offer) + offer.to().size() + (offer.expiry().isPresent() ? 1 : 0);
  }

  private static int weight(Text text) {
    return said(text) + text.parties().size();
  }

  private static int said(Provisions text) {
    return text.conditions().size()
        + text.instalments().size()
        + text.undertakings().stream().mapToInt(Plainer::weight).sum()
        + text.brackets().size()
        + text.terms().issues().size()
        + (text.binding() == Binding.WHOLE ? 0 : 1)
        + (text.comprehensive() ? 1 : 0)
        + (text.interim() ? 1 : 0)
        + (text.standsAlone() ? 1 : 0)
        + text.openTo().size()
        + (text.denounceable() ? 1 : 0)
        + (text.verifier().isPresent() ? 1 : 0)
        + (text.lasts().isPresent() ? 1 : 0)
        + (text.inForce().equals(EntryIntoForce.ON_RATIFICATION) ? 0 : 1)
        + (text.replaces().isPresent() ? 1 : 0)
        + (text.amends().isPresent() ? 1 : 0);
  }

  private static int weight(Undertaking undertaking) {
    return 1
        + (undertaking.due().isPresent() ? 1 : 0)
        + (undertaking.guarantor().isPresent() ? 1 : 0)
        + (undertaking.amount().isPresent() ? 1 : 0)
        + (undertaking.refrain() ? 1 : 0)
        + (undertaking.trigger() instanceof Trigger.OnForce ? 0 : 1);
  }

  private static int weight(Demand demand) {
    return demand.asks().size()
        + demand.of().size()
        + (demand.firmness().isPresent() ? 1 : 0)
        + (demand.sufficient() ? 1 : 0);
  }
}
