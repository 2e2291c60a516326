package dev.parley.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.report.Summary.Sentence;
import dev.parley.report.Summary.Topic;
import dev.parley.report.words.Names;
import dev.parley.report.words.Wording;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What talks came to: the agreements, what they say, and what was carried out. */
final class SummaryOutcome {
  private static final int SHOWN = 4;
  private static final String SAME = " the same day";

  private final Names names;
  private final Situation situation;
  private final Optional<LocalDate> day;
  private final ImmutableList<Agreement> agreements;
  private final Optional<Agreement> main;

  SummaryOutcome(Wording wording, Optional<LocalDate> day) {
    this.names = wording.names();
    this.situation = wording.negotiation().situation();
    this.day = day;
    this.agreements = wording.negotiation().agreements();
    this.main = main();
  }

  /**
   * The one that settles the whole, the last of those that stand; or else the last that stands, an
   * amendment after what it amends.
   */
  private Optional<Agreement> main() {
    Agreement best = null;
    for (Agreement agreement : agreements) {
      if (best == null || weight(agreement) >= weight(best)) {
        best = agreement;
      }
    }
    return Optional.ofNullable(best);
  }

  private int weight(Agreement agreement) {
    int stands =
        switch (agreement.stage()) {
          case IN_FORCE, FULFILLED, SUSPENDED, SIGNED -> 4;
          case INITIALLED -> 2;
          case EXPIRED, TERMINATED -> 1;
          case TABLED, REPLACED, REFUSED -> 0;
        };
    Text text = agreement.accord().text();
    return 4 * stands + (claimsAll(agreement) ? 2 : 0) - (text.amends().isPresent() ? 1 : 0);
  }

  private boolean claimsAll(Agreement agreement) {
    return agreement.accord().text().comprehensive()
        || covered(agreement).containsAll(situation.agenda().issues().keySet());
  }

  /** What is agreed of what it says; before it is signed, what would be. */
  private static Set<IssueId> covered(Agreement agreement) {
    return agreement.stage().isSigned()
        ? agreement.accord().settles()
        : agreement.accord().text().terms().issues();
  }

  /** {@return whether something is signed that stands} */
  boolean isAgreed() {
    return main.filter(a -> a.stage().isSigned()).isPresent();
  }

  /** {@return who agreed what kind of agreement when, and how it stands} */
  Optional<Sentence> agreement() {
    return main.flatMap(a -> agreement(a, new Cited()).about(Topic.OUTCOME));
  }

  private Cited agreement(Agreement agreement, Cited line) {
    Text text = agreement.accord().text();
    List<Consent> signed = of(agreement, Consent.Kind.SIGNED);
    List<Consent> ratified = of(agreement, Consent.Kind.RATIFIED);
    Optional<When> day = Optional.empty();
    if (agreement.since(AgreementStage.SIGNED).isPresent() && !signed.isEmpty()) {
      day = consented(agreement, signed, "signed " + kind(agreement), day, line);
    } else if (agreement.stage() == AgreementStage.INITIALLED) {
      day =
          consented(
              agreement, latest(agreement), "agreed in principle on " + kind(agreement), day, line);
    } else {
      line.say(Names.capital(kind(agreement)) + " among " + names.parties(text.parties()));
      line.say(
          agreement.stage() == AgreementStage.TABLED ? " is on the table" : " was on the table");
      line.cite(agreement.entry());
      List<Consent> given = latest(agreement);
      if (!given.isEmpty()) {
        day = consented(agreement, given, "consented to it", day, line.say("; "));
      }
    }
    if (!ratified.isEmpty()) {
      day = consented(agreement, ratified, "ratified it", day, line.say("; "));
    }
    stage(agreement, day, line);
    List<Consent> left = new ArrayList<>(of(agreement, Consent.Kind.WITHDRAWN));
    left.removeIf(c -> agreement.accord().bound().contains(c.party()));
    if (!left.isEmpty()) {
      consented(agreement, left, "left it", Optional.empty(), line.say("; "));
    }
    return line.say(".");
  }

