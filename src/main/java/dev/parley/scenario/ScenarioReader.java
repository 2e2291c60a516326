package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.prospect.Preference;
import dev.parley.demand.Ask;
import dev.parley.demand.Reservation;
import dev.parley.evidence.Account;
import dev.parley.evidence.Source;
import dev.parley.evidence.Tolerance;
import dev.parley.evidence.When;
import dev.parley.rules.Registry;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads a whole scenario from a document's tree. */
final class ScenarioReader {
  private final Context context;
  private final Problems problems;

  private final Registry registry;

  private ScenarioReader(Problems problems, DemandKinds kinds, Registry registry) {
    this.problems = problems;
    this.registry = registry;
    this.context = new Context(problems, kinds);
  }

  /**
   * Returns the scenario.
   *
   * @throws ScenarioException with every problem, if there is one
   */
  static Scenario read(Document document, DemandKinds kinds, Registry registry) {
    return whole(document, kinds, registry).scenario();
  }

  /**
   * A scenario as it stands in its file.
   *
   * @param scenario the scenario
   * @param labels the labels that the file has, of those of the scenario
   */
  record Whole(Scenario scenario, ImmutableMap<String, Label> labels) {}

  /**
   * Returns the scenario and which labels stand in the file.
   *
   * @throws ScenarioException with every problem, if there is one
   */
  static Whole whole(Document document, DemandKinds kinds, Registry registry) {
    ScenarioReader reader = new ScenarioReader(document.problems(), kinds, registry);
    Optional<Scenario> scenario =
        document
            .root()
            .flatMap(
                root ->
                    document
                        .problems()
                        .fields(root, "a scenario, a mapping that starts with (parley: 1),"))
            .flatMap(reader::read);
    document.problems().throwIfAny();
    return new Whole(
        scenario.orElseThrow(() -> new IllegalStateException("no scenario and no problem")),
        ImmutableMap.copyOf(reader.context.labels.map()));
  }

  private Optional<Scenario> read(Fields root) {
    Optional<Node> version = root.required("parley");
    version
        .flatMap(node -> problems.text(node, "the version (1)"))
        .filter(text -> !text.equals("1"))
        .ifPresent(
            text ->
                problems.add(
                    version.orElse(root.mapping()),
                    "version %s is not known: this library reads version (1)"
                        .formatted(Problem.shown(text))));
    Optional<String> title = root.text("title", "a title, such as (Cease-fire talks),");
    Optional<Node> end = root.optional("record-to");
    Optional<LocalDate> recordTo = end.flatMap(this::day);
    Optional<Policy> policy = policy(root.optional("policy"));
    Optional<Agenda> agenda = new AgendaReader(context).read(root);
    EvidenceReader evidence = new EvidenceReader(context);
    ImmutableMap<String, Source> sources = evidence.sources(root.optional("sources"));
    Optional<Node> counted = root.optional("accounts");
    ImmutableMap<Stage, ImmutableMap<String, String>> stageCodes =
        evidence.stageCodes(root.optional("stage-codes"));
    Optional<Node> reserved = root.optional("reservations");
    Optional<Node> preferred = root.optional("preferences");
    RuleBook rules =
        new RuleReader(context, registry)
            .read(
                root.optionalItems("rules", "a list of rules"),
                RuleBook.DEFAULT.under(policy.orElse(Policy.DEFAULT)),
                agenda);
    agenda.ifPresent(a -> context.negotiation = Negotiation.about(a, rules));
    root.optional("record")
        .flatMap(n -> problems.sequence(n, "a list of entries"))
        .ifPresent(new RecordReader(context)::read);
    ImmutableList<Account> accounts = evidence.accounts(counted);
    ImmutableList<Reservation> reservations = reservations(reserved);
    ImmutableList<Preference> preferences = new PreferenceReader(context).read(preferred);
    root.refuseOthers();
    Negotiation negotiation = context.negotiation;
    if (recordTo.isPresent() && negotiation != null) {
      endsAfter(negotiation, end.orElseThrow(), recordTo.get());
    }
    if (!problems.isEmpty() || negotiation == null) {
      return Optional.empty();
    }
    Scenario.Builder scenario =
        Scenario.builder().title(title.orElseThrow()).negotiation(negotiation);
    recordTo.ifPresent(scenario::recordTo);
    return context.make(
        root.mapping(),
        () ->
            scenario
                .putAllSources(sources)
                .addAllAccounts(accounts)
                .putAllStageCodes(stageCodes)
                .addAllReservations(reservations)
                .addAllPreferences(preferences)
                .putAllLabels(context.labels.map())
                .build());
  }

