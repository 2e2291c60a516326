package dev.parley.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Engagement;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Shape;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what an actor does, after its verb: each component of the act by its shape. */
final class ActReader implements Shape.Supply {
  /** What the entry says beside the act. */
  record Telling(
      ActorId by, When on, Optional<Source> source, BiConsumer<ScalarNode, Integer> labels) {}

  private static final String WHERE = "in";
  private static final String NAME = "a name, such as (inauguration),";

  private final Context context;
  private final Problems problems;
  private final ValueReader values;
  private final OfferReader offers;
  private final ReferenceReader references;
  private final Verb verb;
  private final ScalarNode key;
  private final Node value;
  private final Fields fields;
  private final Telling telling;

  private ActReader(
      Context context, Verb verb, ScalarNode key, Node value, Fields fields, Telling telling) {
    this.context = context;
    this.problems = context.problems;
    this.values = new ValueReader(context);
    this.offers = new OfferReader(context);
    this.references = new ReferenceReader(context);
    this.verb = verb;
    this.key = key;
    this.value = value;
    this.fields = fields;
    this.telling = telling;
  }

  /** Returns the act; empty after a problem, here or with what it refers to. */
  static Optional<? extends Act> read(
      Context context, Verb verb, ScalarNode key, Node value, Fields fields, Telling telling) {
    ActReader reader = new ActReader(context, verb, key, value, fields, telling);
    Form<? extends Act> form = verb.kind().form();
    Optional<? extends Act> act = form.make(reader);
    if (!reader.isNothing() && form.components().stream().noneMatch(Component::followsVerb)) {
      context.problems.add(value, "is " + value.kind() + "; nothing was expected after this verb");
    }
    return act;
  }

