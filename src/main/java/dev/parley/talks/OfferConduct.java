package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How offers are made, withdrawn and rejected. */
final class OfferConduct {
  private OfferConduct() {}

  static ImmutableMap<IssueId, Region> wholeScales(Situation s) {
    return s.agenda().issueList().stream()
        .collect(ImmutableMap.toImmutableMap(i -> i.id(), i -> Region.all(i.scale())));
  }

  static List<Optional<Object>> standing(Situation s) {
    return s.offers().keySet().stream().map(Optional::<Object>of).collect(toImmutableList());
  }

  static void fits(Situation s, Terms terms, Breaches breaches) {
    for (Map.Entry<IssueId, Value> entry : terms.values().entrySet()) {
      IssueId id = entry.getKey();
      @org.jspecify.annotations.Nullable Issue issue = s.agenda().issues().get(id);
      if (issue == null) {
        Judgement.knows(s, id, breaches);
      } else if (!issue.scale().holds(entry.getValue())) {
        breaches.add(
            Law.ON_SCALE,
            () -> id + ": " + issue.scale().whyOff(entry.getValue()),
            () -> "The scale is " + issue.scale().describe());
      }
    }
  }

  private static void refers(Situation s, Offer offer, Breaches breaches) {
    Judgement.knows(s, offer.by(), breaches);
    offer.to().forEach(to -> Judgement.knows(s, to, breaches));
    fits(s, offer.terms(), breaches);
    for (Condition condition : offer.conditions()) {
      DemandConduct.refers(s, condition.issue(), condition.ask(), breaches);
    }
    offer.instalments().forEach(i -> fits(s, i.terms(), breaches));
    refers(s, offer.undertakings(), breaches);
  }

  static void refers(Situation s, List<Undertaking> undertakings, Breaches breaches) {
    for (Undertaking undertaking : undertakings) {
      Judgement.knows(s, undertaking.by(), breaches);
      undertaking.terms().ifPresent(t -> fits(s, t, breaches));
      undertaking.guarantor().ifPresent(g -> Judgement.knows(s, g, breaches));
    }
  }

  /** Says whether each has a name of its own. */
  static void distinct(List<Undertaking> undertakings, String where, Breaches breaches) {
    Set<String> names = undertakings.isEmpty() ? Set.of() : new HashSet<>();
    for (Undertaking undertaking : undertakings) {
      breaches.require(
          names.add(undertaking.name()),
          Law.DISTINCT,
          () -> "undertaking (%s) stands twice in the %s".formatted(undertaking.name(), where),
          () -> "Give each its own name");
    }
  }

  /** Says which offers could be answered instead. */
  static String standingOffers(Situation s, ActorId by) {
    List<Offer> open =
        s.offers().entrySet().stream()
            .filter(e -> e.getValue().open().containsKey(by))
            .map(Map.Entry::getKey)
            .toList();
    return open.isEmpty()
        ? "No offer to " + by + " stands"
        : "Standing offers to %s: %s"
            .formatted(
                by, String.join(" | ", open.stream().map(o -> o.terms().toString()).toList()));
  }

  static void stands(Situation s, ActorId by, Offer offer, String verb, Breaches breaches) {
    @org.jspecify.annotations.Nullable Standing standing = s.offers().get(offer);
    breaches.require(
        standing != null && (standing.open().containsKey(by) || !offer.to().contains(by)),
        Law.OFFER_STANDS,
        () -> "%s cannot %s %s".formatted(by, verb, breaches.fate(offer)),
        () -> standingOffers(s, by));
  }

  static void answeredByAddressee(
      Situation s, ActorId by, Offer offer, String verb, Breaches breaches) {
    if (offer.by().equals(by)) {
      breaches.add(
          Law.NOT_ITS_MAKER,
          () -> "%s cannot %s its own offer (%s)".formatted(by, verb, offer.terms()),
          () -> "Withdraw it, or wait for " + offer.to());
    } else {
      breaches.require(
          offer.to().contains(by),
          Law.BY_ADDRESSEE,
          () ->
              "%s cannot %s an offer that was not made to it (%s)"
                  .formatted(by, verb, offer.terms()),
          () -> "It was made to " + offer.to());
    }
  }

  static final class Make implements Conduct<Substantive.MakeOffer> {
    @Override
    public void refers(Situation s, Move move, Substantive.MakeOffer act, Breaches breaches) {
      act.alternatives().forEach(o -> OfferConduct.refers(s, o, breaches));
    }

