package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.Agreement.Breach.Word;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.Delay;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.talks.DemandLife;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Settlement;
import dev.parley.talks.Situation;
import dev.parley.talks.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands between the parties: demands, offers, ties, agreements, obligations. */
final class CommitmentWords {
  private final Situation situation;
  private final List<Agreement> agreements;
  private final Names names;
  private final Deeds deeds;
  private final Citations citations;

  CommitmentWords(Negotiation negotiation, Deeds deeds) {
    this.situation = negotiation.situation();
    this.agreements = negotiation.agreements();
    this.names = deeds.names();
    this.deeds = deeds;
    this.citations = deeds.citations();
  }

  /** {@return who stands where on each issue, what is demanded, offered, tied} */
  Section positions(Optional<LocalDate> day) {
    return Section.of(
            "positions",
            "Positions, demands and offers",
            ImmutableListMultimap.<String, String>builder()
                .putAll("demands", demands())
                .putAll("offers", offers(day))
                .putAll("tied", ties())
                .build())
        .with(IssueTable.rows(situation, names));
  }

  /** {@return what is agreed and owed, at a day} */
  Section agreed(Optional<LocalDate> day) {
    return Section.of(
        "agreements",
        "What is agreed",
        ImmutableListMultimap.<String, String>builder()
            .putAll("agreements", agreements())
            .putAll("obligations", obligations(day))
            .putAll("ledger", ledger())
            .build());
  }

  private List<String> demands() {
    List<String> lines = new ArrayList<>();
    ImmutableMap<Demand, Settlement> settlements =
        Maps.uniqueIndex(situation.settlements(), Settlement::demand);
    for (Map.Entry<Demand, DemandLife> entry : situation.demands().entrySet()) {
      DemandLife life = entry.getValue();
      Optional<Settlement> settled = Optional.ofNullable(settlements.get(entry.getKey()));
      lines.add(
          "%s demands %s%s %s"
              .formatted(
                  names.party(entry.getKey().by()),
                  deeds.demand(entry.getKey()),
                  settled.isPresent()
                      ? "; " + settled(settled.get())
                      : states(life) + unsettled(entry.getKey(), life),
                  Names.entries(citations.of(entry.getKey()))));
    }
    return lines.isEmpty() ? List.of("none") : lines;
  }

  /** Says what became of a demand: once, or for each issue where that differs. */
  private String states(DemandLife life) {
    Set<DemandState> all = Set.copyOf(life.states().values());
    if (all.size() == 1) {
      DemandState state = all.iterator().next();
      return state == DemandState.STANDING ? "" : "; " + Names.words(state);
    }
    return life.states().rowKeySet().stream()
        .map(i -> names.issue(i) + ": " + life.on(i).map(Names::words).orElse(""))
        .collect(Collectors.joining("; ", "; ", ""));
  }

  /** Says what became of a demand, and what is agreed where that is something else. */
  private String settled(Settlement settlement) {
    String extent = Names.words(settlement.extent());
    if (settlement.extent() == Settlement.Extent.MET) {
      return extent;
    }
    return extent
        + ": agreed is "
        + settlement.demand().asks().keySet().stream()
            .map(
                i ->
                    (settlement.demand().asks().size() > 1 ? names.issue(i) + ": " : "")
                        + names.value(i, Objects.requireNonNull(situation.closed().get(i))))
            .collect(Collectors.joining("; "));
  }

  /** Says that an agreement is silent on a demand, as far as the record goes. */
  private String unsettled(Demand demand, DemandLife life) {
    return life.stands() && situation.isConcluded() && situation.concerned().contains(demand.by())
        ? "; what became of it is not reported"
        : "";
  }