  private String kind(Agreement agreement) {
    Text text = agreement.accord().text();
    return text.comprehensive()
        ? "an agreement on the whole dispute"
        : claimsAll(agreement)
            ? "an agreement on all issues"
            : text.interim() ? "an interim agreement" : "a partial agreement";
  }

  /** Each party's last word of a kind. */
  private static List<Consent> of(Agreement agreement, Consent.Kind kind) {
    Map<ActorId, Consent> last = new LinkedHashMap<>();
    for (Consent consent : agreement.consents()) {
      if (consent.kind() == kind) {
        last.remove(consent.party());
        last.put(consent.party(), consent);
      }
    }
    return List.copyOf(last.values());
  }

  /** The last word of each party that still stands. */
  private static List<Consent> latest(Agreement agreement) {
    Map<ActorId, Consent> last = new LinkedHashMap<>();
    agreement.consents().forEach(c -> last.put(c.party(), c));
    return last.values().stream().filter(c -> c.kind().stands()).toList();
  }

  /**
   * Says who consented when: together, who did so on one date.
   *
   * @return the date, where it is one
   */
  private Optional<When> consented(
      Agreement agreement, List<Consent> consents, String verb, Optional<When> before, Cited line) {
    Map<When, List<Consent>> byDate = new LinkedHashMap<>();
    consents.forEach(c -> byDate.computeIfAbsent(c.on(), d -> new ArrayList<>()).add(c));
    boolean two = agreement.accord().bound().size() == 2;
    String did = " " + verb;
    for (Map.Entry<When, List<Consent>> same : byDate.entrySet()) {
      List<ActorId> parties = same.getValue().stream().map(Consent::party).distinct().toList();
      line.say(before.isPresent() && parties.size() == 2 && two ? "both" : names.parties(parties));
      line.say(did + on(same.getKey(), before));
      line.cite(same.getValue().stream().map(Consent::entry).toList());
      did = "";
      line.say(same.equals(Iterables.getLast(byDate.entrySet())) ? "" : ", ");
    }
    return byDate.size() == 1 ? Optional.of(byDate.keySet().iterator().next()) : Optional.empty();
  }

  /** Returns when, after a day that was just named. */
  private static String on(When when, Optional<When> before) {
    if (when.isUnknown()) {
      return "";
    }
    boolean oneDay = when.earliest().isPresent() && when.earliest().equals(when.latest());
    return oneDay && before.equals(Optional.of(when)) ? SAME : " " + Names.on(when);
  }

  private void stage(Agreement agreement, Optional<When> day, Cited line) {
    Agreement.Turn last =
        agreement.stage() == AgreementStage.IN_FORCE
            ? entered(agreement)
            : agreement.turns().get(agreement.turns().size() - 1);
    String on = on(last.on(), day);
    String since =
        on.equals(SAME) ? "then" : on.replaceFirst("^ (on |in |at some time from |by )?", "");
    switch (agreement.stage()) {
      case TABLED, INITIALLED -> {}
      case SIGNED -> {
        List<ActorId> awaited = List.copyOf(situation.stillToRatify(agreement.accord().text()));
        OptionalInt some = agreement.accord().ratificationsToCome();
        line.say(
            awaited.isEmpty()
                ? "; it is not in force yet"
                : some.isPresent()
                    ? "; %s more must ratify it".formatted(Names.number(some.getAsInt()))
                    : "; " + names.parties(awaited) + " must still ratify it");
      }
      case IN_FORCE ->
          line.say("; it has been in force" + (since.isEmpty() ? "" : " since " + since));
      case SUSPENDED -> line.say("; it was suspended" + on);
      case FULFILLED -> line.say("; it was fulfilled" + on);
      case EXPIRED -> line.say("; it expired" + on);
      case TERMINATED -> line.say("; it was terminated" + on);
      case REPLACED -> line.say("; it was replaced" + on);
      case REFUSED -> line.say("; " + names.parties(refused(agreement)) + " refused it" + on);
    }
    if (agreement.stage().compareTo(AgreementStage.IN_FORCE) >= 0) {
      line.cite(last.entry());
    }
  }