    @Override
    public void admits(Situation s, Move move, Substantive.MakeOffer act, Breaches breaches) {
      breaches.require(
          !act.alternatives().isEmpty()
              && ImmutableSet.copyOf(act.alternatives()).size() == act.alternatives().size(),
          Law.DISTINCT,
          () -> move.by() + " makes no offer, or the same one twice",
          () -> "Give one offer or more, each once");
      for (Offer offer : act.alternatives()) {
        Judgement.ownName(move, offer.by(), "an offer", breaches);
        Judgement.addressedToOthers(s, offer.by(), offer.to(), "offer", breaches);
        distinctUndertakings(offer, breaches);
        breaches.require(
            !AgreementConduct.lapsed(offer, move.on()),
            Law.NOT_LAPSED,
            () ->
                "offer (%s) lapses on (%s), before it is made (%s)"
                    .formatted(offer.terms(), offer.expiry().orElse(When.UNKNOWN), move.on()),
            () -> "Give a later expiry");
      }
      act.counters()
          .ifPresent(
              countered -> {
                answeredByAddressee(s, move.by(), countered, "counter", breaches);
                stands(s, move.by(), countered, "counter", breaches);
              });
    }

    private static void distinctUndertakings(Offer offer, Breaches breaches) {
      distinct(offer.undertakings(), "offer", breaches);
      for (Undertaking undertaking : offer.undertakings()) {
        breaches.require(
            undertaking.by().equals(offer.by()) || offer.to().contains(undertaking.by()),
            Law.ADDRESSED_TO_OTHERS,
            () ->
                "undertaking (%s) binds (%s), who neither makes the offer nor is addressed by it"
                    .formatted(undertaking.name(), undertaking.by()),
            () -> "An offer can bind its maker and " + offer.to());
      }
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.MakeOffer act) {
      act.counters().ifPresent(c -> draft.endOffer(c, over(c, move.by()), OfferState.COUNTERED));
      for (Offer earlier : draft.situation.offers().keySet()) {
        for (Offer offer : act.alternatives()) {
          if (earlier.by().equals(offer.by())) {
            markGoalposts(draft, earlier, offer);
            if (!Collections.disjoint(earlier.issues(), offer.issues())) {
              draft.endOffer(earlier, offer.to(), OfferState.REPLACED);
            }
          }
        }
      }
      ImmutableSet<Offer> all = ImmutableSet.copyOf(act.alternatives());
      for (Offer offer : act.alternatives()) {
        draft.put(offer, beside(all, offer));
      }
      say(draft, move, act.alternatives());
    }
  }

  /** Returns how an offer stands when it is made, beside itself or other alternatives. */
  private static Standing beside(ImmutableSet<Offer> alternatives, Offer offer) {
    ImmutableSet<IssueId> issues = offer.terms().issues();
    return Standing.builder()
        .build()
        .withOpen(Maps.toMap(offer.to(), to -> issues))
        .withAlternatives(Draft.without(alternatives, offer));
  }

  private static void markGoalposts(Draft draft, Offer earlier, Offer offer) {
    for (Condition was : earlier.conditions()) {
      for (Condition is : offer.conditions()) {
        if (!was.sufficient() || !was.issue().equals(is.issue())) {
          continue;
        }
        Scale scale = draft.situation.agenda().requireIssue(was.issue()).scale();
        for (ActorId to : Sets.intersection(earlier.to(), offer.to())) {
          Line line = new Line(offer.by(), was.issue(), to);
          DemandConduct.markIfTightened(draft, line, was.ask().on(scale), is.ask().on(scale));
        }
      }
    }
  }

  /** A whole offer is over for all when one addressee rejects or counters it. */
  static ImmutableSet<ActorId> over(Offer offer, ActorId by) {
    return offer.binding() == Binding.WHOLE ? offer.to() : ImmutableSet.of(by);
  }

  /** States, for each addressee and issue, what the alternatives read together. */
  private static void say(Draft draft, Move move, ImmutableList<Offer> alternatives) {
    Map<Line, Region> readings = new LinkedHashMap<>();
    boolean conditional = false;
    Binding binding = Binding.SEVERABLE;
    for (Offer offer : alternatives) {
      conditional |= !offer.conditions().isEmpty();
      binding = offer.binding() == Binding.WHOLE ? Binding.WHOLE : binding;
      for (ActorId to : offer.to()) {
        if (!to.equals(offer.by()) && draft.situation.agenda().isPrincipal(to)) {
          read(draft, offer, to, readings);
        }
      }
    }
    for (Map.Entry<Line, Region> read : readings.entrySet()) {
      Region reading = read.getValue();
      Binding bound = binding;
      boolean under = conditional;
      draft.state(
          read.getKey(),
          move.speaker(),
          Optional.of(reading),
          Told.STATED,
          p -> p.offering(reading, bound, under));
    }
  }