  private List<String> offers(Optional<LocalDate> day) {
    When now = day.map(When::on).or(situation::latest).orElse(When.UNKNOWN);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Offer, Standing> entry : situation.offers().entrySet()) {
      Standing standing = entry.getValue();
      String line =
          "%s %s %s %s"
              .formatted(
                  names.party(entry.getKey().by()),
                  entry.getKey().proposal() ? "proposes to" : "offers",
                  deeds.offer(entry.getKey()),
                  Names.entries(citations.of(entry.getKey())));
      if (!standing.open().keySet().containsAll(entry.getKey().to())) {
        line += "; stands with " + names.parties(standing.open().keySet());
      }
      if (!standing.accepted().isEmpty()) {
        line += "; accepted by " + accepted(entry.getKey(), standing);
      }
      Set<ActorId> provisional = provisionally(entry.getKey());
      if (!provisional.isEmpty()) {
        line += "; accepted ad referendum by " + names.parties(provisional);
      }
      if (entry.getKey().hasLapsed(now)) {
        line += "; it has lapsed";
      }
      Set<IssueId> on = entry.getKey().terms().issues();
      if (!on.isEmpty() && situation.closed().keySet().containsAll(on)) {
        line += "; overtaken: every issue in it has since been agreed";
      }
      lines.add(line);
    }
    return lines.isEmpty() ? List.of("none stands") : lines;
  }

  /** Who has accepted an offer, or which part of one that is severable. */
  private String accepted(Offer offer, Standing standing) {
    return standing.accepted().entrySet().stream()
        .map(
            part ->
                names.party(part.getKey())
                    + (part.getValue().containsAll(offer.terms().issues())
                        ? ""
                        : " on " + names.issues(part.getValue())))
        .collect(Collectors.joining(", "));
  }

  private List<String> ties() {
    return situation.ties().stream()
        .map(t -> names.party(t.by()) + " " + deeds.tie(t) + " " + Names.entries(citations.of(t)))
        .toList();
  }

  private Set<ActorId> provisionally(Offer offer) {
    Accord accord = situation.agreements().get(offer.text());
    return accord == null
        ? Set.of()
        : Maps.filterValues(accord.assents(), Assent::isProvisional).keySet();
  }

  /** Each agreement, those that are over too: what it says, how it stands, who consented when. */
  private List<String> agreements() {
    List<String> lines = new ArrayList<>();
    for (Agreement agreement : agreements) {
      Text text = agreement.accord().text();
      lines.add(
          "%s among %s: %s; %s; %s"
              .formatted(
                  Names.entries(List.of(agreement.entry())),
                  names.parties(text.parties()),
                  deeds.provisions(text) + (text.comprehensive() ? "; the whole" : ""),
                  turns(agreement) + awaiting(text),
                  consents(agreement)));
      agreement
          .accord()
          .conditions()
          .forEach(
              (condition, state) ->
                  lines.add(
                      "%s the condition on %s %s"
                          .formatted(
                              Names.entries(List.of(agreement.entry())),
                              names.issue(condition.issue()),
                              state == Fulfilment.FAILED
                                  ? "has failed"
                                  : "is " + Names.words(state))));
      openRatifications(agreement, lines);
      contested(agreement, lines);
    }
    return lines;
  }

  private void openRatifications(Agreement agreement, List<String> lines) {
    agreement
        .accord()
        .ratifiedIf()
        .forEach(
            (party, open) ->
                lines.add(
                    "%s %s has ratified it on a condition that is still open: %s"
                        .formatted(
                            Names.entries(List.of(agreement.entry())),
                            names.party(party),
                            deeds.conditions(open))));
  }

  /** What each reads a term as, where two read it differently. */
  private void contested(Agreement agreement, List<String> lines) {
    for (IssueId term : agreement.accord().readings().keySet()) {
      List<Agreement.Interpretation> readings = agreement.contested(term);
      if (!readings.isEmpty()) {
        lines.add(
            "%s the meaning of %s is contested: %s"
                .formatted(
                    Names.entries(List.of(agreement.entry())),
                    names.issue(term),
                    readings.stream().map(this::reading).collect(Collectors.joining("; "))));
      }
    }
  }

  private String reading(Agreement.Interpretation said) {
    return "%s reads it as %s %s"
        .formatted(
            names.party(said.by()),
            Names.quoted(said.words()),
            Names.entries(List.of(said.entry())));
  }

  private String awaiting(Text text) {
    Set<ActorId> awaited = situation.stillToRatify(text);
    OptionalInt some =
        Optional.ofNullable(situation.agreements().get(text))
            .map(Accord::ratificationsToCome)
            .orElse(OptionalInt.empty());
    if (!awaited.isEmpty() && some.isPresent()) {
      return ", still to be ratified by %s more".formatted(Names.number(some.getAsInt()));
    }
    return awaited.isEmpty() ? "" : ", still to be ratified by " + names.parties(awaited);
  }

  private static String turns(Agreement agreement) {
    return agreement.turns().stream()
        .map(t -> at(Names.words(t.stage()), t.on()) + " " + Names.entries(List.of(t.entry())))
        .collect(Collectors.joining(", "));
  }

  /** Who consented how, and when: together, who did so by one entry. */
  private String consents(Agreement agreement) {
    Map<List<Object>, List<Consent>> together = new LinkedHashMap<>();
    for (Consent consent : agreement.consents()) {
      together
          .computeIfAbsent(
              List.of(consent.kind(), consent.entry(), consent.issues()), k -> new ArrayList<>())
          .add(consent);
    }
    return together.values().stream()
        .map(same -> consents(agreement, same))
        .collect(Collectors.joining(", "));
  }

  private String consents(Agreement agreement, List<Consent> same) {
    Consent first = same.get(0);
    Set<IssueId> issues = agreement.accord().text().terms().issues();
    String part =
        first.issues().isEmpty() || first.issues().containsAll(issues)
            ? ""
            : " on " + names.issues(first.issues());
    return "%s %s%s %s"
        .formatted(
            names.parties(same.stream().map(Consent::party).toList()),
            at(consent(first.kind()), first.on()),
            part,
            Names.entries(List.of(first.entry())));
  }

  private static String consent(Consent.Kind kind) {
    return switch (kind) {
      case PROVISIONAL -> "consented ad referendum";
      case SIGNED -> "signed";
      case RATIFIED -> "ratified";
      case REFUSED -> "refused";
      case WITHDRAWN -> "left";
    };
  }

  private static String at(String what, When on) {
    if (on.isUnknown()) {
      return what + " (no date)";
    }
    boolean oneDay = on.earliest().isPresent() && on.earliest().equals(on.latest());
    return what + (oneDay ? " " : " at some time ") + on.describe();
  }

  /** What each agreement makes owed: who owes what, what is done and left of it, how late. */
  private List<String> obligations(Optional<LocalDate> day) {
    List<String> lines = new ArrayList<>();
    for (Agreement agreement : agreements) {
      Ledger ledger = Ledger.of(agreement, day);
      ledger.rows().forEach(row -> lines.add(obligation(row, day)));
      day.ifPresent(at -> ledger.schedules(at).forEach(all -> lines.add(schedule(all, at))));
    }
    return lines;
  }

  private String schedule(Ledger.Schedule all, LocalDate day) {
    return "%s: %s, all instalments: %s of %s done, %s due by %s"
        .formatted(
            names.party(all.by()),
            names.issue(all.issue()),
            Names.plain(all.done()),
            Names.plain(all.total()),
            Names.plain(all.due()),
            When.on(day).describe());
  }

  private String obligation(Ledger.Row row, Optional<LocalDate> day) {
    Obligation owed = row.obligation();
    StringBuilder line = new StringBuilder();
    line.append(names.party(owed.by()));
    if (!row.owedTo().isEmpty()) {
      line.append(" to ").append(names.parties(row.owedTo()));
    }
    line.append(": ").append(deeds.undertaking(owed.undertaking()));
    boolean timeIsUp =
        owed.undertaking().refrain() && row.status().state() == ObligationState.FULFILLED;
    line.append("; ").append(timeIsUp ? "its time is up" : Names.words(row.status().state()));
    boolean carriedOver = row.status().done().signum() > 0; // from what it amends
    if (row.deliveries().isEmpty()) {
      line.append(carriedOver ? done(row) : "; nothing reported of its performance");
    } else {
      line.append(done(row)).append(' ');
      line.append(
          Names.entries(row.deliveries().stream().map(Agreement.Performance::entry).toList()));
    }
    line.append(lateness(row, day));
    if (!row.contested().isEmpty()) {
      line.append("; whether that is all cannot be told: what is meant by ")
          .append(names.issues(row.contested()))
          .append(" is contested");
    }
    return line.append(breaches(row)).toString();
  }

  /** Breaches are counted; each is somebody's word until the obligor or who verifies says so. */
  private static String breaches(Ledger.Row row) {
    StringBuilder line = new StringBuilder();
    for (Word word : List.of(Word.FOUND, Word.ATTESTED, Word.ALLEGED)) {
      List<EntryId> told =
          row.breaches().stream()
              .filter(breach -> breach.word() == word)
              .map(Agreement.Breach::entry)
              .toList();
      if (!told.isEmpty()) {
        line.append("; ")
            .append(told.size() == 1 ? "breach" : Names.counted(told.size(), "breach", "breaches"))
            .append(' ')
            .append(word == Word.ALLEGED ? "alleged, not attested" : Names.words(word))
            .append(' ')
            .append(Names.entries(told));
      }
    }
    return line.toString();
  }

  private static String done(Ledger.Row row) {
    Optional<BigDecimal> total = row.obligation().total();
    return total.isPresent() && row.status().done().signum() > 0
        ? "; %s of %s done%s"
            .formatted(
                Names.plain(row.status().done()),
                Names.plain(total.get()),
                row.left().filter(left -> left.signum() > 0).isPresent()
                    ? ", %s left".formatted(Names.plain(row.left().get()))
                    : "")
        : "; implementation %s (%s of 3)"
            .formatted(Names.words(row.status().degree()), StepWords.degree(row.status().degree()));
  }

  private static String lateness(Ledger.Row row, Optional<LocalDate> day) {
    String late = row.late().map(Delay::toString).orElse("");
    if (row.completed().isPresent()) {
      String complete = "; complete on " + row.completed().get().describe();
      return row.completed().get().isUnknown()
          ? ""
          : late.isEmpty() ? complete : complete + ", " + late + " late";
    }
    return late.isEmpty() || day.isEmpty() ? "" : "; overdue by " + late;
  }

  /** What was delivered, by date: what each side has done, side by side. */
  private List<String> ledger() {
    List<String> lines = new ArrayList<>();
    Set<Agreement> told = new HashSet<>();
    for (Agreement agreement : agreements) {
      if (told.contains(agreement)) {
        continue; // with what it amends
      }
      told.addAll(Ledger.amended(agreement, agreements));
      Ledger ledger = Ledger.amended(agreement, agreements, Optional.empty());
      if (ledger.debtors().size() > 1) {
        for (Agreement.Performance delivery : ledger.deliveries()) {
          lines.add(
              "%s%s: %s (%s) %s"
                  .formatted(
                      delivery.on().isUnknown() ? "" : delivery.on().describe() + ", ",
                      names.party(delivery.obligation().by()),
                      delivery.amount().signum() == 0
                          ? Names.words(delivery.status().degree())
                          : Names.plain(delivery.amount()),
                      PlainText.safe(delivery.obligation().name()),
                      Names.entries(List.of(delivery.entry()))));
        }
      }
    }
    return lines;
  }
}
