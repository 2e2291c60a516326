package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Identifier;
import dev.parley.agreement.Obligation;
import dev.parley.analysis.prospect.Preference;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Reservation;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.Account;
import dev.parley.evidence.Source;
import dev.parley.scenario.Scenario.Label;
import dev.parley.talks.Act;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks a scenario, and adds the sources and labels that its record needs to be written down. */
final class Completion {
  private final Scenario scenario;
  private final Map<String, Source> sources;
  private final Map<String, Label> labels;
  private final Map<Label, String> names = new HashMap<>();
  private final Referents referents = new Referents();

  private Completion(Scenario scenario) {
    this.scenario = scenario;
    this.sources = new LinkedHashMap<>(scenario.sources());
    this.labels = new LinkedHashMap<>(scenario.labels());
  }

  static Scenario of(Scenario scenario) {
    return new Completion(scenario).complete();
  }

  private Scenario complete() {
    scenario
        .sources()
        .forEach(
            (id, source) -> {
              if (!id.equals(source.id())) {
                throw new IllegalArgumentException(
                    "source (%s) stands under another id (%s)".formatted(source.id(), id));
              }
            });
    labels.forEach(this::check);
    Set<List<Object>> reserved = new HashSet<>();
    for (Reservation reservation : scenario.reservations()) {
      check(reservation);
      if (!reserved.add(List.of(reservation.party(), reservation.issue()))) {
        throw new IllegalArgumentException(reservation + ", appears twice: keep one");
      }
    }
    Set<ActorId> preferring = new HashSet<>();
    for (Preference preference : scenario.preferences()) {
      preference.check(scenario.negotiation().agenda());
      if (!preferring.add(preference.party())) {
        throw new IllegalArgumentException(
            "preference of (%s) appears twice: keep one".formatted(preference.party()));
      }
      use(preference.source());
    }
    for (Entry entry : scenario.negotiation().chronicle().entries()) {
      note(entry);
    }
    sources.values().forEach(source -> checkSpeaker(scenario.negotiation(), source));
    for (Account account : scenario.accounts()) {
      for (String source : account.sources().values()) {
        if (!sources.containsKey(source)) {
          throw new IllegalArgumentException(
              "account (%s) names a source (%s) that the scenario does not have: %s"
                  .formatted(account.name(), source, Names.listing(sources.keySet())));
        }
      }
    }
    if (sources.size() == scenario.sources().size() && labels.size() == scenario.labels().size()) {
      return scenario;
    }
    return with(scenario, scenario.negotiation(), sources, labels);
  }

  /** Returns a scenario with another record, and with the sources and labels that belong to it. */
  static Scenario with(
      Scenario scenario,
      Negotiation negotiation,
      Map<String, Source> sources,
      Map<String, Label> labels) {
    return Scenario.builder()
        .title(scenario.title())
        .recordTo(scenario.recordTo())
        .putAllSources(sources)
        .addAllAccounts(scenario.accounts())
        .putAllStageCodes(scenario.stageCodes())
        .addAllReservations(scenario.reservations())
        .addAllPreferences(scenario.preferences())
        .putAllLabels(labels)
        .negotiation(negotiation)
        .build();
  }

  private void check(Reservation reservation) {
    Agenda agenda = scenario.negotiation().agenda();
    if (!agenda.isPrincipal(reservation.party())) {
      throw new IllegalArgumentException(
          "%s: only who is a principal at the end has a reservation. Principals: %s"
              .formatted(reservation, agenda.principals()));
    }
    reservation.region().on(agenda.requireIssue(reservation.issue()).scale());
  }