  private static void read(Draft draft, Offer offer, ActorId to, Map<Line, Region> readings) {
    for (Map.Entry<IssueId, Value> value : offer.terms().values().entrySet()) {
      Line line = new Line(offer.by(), value.getKey(), to);
      Issue issue = draft.situation.agenda().requireIssue(value.getKey());
      Region reading = draft.reading(line, issue.exactly(value.getValue()));
      readings.merge(line, reading, Region::union);
    }
    for (Condition condition : offer.conditions()) {
      Scale scale = draft.situation.agenda().requireIssue(condition.issue()).scale();
      condition
          .ask()
          .on(scale)
          .ifPresent(
              region ->
                  readings.merge(
                      new Line(offer.by(), condition.issue(), to), region, Region::union));
    }
  }

  static final class Withdraw implements Conduct<Substantive.WithdrawOffer> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return standing(s);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (!(subject.orElse(null) instanceof Offer offer)) {
        return;
      }
      breaches.require(
          offer.by().equals(by),
          Law.BY_MAKER,
          () -> "%s cannot withdraw the offer of %s (%s)".formatted(by, offer.by(), offer.terms()),
          () -> "Reject it, or wait for " + offer.by());
      stands(s, by, offer, "withdraw", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.WithdrawOffer act) {
      Offer offer = act.offer();
      Standing standing = draft.offers().get(offer);
      if (standing == null) {
        return;
      }
      draft.endOffer(offer, offer.to(), OfferState.WITHDRAWN);
      for (ActorId to : standing.open().keySet()) {
        for (IssueId issue : offer.issues()) {
          withdraw(draft, move, new Line(offer.by(), issue, to), standing.alternatives());
        }
      }
    }

    private static void withdraw(
        Draft draft, Move move, Line line, ImmutableSet<Offer> alternatives) {
      Optional<Region> left =
          alternatives.stream()
              .filter(draft.offers()::containsKey)
              .filter(o -> o.to().contains(line.toward()))
              .flatMap(o -> o.terms().on(line.issue()).stream())
              .map(
                  v ->
                      draft.reading(
                          line, draft.situation.agenda().requireIssue(line.issue()).exactly(v)))
              .reduce(Region::union);
      draft.state(
          line,
          move.speaker(),
          Optional.empty(),
          left.isPresent() ? Told.STATED : Told.WITHDREW,
          p -> left.isPresent() ? p.offering(left.get(), Binding.WHOLE, true) : p.withdrawing());
    }
  }

  static final class Reject implements Conduct<Substantive.RejectOffer> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return standing(s);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.orElse(null) instanceof Offer offer) {
        answeredByAddressee(s, by, offer, "reject", breaches);
        stands(s, by, offer, "reject", breaches);
      }
    }

    @Override
    public void admits(Situation s, Move move, Substantive.RejectOffer act, Breaches breaches) {
      breaches.require(
          act.undisputed().isEmpty() || act.offer().terms().issues().containsAll(act.undisputed()),
          Law.PARTS_OF_OFFER,
          () ->
              "the rejection leaves %s undisputed, of which the offer does not speak"
                  .formatted(Sets.difference(act.undisputed(), act.offer().terms().issues())),
          () -> "The offer has " + act.offer().terms().issues());
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.RejectOffer act) {
      Offer offer = act.offer();
      draft.endOffer(offer, over(offer, move.by()), OfferState.REJECTED);
      if (!draft.situation.agenda().isPrincipal(move.by()) || offer.by().equals(move.by())) {
        return;
      }
      for (IssueId issue : offer.issues()) {
        Line line = new Line(move.by(), issue, offer.by());
        Optional<Value> value =
            offer.terms().on(issue).filter(v -> act.undisputed().contains(issue));
        if (value.isEmpty()) {
          draft.tell(line, Told.REJECTED);
          continue;
        }
        Region exactly = draft.situation.agenda().requireIssue(issue).exactly(value.get());
        draft.state(
            line,
            move.speaker(),
            Optional.of(exactly),
            Told.STATED,
            p -> p.leavingUndisputed(exactly, draft.reading(line, exactly)));
      }
    }
  }
}
