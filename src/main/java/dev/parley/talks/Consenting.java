package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consent to a text states and signs, and which laws it keeps, however it is given. */
final class Consenting {
  private Consenting() {}

  /** Signs what a text says on a line, be it said there or not. */
  static void bind(Draft draft, Line line, Text text) {
    agreed(draft, text, line.issue())
        .ifPresent(
            region ->
                draft.sign(
                    line,
                    p ->
                        p.consenting(
                            region,
                            stated(draft, text, line, region),
                            text,
                            Position.Consenting.FINALLY)));
  }

  /** States, in the baseline too, to what of an agreement a party consented towards another. */
  static void restate(Draft draft, Accord accord, ActorId giver, ActorId other) {
    Text text = accord.text();
    @Nullable Assent given = accord.assents().get(giver);
    if (given == null
        || !given.kind().stands()
        || accord.conditions().containsValue(Fulfilment.FAILED)) {
      return;
    }
    for (IssueId issue : issues(text, given.parts().keySet())) {
      Line line = new Line(giver, issue, other);
      Optional<Region> region = agreed(draft, text, issue);
      if (region.isPresent() && draft.binds(line)) {
        Consent.Kind kind = given.parts().getOrDefault(issue, given.kind());
        Position.Stated stated = stated(draft, text, line, region.get());
        draft.change(line, p -> p.consenting(region.get(), stated, text, how(kind)));
        draft.rebase(line);
      }
    }
  }

  private static Position.Consenting how(Consent.Kind kind) {
    return kind.isFinal() ? Position.Consenting.FINALLY : Position.Consenting.AD_REFERENDUM;
  }

  /** The issues on which a consent to some parts of a text says something. */
  static Set<IssueId> issues(Text text, Set<IssueId> parts) {
    return Sets.union(parts, Sets.difference(text.issues(), text.terms().issues()));
  }

  /** The issues on which one commits itself that agrees to a text, or puts it forward. */
  static ImmutableSet<IssueId> committed(Provisions text) {
    if (text.undertakings().isEmpty()) {
      return text.issues();
    }
    ImmutableSet.Builder<IssueId> issues = ImmutableSet.builder();
    issues.addAll(text.issues());
    text.undertakings().forEach(u -> u.terms().ifPresent(t -> issues.addAll(t.issues())));
    return issues.build();
  }

  /** What a text says on an issue: the value of its terms, or the range of a condition. */
  static Optional<Region> agreed(Draft draft, Text text, IssueId id) {
    Issue issue = draft.situation.agenda().requireIssue(id);
    return text.terms()
        .on(id)
        .map(issue::exactly)
        .or(
            () ->
                text.conditions().stream()
                    .filter(c -> c.issue().equals(id))
                    .flatMap(c -> c.ask().on(issue.scale()).stream())
                    .findFirst());
  }

  /** A consent reads as an offer of the terms does, and bears its marks. */
  static Position.Stated stated(Draft draft, Text text, Line line, Region region) {
    boolean value = text.terms().on(line.issue()).isPresent();
    return new Position.Stated(
        Optional.empty(),
        Optional.of(region),
        Optional.of(value ? draft.reading(line, region) : region),
        "",
        value ? OfferConduct.conditions(text) : ImmutableSet.of(),
        OfferConduct.isPackage(text));
  }

  /**
   * States what is consented to on the giver's lines towards the others whom the text binds: its
   * terms, and the ranges of its conditions.
   */
  static void state(
      Draft draft,
      ActorId giver,
      Text text,
      ImmutableSet<IssueId> parts,
      Consent.Kind kind,
      Optional<Offer> offer) {
    for (ActorId other : others(draft, text)) {
      for (IssueId issue : issues(text, parts)) {
        Line line = new Line(giver, issue, other);
        Optional<Region> region = agreed(draft, text, issue);
        if (region.isPresent() && draft.binds(line)) {
          Position.Stated stated =
              kind.isFinal()
                  ? stated(draft, text, line, region.get())
                  : OfferConduct.read(draft, line, text, offer);
          draft.agree(line, region.get(), p -> p.consenting(region.get(), stated, text, how(kind)));
        }
      }
      if (kind.isFinal() && text.comprehensive()) {
        OfferConduct.leaveOut(draft, giver, other, text.terms().issues());
      }
    }
    if (kind.isFinal()) {
      Agreeing.tellDemands(
          draft,
          Accord.builder().text(text).stage(AgreementStage.TABLED).build(),
          parts,
          p -> p.equals(giver) || offer.filter(o -> !o.proposal() && o.by().equals(p)).isPresent(),
          e -> e == Tables.DemandEvent.FAIL);
    }
  }