  private void check(String text, Label label) {
    Identifier.check("label", text);
    Optional<Entry> entry = scenario.negotiation().chronicle().entry(label.entry());
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(
          "label (%s) names entry %s, which does not exist: there are %s"
              .formatted(text, label.entry(), scenario.negotiation().chronicle().size()));
    }
    int offers = entry.get().tells().map(Move::act).map(act -> act.offersMade().size()).orElse(0);
    if (label.alternative() > 0 && (offers < 2 || label.alternative() > offers)) {
      throw new IllegalArgumentException(
          "label (%s) names %s, but that entry offers %s"
              .formatted(text, label, offers < 2 ? "no alternatives" : offers + " of them"));
    }
    String other = names.putIfAbsent(label, text);
    if (other != null) {
      throw new IllegalArgumentException(
          "labels (%s) and (%s) name the same: %s. Keep one".formatted(other, text, label));
    }
  }

  private void note(Entry entry) {
    FirstCited.sources(entry).forEach(this::use);
    entry.tells().ifPresent(move -> note(entry, move));
    referents.add(entry, Referents.agenda(scenario.negotiation(), entry));
  }

  private void note(Entry entry, Move move) {
    Act act = move.act();
    act.answers().forEach(referent -> name(entry, referent));
    act.value(Shape.OBLIGATION).ifPresent(owed -> name(entry, owed.under()));
    act.value(Shape.ENGAGEMENT)
        .filter(Obligation.class::isInstance)
        .ifPresent(owed -> name(entry, ((Obligation) owed).under()));
    for (Object brought : act.brings()) {
      if (brought instanceof Provisions text) {
        text.replaces().ifPresent(earlier -> name(entry, earlier));
        text.amends().ifPresent(earlier -> name(entry, earlier));
        Stream.concat(
                text.undertakings().stream().map(Undertaking::trigger),
                text.inForce().event().stream())
            .filter(Trigger.After.class::isInstance)
            .flatMap(trigger -> ((Trigger.After) trigger).under().stream())
            .forEach(earlier -> name(entry, earlier));
      }
    }
    Optional<ImmutableList<Offer>> alternatives = act.value(Shape.OFFERS);
    if (alternatives.isPresent() && alternatives.get().size() != 1) {
      if (alternatives.get().isEmpty()) {
        throw offersNothing(entry);
      }
      for (int i = 1; i <= alternatives.get().size(); i++) {
        Label label = new Label(entry.id(), i);
        name(label, madeUp(label));
      }
    }
  }

  private void name(Entry entry, Object referent) {
    Collection<Label> makers = referents.makersOf(referent);
    if (makers.isEmpty()) {
      throw new IllegalArgumentException(
          "entry %s refers to (%s), which no earlier entry says".formatted(entry.id(), referent));
    }
    if (makers.stream().noneMatch(names::containsKey)) {
      Label last = makers.iterator().next();
      name(last, madeUp(last, referent));
    }
  }

  /** Returns the label of what an entry brings, where none is given. */
  static String madeUp(Label label, Object referent) {
    return (referent instanceof Demand ? "d" : "o") + label.entry().number();
  }

  /** Returns the label of an alternative, where none is given. */
  static String madeUp(Label alternative) {
    int i = alternative.alternative();
    return "o"
        + alternative.entry().number()
        + (i <= 26 ? Character.toString('a' + i - 1) : "-" + i);
  }

  private void name(Label label, String wished) {
    if (names.containsKey(label)) {
      return;
    }
    String name = free(wished, labels.keySet());
    names.put(label, name);
    labels.put(name, label);
  }

  static String free(String wished, Set<String> taken) {
    String name = wished;
    while (taken.contains(name)) {
      name = name + "x";
    }
    return name;
  }

  private void use(Source source) {
    Source known = sources.putIfAbsent(source.id(), source);
    if (known != null && !known.equals(source)) {
      throw twoSources(source);
    }
  }

  static IllegalArgumentException twoSources(Source source) {
    return new IllegalArgumentException(
        "two sources have the id (%s): give each its own".formatted(source.id()));
  }

  static IllegalArgumentException offersNothing(Entry entry) {
    return new IllegalArgumentException(
        "entry %s offers nothing, which cannot be written down".formatted(entry.id()));
  }

  static void checkSpeaker(Negotiation negotiation, Source source) {
    source
        .speaksFor()
        .filter(actor -> !negotiation.firstAgenda().actors().containsKey(actor))
        .ifPresent(
            actor -> {
              throw new IllegalArgumentException(
                  "source (%s) speaks for (%s), who is not on the agenda"
                      .formatted(source.id(), actor));
            });
  }
}