  /** Read after the record, which may have amended the issues. */
  private ImmutableList<Reservation> reservations(Optional<Node> node) {
    ImmutableList.Builder<Reservation> all = ImmutableList.builder();
    String form = "bottom lines by party, such as {hamas: {prisoners: at least 500}},";
    problems.each(
        node,
        form,
        (key, value) -> {
          Optional<ActorId> party = context.principals.find(key, problems);
          Optional<Fields> fields = problems.fields(value, form);
          Map<IssueId, Ask> asks =
              fields.map(new ValueReader(context)::asks).orElse(ImmutableMap.of());
          fields.ifPresent(Fields::refuseOthers);
          party.ifPresent(
              p -> asks.forEach((issue, ask) -> all.add(new Reservation(p, issue, ask))));
        });
    return all.build();
  }

  /** At the day of its end all of a record has happened. */
  private void endsAfter(Negotiation negotiation, Node end, LocalDate day) {
    negotiation.chronicle().entries().stream()
        .filter(entry -> entry.on().certainlyAfter(day))
        .findFirst()
        .ifPresent(
            entry ->
                problems.add(
                    end,
                    "the record goes on after this day (%s): entry %s is dated (%s). Give a later day, or leave it out"
                        .formatted(day, entry.id(), entry.on())));
  }

  private Optional<LocalDate> day(Node node) {
    Optional<When> when = context.date(node);
    Optional<LocalDate> day =
        when.filter(w -> !w.isApproximate() && !w.isInterval())
            .flatMap(When::earliest)
            .filter(d -> when.get().latest().filter(d::equals).isPresent());
    if (when.isPresent() && day.isEmpty()) {
      problems.add(node, "date (%s) must be known to the day".formatted(when.get()));
    }
    return day;
  }

  private Optional<Policy> policy(Optional<Node> node) {
    Optional<Fields> fields =
        node.flatMap(n -> problems.fields(n, "a policy, such as {stall-after: 2},"));
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    long before = problems.count();
    Policy.Builder policy = Policy.builder();
    whole(fields.get(), "stall-after").ifPresent(policy::stallAfter);
    fields
        .get()
        .optional("negligible")
        .flatMap(n -> problems.scalar(n, "a number, such as (0.5),"))
        .flatMap(s -> Numbers.decimal(s, problems))
        .ifPresent(policy::negligible);
    whole(fields.get(), "dormant-after-days").ifPresent(policy::dormantAfterDays);
    policy.singleUndertaking(context.yes(fields.get(), "single-undertaking"));
    fields.get().optional("about").flatMap(this::tolerance).ifPresent(policy::about);
    fields.get().refuseOthers();
    return problems.count() == before
        ? context.make(fields.get().mapping(), policy::build)
        : Optional.empty();
  }

  private Optional<Integer> whole(Fields fields, String key) {
    return fields
        .optional(key)
        .flatMap(n -> problems.scalar(n, "a number, such as (30),"))
        .flatMap(s -> Numbers.whole(s, 1, 1_000_000, problems));
  }

  private Optional<Tolerance> tolerance(Node node) {
    String form = "a tolerance, such as (5 percent),";
    Optional<String> text = problems.text(node, form);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String number =
        text.get().endsWith(" percent")
            ? text.get().substring(0, text.get().length() - " percent".length())
            : text.get().endsWith(" %") ? text.get().substring(0, text.get().length() - 2) : "";
    if (number.isEmpty()) {
      problems.add(node, "is %s; %s was expected".formatted(node.kind(), form));
      return Optional.empty();
    }
    Problems aside = new Problems(problems.file());
    Optional<BigDecimal> percent =
        Numbers.decimal(new ScalarNode(null, 0, 1, 1, number, ScalarNode.Style.PLAIN), aside);
    aside.sorted().forEach(problem -> problems.add(node, problem.message()));
    return percent.flatMap(p -> context.make(node, () -> Tolerance.ofPercent(p)));
  }
}