  /** How it came into force, be it that it was suspended since. */
  private static Agreement.Turn entered(Agreement agreement) {
    return agreement.turns().stream()
        .filter(turn -> turn.stage() == AgreementStage.IN_FORCE)
        .findFirst()
        .orElseThrow();
  }

  private static List<ActorId> refused(Agreement agreement) {
    return agreement.consents().stream()
        .filter(c -> !c.kind().stands())
        .map(Consent::party)
        .distinct()
        .toList();
  }

  /** {@return what the agreement says on each issue} */
  Optional<Sentence> terms() {
    return main.filter(a -> !covered(a).isEmpty())
        .flatMap(
            a -> {
              Map<IssueId, String> said = new TreeMap<>(inOrder());
              List<EntryId> entries = new ArrayList<>();
              for (Agreement each : Ledger.amended(a, agreements)) {
                Map<IssueId, String> before = Map.copyOf(said);
                for (IssueId issue : covered(each)) {
                  each.accord()
                      .text()
                      .terms()
                      .on(issue)
                      .ifPresent(
                          v -> said.put(issue, names.issue(issue) + ": " + names.value(issue, v)));
                }
                if (each.equals(a) || !said.equals(before)) {
                  entries.add(each.entry());
                }
              }
              List<String> terms = List.copyOf(said.values());
              int all = situation.agenda().issues().size();
              String how =
                  a.stage().isSigned() ? "It settles %s of %s: " : "It would settle %s of %s: ";
              return new Cited()
                  .say(
                      how.formatted(
                              Names.number(terms.size()),
                              all == 1 ? "one issue" : Names.number(all) + " issues")
                          + listed(terms))
                  .cite(entries)
                  .say(".")
                  .about(Topic.TERMS);
            });
  }

  private Comparator<IssueId> inOrder() {
    return Comparator.comparing(situation.agenda().issues().keySet().asList()::indexOf);
  }

  private static String listed(List<String> terms) {
    int most = 12;
    return terms.size() <= most
        ? String.join("; ", terms)
        : String.join("; ", terms.subList(0, most)) + "; and " + (terms.size() - most) + " more";
  }

  /**
   * {@return what was done about what the agreement makes owed, and of what nothing is reported}
   */
  Optional<Sentence> implementation() {
    if (main.isEmpty() || main.get().accord().obligations().isEmpty() || !isAgreed()) {
      return Optional.empty();
    }
    List<Ledger.Row> rows = Ledger.amended(main.get(), agreements, day).rows();
    List<Ledger.Row> done = rows.stream().filter(r -> !r.deliveries().isEmpty()).toList();
    if (done.isEmpty()) {
      return new Cited()
          .say("Nothing is reported yet of how it is carried out")
          .cite(main.get().entry())
          .say(".")
          .about(Topic.IMPLEMENTATION);
    }
    Cited line = new Cited();
    line.say(
        rows.size() == 1
            ? "Carried out so far: "
            : "Carried out so far, on %s of %s obligations: "
                .formatted(Names.number(done.size()), Names.number(rows.size())));
    String separator = "";
    for (Ledger.Row row : done.subList(0, Math.min(SHOWN, done.size()))) {
      Agreement.Performance last = row.deliveries().get(row.deliveries().size() - 1);
      line.say(separator + owed(row)).say(on(last.on(), Optional.empty()));
      line.cite(row.deliveries().stream().map(Agreement.Performance::entry).toList());
      separator = "; ";
    }
    int more = done.size() - SHOWN;
    int silent = rows.size() - done.size();
    line.say(more > 0 ? "; and something on %s more".formatted(Names.number(more)) : "");
    line.say(
        silent == 0
            ? "."
            : silent == 1
                ? "; nothing is reported on the other one."
                : "; nothing is reported on the other %s.".formatted(Names.number(silent)));
    return line.about(Topic.IMPLEMENTATION);
  }

