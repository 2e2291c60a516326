package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.BargainingPower;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Basis;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.evidence.Source;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what parties prefer, and who says or assumes so. */
final class PreferenceReader {
  private static final String FORM =
      "a preference, such as {assumed by: desk, weighs: {wage: {weight: 2, worth: 0 to 1}}},";
  private static final String WEIGHING =
      "a weight and a worth, such as {weight: 2, worth: 0 to 1},";
  private static final String WORTH =
      "a worth, such as (0 to 1), from the scale's least value to its most, or {truce: 0.5},";
  private static final String TO = " to ";

  private final Context context;
  private final Problems problems;

  PreferenceReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  /** Read after the record, which may have amended the issues. */
  ImmutableList<Preference> read(Optional<Node> node) {
    ImmutableList.Builder<Preference> all = ImmutableList.builder();
    problems.each(
        node,
        "preferences by party, each " + FORM,
        (key, value) -> {
          Optional<ActorId> party = context.principals.find(key, problems);
          Optional<Fields> fields = problems.fields(value, FORM);
          fields.flatMap(f -> preference(party, f)).ifPresent(all::add);
        });
    return all.build();
  }

  private Optional<Preference> preference(Optional<ActorId> party, Fields fields) {
    long before = problems.count();
    Preference.Builder preference = Preference.builder();
    party.ifPresent(preference::party);
    boolean told = word(fields, preference);
    Optional<Map<IssueId, Weighing>> weighings = weighings(fields);
    fields.optional("reservation").flatMap(this::reservation).ifPresent(preference::reservation);
    power(fields).ifPresent(preference::power);
    timeCost(fields).ifPresent(preference::timeCost);
    fields.refuseOthers();
    // To name what has a problem of its own is no problem, so their count alone does not tell.
    return party.isEmpty() || !told || weighings.isEmpty() || problems.count() > before
        ? Optional.empty()
        : context.make(fields.mapping(), () -> preference.putAllWeighings(weighings.get()).build());
  }

  private Optional<BargainingPower> power(Fields fields) {
    return fields
        .optional("power")
        .flatMap(
            node ->
                number(node, "a bargaining power, such as (2),")
                    .flatMap(weight -> context.make(node, () -> new BargainingPower(weight))));
  }

  private Optional<TimeCost> timeCost(Fields fields) {
    long before = problems.count();
    Optional<Node> discount = fields.optional("discount");
    Optional<Node> breakdown = fields.optional("breakdown");
    Optional<Fraction> worth =
        discount.flatMap(n -> number(n, "what a gain of 1 a round later is worth, such as (0.9),"));
    Optional<Fraction> chance =
        breakdown.flatMap(n -> number(n, "the chance that the talks end, such as (0.1),"));
    Optional<Node> at = discount.or(() -> breakdown);
    return at.isEmpty() || problems.count() > before
        ? Optional.empty()
        : context.make(
            at.get(), () -> new TimeCost(worth.orElse(Fraction.ONE), chance.orElse(Fraction.ZERO)));
  }

  private boolean word(Fields fields, Preference.Builder preference) {
    Optional<Node> said = fields.optional("said by");
    Optional<Node> assumed = fields.optional("assumed by");
    if (said.isPresent() == assumed.isPresent()) {
      problems.add(
          fields.mapping(),
          said.isPresent()
              ? "a preference is either (said by) a source or (assumed by) one: keep one of them"
              : "a preference needs the source that it is (said by), or (assumed by)");
      return false;
    }
    Optional<Source> source =
        said.or(() -> assumed).flatMap(n -> context.sources.find(n, problems));
    source.ifPresent(preference::source);
    preference.basis(said.isPresent() ? Basis.SAID : Basis.ASSUMED);
    return source.isPresent();
  }

  /** Returns the weighings; empty where one of them has a problem. */
  private Optional<Map<IssueId, Weighing>> weighings(Fields fields) {
    Gathered<Map.Entry<IssueId, Weighing>> weighings = new Gathered<>();
    boolean mapping =
        problems.each(
            fields.required("weighs"),
            "weights by issue, such as {wage: {weight: 2}},",
            (key, value) -> {
              Optional<Issue> issue = context.issues.find(key, problems);
              Optional<Fields> own = problems.fields(value, WEIGHING);
              Optional<Weighing> weighing = own.flatMap(f -> weighing(issue, f));
              weighings.add(weighing.flatMap(w -> issue.map(i -> Map.entry(i.id(), w))));
            });
    return mapping ? weighings.all().map(ImmutableMap::copyOf) : Optional.empty();
  }

  private Optional<Weighing> weighing(Optional<Issue> issue, Fields fields) {
    Optional<Node> at = fields.required("weight");
    Optional<Fraction> weight = at.flatMap(n -> number(n, "a weight, such as (2),"));
    Optional<Evaluation> worth =
        fields.required("worth").flatMap(n -> issue.flatMap(x -> worth(x, n)));
    fields.refuseOthers();
    return weight.isEmpty() || worth.isEmpty()
        ? Optional.empty()
        : context.make(at.orElseThrow(), () -> new Weighing(weight.get(), worth.get()));
  }

  private Optional<Evaluation> worth(Issue issue, Node node) {
    Optional<? extends Evaluation> worth =
        node instanceof MappingNode table ? table(issue, table) : line(node);
    return worth.flatMap(
        w ->
            context.make(
                node,
                () -> {
                  w.check(issue);
                  return w;
                }));
  }

  private Optional<Evaluation> line(Node node) {
    Optional<String> text = problems.text(node, WORTH);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int to = text.get().indexOf(TO);
    if (to < 0) {
      problems.add(
          node, "%s is no worth; %s was expected".formatted(Problem.shown(text.get()), WORTH));
      return Optional.empty();
    }
    return context.make(
        node,
        () ->
            Evaluation.linear(text.get().substring(0, to), text.get().substring(to + TO.length())));
  }

  private Optional<Evaluation> table(Issue issue, MappingNode mapping) {
    long before = problems.count();
    Map<Value, Fraction> worths = new LinkedHashMap<>();
    mapping.forEach(
        (key, node) -> {
          Optional<Value> value = new ValueReader(context).value(issue, key);
          Optional<Fraction> worth = number(node, "how good it is, such as (0.5),");
          if (value.isPresent() && worth.isPresent()) {
            Fraction first = worths.putIfAbsent(value.get(), worth.get());
            if (first != null) {
              problems.add(
                  key,
                  "value (%s) is evaluated twice: as (%s) and as (%s). Leave one of them out"
                      .formatted(value.get(), first, worth.get()));
            }
          }
        });
    if (problems.count() > before) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, Fraction> table = ImmutableMap.builder();
    worths.forEach((value, worth) -> table.put(value.toString(), worth));
    return Optional.of(new Evaluation.Table(table.buildOrThrow()));
  }

  private Optional<ReservationPoint> reservation(Node node) {
    if (node instanceof MappingNode mapping) {
      long before = problems.count();
      Fields fields = new Fields(mapping, problems);
      Optional<Terms> outcome = new ValueReader(context).terms(fields);
      fields.refuseOthers();
      if (outcome.isEmpty() && problems.count() == before) {
        problems.add(node, "is an empty outcome: give a value on every issue that is weighed");
      }
      return outcome.filter(o -> problems.count() == before).map(ReservationPoint::of);
    }
    return number(node, "a utility, such as (2.5), or an outcome,").map(ReservationPoint::of);
  }

  private Optional<Fraction> number(Node node, String what) {
    return problems
        .text(node, what)
        .flatMap(text -> context.make(node, () -> Fraction.parse(text)));
  }
}