  private static Set<ActorId> others(Draft draft, Text text) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    return accord == null ? text.parties() : Sets.union(text.parties(), accord.bound());
  }

  /** What a consent must keep, however it is given. */
  static void consentable(
      Situation s, Move move, Text text, ImmutableSet<IssueId> parts, Breaches breaches) {
    for (Accord accord : changedUnnamed(s, text, parts)) {
      breaches.add(
          Law.AMENDS_BY_NAME,
          () ->
              "%s cannot agree to %s: %s was agreed as a whole, and says otherwise there"
                  .formatted(move.by(), breaches.name(text), breaches.name(accord.text())),
          () -> "Let the text replace or amend that agreement by name");
    }
    outsideRange(s, text, parts)
        .ifPresent(
            condition ->
                breaches.add(
                    Law.WITHIN_RANGE,
                    () ->
                        "%s cannot settle (%s) at %s: what was agreed depends on (%s) there"
                            .formatted(
                                move.by(),
                                condition.issue(),
                                text.terms().on(condition.issue()).orElseThrow(),
                                condition.ask()),
                    () -> "Settle it within that, or replace the agreement"));
    triggered(s, text, breaches);
    enters(s, text, breaches);
  }

  /** An undertaking waits for another, of its text or of one before, and in no ring. */
  static void triggered(Situation s, Text text, Breaches breaches) {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    text.undertakings().forEach(u -> triggers.put(u.name(), u.trigger()));
    for (String start : triggers.keySet()) {
      Set<String> waiting = new LinkedHashSet<>();
      String name = start;
      while (triggers.get(name) instanceof Trigger.After after
          && after.under().isEmpty()
          && waiting.add(name)) {
        name = after.instalment();
      }
      if (waiting.contains(name)) {
        breaches.add(
            Law.TRIGGERED,
            () ->
                "undertaking (%s) can never be due: it waits for itself, by way of %s"
                    .formatted(start, Listed.names(waiting)),
            () -> "Let one of these wait for something else");
      } else if (triggers.get(start) instanceof Trigger.After after && !isKnown(s, text, after)) {
        breaches.add(
            Law.TRIGGERED,
            () ->
                "undertaking (%s) waits for (%s), which is nothing that is agreed"
                    .formatted(start, after.instalment()),
            () -> "Name another undertaking: " + Listed.names(triggers.keySet()));
      }
    }
  }

  /**
   * An agreement comes into force by whom it binds, after what is agreed and can be done before.
   */
  private static void enters(Situation s, Text text, Breaches breaches) {
    Ratifiers ratifiers = text.inForce().ratifiers();
    Set<ActorId> can = Sets.filter(text.parties(), s.agenda()::isPrincipal);
    breaches.require(
        ratifiers instanceof Ratifiers.Those those
            ? can.containsAll(those.parties())
            : !(ratifiers instanceof Ratifiers.AtLeast some) || some.parties() <= can.size(),
        Law.TRIGGERED,
        () ->
            "%s can never come into force (%s): the principals it binds are %s"
                .formatted(breaches.name(text), ratifiers, Listed.names(can)),
        () -> "Let it come into force once some of these have ratified");
    if (text.inForce().event().orElse(null) instanceof Trigger.After after) {
      boolean known = isKnown(s, text, after);
      boolean own = after.under().isEmpty() && says(text, after.instalment());
      breaches.require(
          known && (!own || text.inForce().provisionally()),
          Law.TRIGGERED,
          () ->
              known
                  ? "%s can never come into force: it waits for (%s), which it says itself"
                      .formatted(breaches.name(text), after.instalment())
                  : "%s comes into force after (%s), which is nothing that is agreed"
                      .formatted(breaches.name(text), after.instalment()),
          () ->
              known
                  ? "Let it be applied provisionally, or wait for something else"
                  : ObligationConduct.obligations(s));
    }
  }

  static boolean isKnown(Situation s, Text text, Trigger.After after) {
    String name = after.instalment();
    if (after.under().isPresent()) {
      return s.owedUnder(Settling.resolved(s, after.under().get())).stream()
          .anyMatch(o -> o.isNamed(name));
    }
    return says(text, name)
        || s.obligations().keySet().stream().anyMatch(o -> o.name().equals(name));
  }

  private static boolean says(Text text, String name) {
    return text.undertakings().stream().anyMatch(u -> u.name().equals(name))
        || text.instalments().stream().anyMatch(i -> i.name().equals(name))
        || text.terms().issues().stream().anyMatch(i -> i.text().equals(name));
  }

  /** Those whom an agreement binds are bound to what it says towards one who joins it. */
  static void bindOthers(Draft draft, Accord accord, ActorId joining) {
    for (ActorId party : accord.bound()) {
      for (IssueId issue : accord.settles()) {
        bind(draft, new Line(party, issue, joining), accord.text());
      }
    }
    draft.agreed(accord);
  }

  /** Takes down a consent to the whole of a text, its values stated on the giver's lines. */
  static void consent(Draft draft, Move move, Text text, Consent.Kind kind) {
    ImmutableSet<IssueId> parts = ImmutableSet.copyOf(text.terms().issues());
    state(draft, move.by(), text, parts, kind, Optional.empty());
    Agreeing.give(
        draft, text, ImmutableMap.of(move.by(), assent(draft, move, kind, parts)), move.on());
  }

  /** Returns a consent, for the organ to confirm that the mandate of who gave it names. */
  static Assent assent(Draft draft, Move move, Consent.Kind kind, Set<IssueId> parts) {
    return Assent.of(kind, parts)
        .confirmedBy(
            move.through()
                .map(draft.situation.agenda().delegations()::get)
                .flatMap(Delegation::confirmedBy));
  }

  /** What was consented to ad referendum is final now, or ratified, on the same issues. */
  static void confirm(Draft draft, ActorId party, Text text, Consent.Kind kind, When on) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    @Nullable Assent given = accord == null ? null : accord.assents().get(party);
    if (accord == null || given == null || !given.kind().stands()) {
      return;
    }
    if (given.isProvisional()) {
      ImmutableSet<IssueId> parts = given.provisionallyOn();
      state(draft, party, text, parts, Consent.Kind.SIGNED, Optional.empty());
      for (Offer offer : ImmutableList.copyOf(draft.offers().keySet())) {
        if (offer.text().equals(text) && offer.to().contains(party)) {
          AcceptConduct.Accept.sign(draft, offer, party, parts);
        }
      }
    }
    Assent confirmed = Assent.of(kind, given.parts().keySet());
    Agreeing.give(draft, text, ImmutableMap.of(party, confirmed), on);
    if (given.isProvisional()) {
      Agreeing.closeAgreed(draft, text);
    }
  }

  /** The agreements that a whole agreement forbids a text to change without naming them. */
  private static Set<Accord> changedUnnamed(Situation s, Text text, Set<IssueId> issues) {
    Set<Accord> changed = new LinkedHashSet<>();
    for (Accord accord : s.agreements().values()) {
      boolean shared =
          accord.settles().stream()
              .anyMatch(i -> issues.contains(i) && Agreeing.differ(accord.text(), text, i));
      boolean covered = issues.containsAll(accord.settles());
      if (accord.stage().isSigned()
          && accord.stage() != AgreementStage.FULFILLED
          && accord.text().binding() == Binding.WHOLE
          && !accord.text().interim()
          && shared
          && !covered
          && text.parties().containsAll(accord.bound())
          && text.replaces().filter(accord.text()::equals).isEmpty()
          && text.amends().filter(accord.text()::equals).isEmpty()) {
        changed.add(accord);
      }
    }
    return changed;
  }

  /** The open conditions of agreements outside which a text would settle an issue. */
  private static Optional<Condition> outsideRange(Situation s, Text text, Set<IssueId> issues) {
    for (Accord accord : s.agreements().values()) {
      if (!accord.stage().isSigned()
          || !accord.bound().containsAll(text.parties())
          || text.replaces().filter(accord.text()::equals).isPresent()) {
        continue;
      }
      for (Map.Entry<Condition, Fulfilment> open : accord.conditions().entrySet()) {
        Condition condition = open.getKey();
        Optional<Value> value =
            text.terms().on(condition.issue()).filter(v -> issues.contains(condition.issue()));
        Optional<Region> asked =
            condition.ask().on(s.agenda().requireIssue(condition.issue()).scale());
        if (open.getValue() == Fulfilment.OPEN
            && value.isPresent()
            && asked.filter(r -> !r.holds(value.get())).isPresent()) {
          return Optional.of(condition);
        }
      }
    }
    return Optional.empty();
  }
}