  private String owed(Ledger.Row row) {
    String what =
        row.obligation()
            .undertaking()
            .terms()
            .filter(t -> !t.values().isEmpty())
            .map(names::terms)
            .orElseGet(
                () ->
                    row.obligation().undertaking().words().isBlank()
                        ? Names.label(row.obligation().name())
                        : Names.quoted(row.obligation().undertaking().words()));
    String far =
        row.status().state() == ObligationState.FULFILLED
            ? ", in full,"
            : row.obligation()
                .total()
                .filter(t -> row.status().done().signum() > 0)
                .map(t -> ", " + Names.plain(row.status().done()) + " of " + Names.plain(t))
                .orElse(", " + Names.words(row.status().degree()));
    return names.party(row.obligation().by()) + ", " + what + far;
  }

  /** {@return the other agreements on record} */
  Optional<Sentence> others() {
    List<Agreement> rest =
        agreements.stream()
            .filter(a -> !a.equals(main.orElse(null)))
            .filter(a -> a.stage() != AgreementStage.TABLED)
            .toList();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    Map<AgreementStage, List<Agreement>> byStage = new LinkedHashMap<>();
    rest.forEach(a -> byStage.computeIfAbsent(a.stage(), s -> new ArrayList<>()).add(a));
    Cited line = new Cited();
    line.say(
        rest.size() == 1
            ? "One other agreement is on record: "
            : Names.capital(Names.number(rest.size())) + " other agreements are on record: ");
    String separator = "";
    for (Map.Entry<AgreementStage, List<Agreement>> same : byStage.entrySet()) {
      line.say(separator + about(same.getValue()) + " " + stands(same.getKey(), same.getValue()));
      List<EntryId> entries = new ArrayList<>();
      same.getValue().forEach(a -> entries.add(a.turns().get(a.turns().size() - 1).entry()));
      line.cite(entries);
      separator = "; ";
    }
    return line.say(".").about(Topic.OUTCOME);
  }

  /** Says what agreements are about: "one on the whole dispute", "five on single issues". */
  private String about(List<Agreement> some) {
    if (some.stream().anyMatch(a -> a.accord().text().comprehensive())) {
      return some.size() == 1
          ? "one on the whole dispute"
          : Names.number(some.size()) + ", one of them on the whole dispute,";
    }
    List<String> about = some.stream().flatMap(a -> about(a.accord().text())).distinct().toList();
    return Names.number(some.size()) + (about.isEmpty() ? "" : " on " + Names.some(about));
  }

  /** The issues of its terms; of a text without terms, what is undertaken. */
  private Stream<String> about(Text text) {
    return text.terms().issues().isEmpty()
        ? text.undertakings().stream().map(u -> Names.quoted(u.name()))
        : text.terms().issues().stream().map(names::issue);
  }

  private static String stands(AgreementStage stage, List<Agreement> some) {
    String is = some.size() == 1 ? "is " : "are ";
    String was = some.size() == 1 ? "was " : "were ";
    return switch (stage) {
      case INITIALLED -> is + "agreed in principle";
      case IN_FORCE -> is + "in force";
      case TABLED, SIGNED, FULFILLED -> is + Names.words(stage);
      case SUSPENDED, TERMINATED, REPLACED, REFUSED -> was + Names.words(stage);
      case EXPIRED -> "expired";
    };
  }

  /** {@return who must still ratify what is signed} */
  Optional<Sentence> awaited() {
    Map<List<ActorId>, List<Agreement>> byParties = new LinkedHashMap<>();
    for (Agreement agreement : agreements) {
      List<ActorId> awaited =
          agreement.stage() == AgreementStage.SIGNED && !agreement.equals(main.orElse(null))
              ? List.copyOf(situation.stillToRatify(agreement.accord().text()))
              : List.of();
      if (!awaited.isEmpty()) {
        byParties.computeIfAbsent(awaited, p -> new ArrayList<>()).add(agreement);
      }
    }
    Cited line = new Cited();
    String separator = "";
    for (Map.Entry<List<ActorId>, List<Agreement>> each : byParties.entrySet()) {
      line.say(separator + names.parties(each.getKey()) + " must still ratify ");
      line.say(about(each.getValue()));
      line.cite(each.getValue().stream().map(Agreement::entry).toList());
      separator = "; ";
    }
    return line.say(".").about(Topic.DUE);
  }
}