  private boolean isNothing() {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  @Override
  public boolean isThere(Component<?, ?> at) {
    if (!at.followsVerb()) {
      String own = at.key().orElseThrow();
      return fields.optional(own).isPresent() || own.equals(WHERE) && isTrack();
    }
    return at.shape().isOf(Shape.ISSUE) ? !isUnknownIssue() : !isNothing();
  }

  /** A meeting is told with whom, or where: who is on the agenda is no place. */
  private boolean isTrack() {
    return verb.kind() == ActKind.HOLD_MEETING
        && value instanceof ScalarNode scalar
        && !scalar.isNull()
        && !context.actors.has(scalar.text());
  }

  private boolean isUnknownIssue() {
    return value instanceof ScalarNode scalar && scalar.text().equals("unknown issue");
  }

  /** Returns what is read under the key of a component, or what is usual where it has none. */
  @SuppressWarnings("unchecked")
  private <T> Optional<T> orUsual(Component<?, ?> at, Function<Node, Optional<T>> read) {
    return at.followsVerb()
        ? read.apply(value)
        : fields
            .optional(at.key().orElseThrow())
            .map(read)
            .orElseGet(() -> at.usual().map(usual -> (T) usual));
  }

  @Override
  public Optional<String> words(Component<?, ?> at) {
    if (at.key().filter(WHERE::equals).isPresent() && isTrack()) {
      return context.text(value);
    }
    return at.followsVerb() || at.usual().isPresent()
        ? orUsual(at, context::text)
        : fields.text(at.key().orElseThrow(), "words, such as (it has brought in new conditions),");
  }

  @Override
  public Optional<ImmutableSet<String>> names(Component<?, ?> at) {
    ImmutableSet.Builder<String> tracks = ImmutableSet.builder();
    if (!isNothing()) {
      context
          .oneOrMore(value, "a track, or a list of tracks,")
          .forEach(track -> tracks.add(track.text()));
    }
    return Optional.of(tracks.build());
  }

  @Override
  public Optional<When> date(Component<?, ?> at) {
    return fields.required(at.key().orElseThrow()).flatMap(context::date);
  }

  @Override
  public Optional<ActorId> actor(Component<?, ?> at) {
    return context.actors.find(value, problems);
  }

  @Override
  public Optional<ImmutableSet<ActorId>> actors(Component<?, ?> at) {
    if (at.followsVerb() && (isNothing() || isTrack())) {
      return Optional.of(ImmutableSet.of());
    }
    return orUsual(at, node -> values.addressees(node, false));
  }

  @Override
  public Optional<IssueId> issue(Component<?, ?> at) {
    Optional<Node> node =
        at.followsVerb() ? Optional.of(value) : fields.required(at.key().orElseThrow());
    return node.flatMap(n -> context.issues.find(n, problems)).map(Issue::id);
  }

  @Override
  public Optional<ImmutableSet<IssueId>> issues(Component<?, ?> at) {
    return orUsual(at, values::issues);
  }

  @Override
  public Optional<Issue> issueDefinition(Component<?, ?> at) {
    Optional<String> id = problems.text(value, "the id of an issue");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (verb.text().equals("widens") && !context.issues.has(id.get())) {
      context.issues.find(value, id.get(), problems);
    }
    Optional<Issue> issue = new IssueReader(context).read(id.get(), value, fields, "issue codes");
    if (issue.isEmpty()) {
      context.issues.putBroken(id.get());
    }
    return issue;
  }

  @Override
  public Optional<DelegationId> delegation(Component<?, ?> at) {
    return context.delegations.find(value, problems).map(Delegation::id);
  }

  @Override
  public Optional<Deadline> deadline(Component<?, ?> at) {
    Optional<When> date = fields.required("date").flatMap(context::date);
    String words = fields.optional("for").flatMap(context::text).orElse("");
    return deadlineName(at)
        .flatMap(
            name -> date.flatMap(d -> context.make(value, () -> new Deadline(name, d, words))));
  }

  @Override
  public Optional<String> deadlineName(Component<?, ?> at) {
    return problems.text(value, NAME);
  }

  @Override
  public Optional<Demand> standingDemand(Component<?, ?> at) {
    return references.demand(value, telling.by());
  }

  @Override
  public Optional<Offer> standingOffer(Component<?, ?> at) {
    String act = at.followsVerb() ? doing() : "counter";
    String done = act + (act.equals("withdraw") ? "n" : "ed");
    return orUsual(
        at,
        node ->
            (act.equals("reject") ? references.alternatives(node) : List.<Offer>of())
                .stream().findFirst().or(() -> references.offer(node, telling.by(), act, done)));
  }

  /** Where a label names several alternatives, the first is named, and here are the others. */
  @Override
  public Optional<ImmutableList<Offer>> standingOffers(Component<?, ?> at) {
    Stream<Offer> others = references.alternatives(value).stream().skip(1);
    return fields
        .optional(at.key().orElseThrow())
        .map(named -> references.offers(named, telling.by(), doing(), doing() + "ed"))
        .orElse(Optional.of(ImmutableList.of()))
        .map(named -> Stream.concat(others, named.stream()).collect(toImmutableList()));
  }

  /** Whoever attests is itself among those concerned, unless it attests among others. */
  private Optional<ImmutableSet<ActorId>> among() {
    boolean others = context.yes(fields, "among others");
    return values
        .addressees(value, true)
        .map(
            named ->
                named.isEmpty() || others
                    ? named
                    : ImmutableSet.<ActorId>builder().add(telling.by()).addAll(named).build());
  }

  @Override
  public Optional<Text> text(Component<?, ?> at) {
    Optional<ImmutableSet<ActorId>> among = among();
    Optional<Node> sameAs = fields.optional("same as");
    Optional<Text> said =
        sameAs.isPresent()
            ? sameAs.flatMap(node -> references.text(node, telling.by(), "attest", false))
            : offers.provisions(key, fields, "an attestation", telling.by());
    return among.flatMap(parties -> said.map(text -> text.withParties(parties)));
  }

  /** An offer to all is made to all who negotiate then, beside its maker. */
  private ImmutableSet<ActorId> to(ActorId by, ImmutableSet<ActorId> named) {
    return named.isEmpty()
        ? context.principals.values().stream().filter(p -> !p.equals(by)).collect(toImmutableSet())
        : named;
  }

  /** The first of the words for the act: accept, ratify. */
  private String doing() {
    return Splitter.on(' ').split(verb.kind().words()).iterator().next();
  }

  @Override
  public Optional<Text> standingText(Component<?, ?> at) {
    return orUsual(at, node -> references.text(node, telling.by(), doing(), true));
  }

  @Override
  public Optional<BigDecimal> amount(Component<?, ?> at) {
    return fields
        .required(at.key().orElseThrow())
        .flatMap(node -> problems.scalar(node, "a number, such as (3),"))
        .flatMap(scalar -> Numbers.decimal(scalar, problems));
  }

  @Override
  public Optional<Authority> authority(Component<?, ?> at) {
    boolean adReferendum = context.yes(fields, "ad referendum");
    return fields
        .optional("authority")
        .map(node -> Words.AUTHORITY.read(node, problems))
        .orElseGet(() -> Optional.of(adReferendum ? Authority.AD_REFERENDUM : Authority.FINAL));
  }

  @Override
  public Optional<Obligation> obligation(Component<?, ?> at) {
    return references.obligation(value, fields);
  }

  /** An obligation that could be an agreement as well is named with the label of its text. */
  @Override
  public Optional<Engagement> engagement(Component<?, ?> at) {
    if (value instanceof ScalarNode scalar && scalar.text().indexOf('/') >= 0) {
      return obligation(at).map(owed -> owed);
    }
    fields
        .optional("which")
        .ifPresent(
            node ->
                problems.add(
                    node,
                    "tells obligations of one name apart, and no obligation is named: give its label and name, such as (truce/release)"));
    return standingText(at).map(text -> text);
  }

  @Override
  public Optional<Implementation> degree(Component<?, ?> at) {
    return orUsual(at, node -> Words.DEGREE.read(node, problems));
  }

  @Override
  public Optional<Direction> direction(Component<?, ?> at) {
    return Optional.of(
        switch (verb.text()) {
          case "softens" -> Direction.SOFTER;
          case "hardens" -> Direction.HARDER;
          default -> Direction.UNCHANGED;
        });
  }

  @Override
  public Optional<Demand> demand(Component<?, ?> at) {
    long before = problems.count();
    Optional<ImmutableSet<ActorId>> of = values.addressees(value, true);
    Optional<ActorId> maker = maker();
    GeneralDemand.Builder said = GeneralDemand.builder();
    fields
        .optional("firmness")
        .flatMap(n -> Words.FIRMNESS.read(n, problems))
        .ifPresent(said::firmness);
    said.sufficient(context.yes(fields, "sufficient"));
    Optional<Node> kind = fields.optional("kind");
    Optional<String> kindName = kind.flatMap(context::text);
    ImmutableMap<IssueId, Ask> asks = values.asks(fields);
    boolean broken = namesBroken();
    if (asks.isEmpty() && problems.count() == before && !broken && fields.isEveryKeyTaken()) {
      problems.add(value, "a demand needs an ask on one issue or more");
    }
    if (problems.count() > before || of.isEmpty() || maker.isEmpty() || asks.isEmpty() || broken) {
      return Optional.empty();
    }
    GeneralDemand general = said.by(maker.get()).addAllOf(of.get()).putAllWanted(asks).build();
    return context.make(
        kind.orElse(value),
        () ->
            kindName.isPresent()
                ? context.kinds.make(kindName.get(), general)
                : context.kinds.inherited(general, issuesOf(asks)));
  }

  private List<Issue> issuesOf(ImmutableMap<IssueId, Ask> asks) {
    return asks.keySet().stream()
        .flatMap(issue -> Optional.ofNullable(context.issues.get(issue.text())).stream())
        .toList();
  }

  private boolean namesBroken() {
    MappingNode mapping = fields.mapping();
    for (int i = 0; i < mapping.size(); i++) {
      if (context.issues.isBroken(mapping.key(i).text())) {
        return true;
      }
    }
    return false;
  }

  private Optional<ActorId> maker() {
    Optional<Node> name = fields.optional("in the name of");
    return name.isEmpty() ? Optional.of(telling.by()) : context.actors.find(name.get(), problems);
  }

  @Override
  public Optional<ImmutableList<Condition>> conditions(Component<?, ?> at) {
    return orUsual(at, node -> offers.conditions(Optional.of(node), Optional.empty()));
  }

  @Override
  public Optional<Tie> tie(Component<?, ?> at) {
    Optional<Issue> issue = context.issues.find(value, problems);
    Optional<ActorId> maker = maker();
    Optional<Node> together = fields.optional("together with");
    Optional<Node> after = fields.optional("after");
    if (together.isPresent() == after.isPresent()) {
      problems.add(value, "a tie says what it waits for: give either (together with) or (after)");
      return Optional.empty();
    }
    Node others = together.or(() -> after).orElseThrow();
    Tie.Order order = together.isPresent() ? Tie.Order.TOGETHER : Tie.Order.AFTER;
    Optional<ImmutableSet<IssueId>> waitsFor = values.issues(others);
    if (issue.isEmpty() || maker.isEmpty() || waitsFor.isEmpty()) {
      return Optional.empty();
    }
    return context.make(
        others, () -> new Tie(maker.get(), issue.get().id(), order, waitsFor.get()));
  }

  @Override
  public Optional<ImmutableList<Offer>> offers(Component<?, ?> at) {
    Optional<ActorId> maker = maker();
    ActorId by = maker.orElse(telling.by());
    Optional<ImmutableSet<ActorId>> to = values.addressees(value, true).map(named -> to(by, named));
    Optional<ImmutableList<Offer>> all =
        verb.text().equals("offers") || verb.kind() == ActKind.PROPOSE
            ? offers
                .read(key, fields, by, to, verb.kind() == ActKind.PROPOSE)
                .map(ImmutableList::of)
            : fields
                .required("alternatives")
                .flatMap(node -> offers.alternatives(node, by, to, telling.labels()));
    return maker.isEmpty() ? Optional.empty() : all;
  }

  @Override
  public Optional<Claim> claim(Component<?, ?> at) {
    Optional<String> about = problems.text(value, "the question that is answered");
    List<Optional<Answer>> given = new ArrayList<>();
    Optional<Node> figure = fields.optional("figure");
    figure.ifPresent(n -> given.add(new EvidenceReader(context).figure(n).map(Answer::of)));
    fields.optional("date").ifPresent(n -> given.add(context.date(n).map(Answer::of)));
    fields
        .optional("text")
        .ifPresent(
            n -> given.add(context.text(n).flatMap(t -> context.make(n, () -> Answer.text(t)))));
    fields
        .optional("answer")
        .ifPresent(
            n -> {
              long before = problems.count();
              boolean yes = context.yes(n);
              given.add(
                  problems.count() > before
                      ? Optional.empty()
                      : Optional.of(yes ? Answer.yes() : Answer.no()));
            });
    if (given.isEmpty() && fields.has("figure")) {
      problems.add(value, "the figure is blank: write (not given) where nobody gave one");
    } else if (given.isEmpty() && fields.has("date")) {
      problems.add(value, "the date is blank: write (XXXX) where nobody knows it");
    } else if (given.isEmpty() && (fields.has("text") || fields.has("answer"))) {
      problems.add(value, "the answer is blank: give it, or leave the claim out");
    } else if (given.size() != 1) {
      problems.add(
          value,
          "a claim gives one answer, not %s: use figure, date, text or answer"
              .formatted(given.size()));
    }
    Optional<Node> concerning = fields.optional("concerning");
    Optional<ActorId> whom = concerning.flatMap(n -> context.actors.find(n, problems));
    Optional<Node> sourceNode = fields.optional("as said by");
    Optional<Source> source =
        sourceNode.isPresent()
            ? new EvidenceReader(context).cited(sourceNode.get())
            : telling.source().or(() -> Optional.of(own(telling.by())));
    Optional<Node> onNode = fields.optional("as said on");
    Optional<When> on =
        onNode.isPresent() ? onNode.flatMap(context::date) : Optional.of(telling.on());
    if (about.isEmpty()
        || given.size() != 1
        || given.get(0).isEmpty()
        || source.isEmpty()
        || on.isEmpty()
        || whom.isPresent() != concerning.isPresent()) {
      return Optional.empty();
    }
    return context.make(
        value,
        () ->
            Claim.builder()
                .about(about.get())
                .says(given.get(0).orElseThrow())
                .source(source.get())
                .on(on.get())
                .concerning(whom)
                .build());
  }

  /** Returns the source of what an actor says without another: its own statement. */
  static Source own(ActorId actor) {
    return Source.statementOf(actor.text(), actor);
  }
}
