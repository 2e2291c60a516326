package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Answer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Direction;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Implementation;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Obligation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads what an actor does: the verb, its value, and the keys that the verb has. */
final class ActReader {
  /** What the entry says beside the act. */
  record Telling(
      ActorId by, When on, Optional<Source> source, BiConsumer<ScalarNode, Integer> labels) {}

  private static final String NAME = "a name, such as (inauguration),";

  private final Context context;
  private final Problems problems;
  private final ValueReader values;
  private final OfferReader offers;
  private final ReferenceReader references;

  ActReader(Context context) {
    this.context = context;
    this.problems = context.problems;
    this.values = new ValueReader(context);
    this.offers = new OfferReader(context);
    this.references = new ReferenceReader(context);
  }

  /** Returns the act; empty after a problem, here or with what it refers to. */
  Optional<Act> read(Verb verb, ScalarNode key, Node value, Fields fields, Telling telling) {
    return switch (verb) {
      case OPENS_ROUND -> opensRound(value, fields);
      case CLOSES_ROUND -> alone(value, new Procedural.CloseRound());
      case MEETS ->
          Optional.of(
              new Procedural.HoldMeeting(
                  isNothing(value) ? Optional.empty() : context.text(value), format(fields)));
      case SUSPENDS -> alone(value, new Procedural.Suspend());
      case RESUMES -> alone(value, new Procedural.Resume());
      case BREAKS_OFF -> alone(value, new Procedural.BreakOff());
      case DECLARES_IMPASSE -> alone(value, new Procedural.DeclareImpasse());
      case SETS_DEADLINE -> setsDeadline(value, fields);
      case EXTENDS_DEADLINE -> {
        Optional<When> to = fields.required("date").flatMap(context::date);
        yield problems
            .text(value, NAME)
            .flatMap(name -> to.map(d -> new Procedural.ExtendDeadline(name, d)));
      }
      case SENDS -> {
        Optional<String> to = fields.optional("to").flatMap(context::text);
        yield context
            .delegations
            .find(value, problems)
            .map(d -> new Procedural.SendDelegation(d.id(), to));
      }
      case ADDS_ISSUE, WIDENS -> amendsAgenda(verb, value, fields);
      case DEMANDS_OF -> demand(value, fields, telling).map(Substantive.RaiseDemand::new);
      case AMENDS_DEMAND_OF -> demand(value, fields, telling).map(Substantive.AmendDemand::new);
      case DROPS -> values.issues(value).map(Substantive.DropDemand::new);
      case REJECTS_DEMAND ->
          references.demand(value, telling.by()).map(d -> new Substantive.RejectDemand(d));
      case TIES -> ties(value, fields, telling);
      case OFFERS, OFFERS_ONE_OF -> offers(verb, key, value, fields, telling);
      case WITHDRAWS ->
          references
              .offer(value, telling.by(), "withdraw", "withdrawn")
              .map(Substantive.WithdrawOffer::new);
      case ACCEPTS -> accepts(value, fields, telling);
      case REJECTS -> {
        Optional<ImmutableSet<IssueId>> undisputed = issues(fields, "undisputed");
        yield references
            .offer(value, telling.by(), "reject", "rejected")
            .flatMap(o -> undisputed.map(u -> new Substantive.RejectOffer(o, u)));
      }
      case ATTESTS_WITH -> attests(key, value, fields, telling);
      case SOFTENS -> shift(Direction.SOFTER, value, fields);
      case HARDENS -> shift(Direction.HARDER, value, fields);
      case HOLDS -> shift(Direction.UNCHANGED, value, fields);
      case RATIFIES -> alone(value, new AfterDeal.Ratify());
      case FAILS_TO_RATIFY -> alone(value, new AfterDeal.FailToRatify());
      case SETS_OFF -> references.obligation(value, fields).map(AfterDeal.SetOff::new);
      case PERFORMS -> {
        Optional<Node> degree = fields.optional("degree");
        Optional<Implementation> how =
            degree.isEmpty()
                ? Optional.of(Implementation.FULL)
                : Words.DEGREE.read(degree.get(), problems);
        yield references
            .obligation(value, fields)
            .flatMap(o -> how.map(d -> new AfterDeal.Perform(o, d)));
      }
      case ALLEGES_BREACH_OF -> {
        Optional<String> words = requiredWords(fields);
        Optional<Obligation> obligation = references.obligation(value, fields);
        yield obligation.flatMap(o -> words.map(w -> new AfterDeal.AllegeBreach(o, w)));
      }
      case EXCUSES -> references.obligation(value, fields).map(AfterDeal.Excuse::new);
      case TERMINATES -> alone(value, new AfterDeal.Terminate());
      case CLAIMS -> claims(value, fields, telling);
      case ACCUSES -> {
        Optional<String> words = requiredWords(fields);
        yield context
            .actors
            .find(value, problems)
            .flatMap(of -> words.map(w -> new Communicative.Accuse(of, w)));
      }
      case PROMISES -> context.text(value).map(Communicative.Promise::new);
      case THREATENS -> context.text(value).map(Communicative.Threaten::new);
      case COMMITS_TO -> context.text(value).map(Communicative.Commit::new);
      case IN_INCIDENT -> context.text(value).map(Exogenous.Incident::new);
      case CHANGES_GOVERNMENT -> context.text(value).map(Exogenous.ChangeOfGovernment::new);
    };
  }

  /** Says whether the verb's own words stand under {@code words}, and the move's under saying. */
  static boolean hasWords(Verb verb) {
    return verb == Verb.ACCUSES || verb == Verb.ALLEGES_BREACH_OF;
  }

  private Optional<String> requiredWords(Fields fields) {
    return fields.text("words", "words, such as (it has brought in new conditions),");
  }

  private static boolean isNothing(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  private Optional<Act> alone(Node value, Act act) {
    if (!isNothing(value)) {
      problems.add(value, "is " + value.kind() + "; nothing was expected after this verb");
    }
    return Optional.of(act);
  }

  private Optional<String> format(Fields fields) {
    return fields.optional("format").flatMap(context::text);
  }

  private Optional<Act> opensRound(Node value, Fields fields) {
    ImmutableSet.Builder<String> tracks = ImmutableSet.builder();
    if (!isNothing(value)) {
      context
          .oneOrMore(value, "a track, or a list of tracks,")
          .forEach(track -> tracks.add(track.text()));
    }
    return Optional.of(new Procedural.OpenRound(tracks.build(), format(fields)));
  }

  private Optional<Act> setsDeadline(Node value, Fields fields) {
    Optional<When> date = fields.required("date").flatMap(context::date);
    String words = fields.optional("for").flatMap(context::text).orElse("");
    return problems
        .text(value, NAME)
        .flatMap(
            name ->
                date.flatMap(
                    d ->
                        context.make(
                            value,
                            () -> new Procedural.SetDeadline(new Deadline(name, d, words)))));
  }

  private Optional<Act> amendsAgenda(Verb verb, Node value, Fields fields) {
    Optional<String> id = problems.text(value, "the id of an issue");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (verb == Verb.WIDENS && !context.issues.has(id.get())) {
      context.issues.find(value, id.get(), problems);
    }
    Optional<Issue> issue = new IssueReader(context).read(id.get(), value, fields, "issue codes");
    if (issue.isEmpty()) {
      context.issues.putBroken(id.get());
    }
    return issue.map(Procedural.AmendAgenda::new);
  }

  private Optional<Demand> demand(Node value, Fields fields, Telling telling) {
    long before = problems.count();
    Optional<ImmutableSet<ActorId>> of = values.addressees(value, true);
    Optional<ActorId> maker = maker(fields, telling);
    GeneralDemand.Builder said = GeneralDemand.builder();
    fields
        .optional("firmness")
        .flatMap(n -> Words.FIRMNESS.read(n, problems))
        .ifPresent(said::firmness);
    said.sufficient(context.yes(fields, "sufficient"));
    Optional<Node> kind = fields.optional("kind");
    Optional<String> kindName = kind.flatMap(context::text);
    ImmutableMap<IssueId, Ask> asks = values.asks(fields);
    boolean broken = namesBroken(fields);
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
                : DemandKinds.inferred(general));
  }

  private boolean namesBroken(Fields fields) {
    MappingNode mapping = fields.mapping();
    for (int i = 0; i < mapping.size(); i++) {
      if (context.issues.isBroken(mapping.key(i).text())) {
        return true;
      }
    }
    return false;
  }

  private Optional<ActorId> maker(Fields fields, Telling telling) {
    Optional<Node> name = fields.optional("in the name of");
    return name.isEmpty() ? Optional.of(telling.by()) : context.actors.find(name.get(), problems);
  }

  private Optional<Act> ties(Node value, Fields fields, Telling telling) {
    Optional<Issue> issue = context.issues.find(value, problems);
    Optional<ActorId> maker = maker(fields, telling);
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
        others,
        () ->
            new Substantive.TieCommitment(
                new Tie(maker.get(), issue.get().id(), order, waitsFor.get())));
  }

  private Optional<Act> offers(
      Verb verb, ScalarNode key, Node value, Fields fields, Telling telling) {
    Optional<ImmutableSet<ActorId>> to = values.addressees(value, false);
    Optional<Node> countersNode = fields.optional("counters");
    Optional<Offer> counters =
        countersNode.flatMap(n -> references.offer(n, telling.by(), "counter", "countered"));
    Optional<ActorId> maker = maker(fields, telling);
    Optional<ImmutableList<Offer>> all;
    if (verb == Verb.OFFERS) {
      all = offers.read(key, fields, maker.orElse(telling.by()), to).map(ImmutableList::of);
    } else {
      all =
          fields
              .required("alternatives")
              .flatMap(
                  node ->
                      offers.alternatives(node, maker.orElse(telling.by()), to, telling.labels()));
    }
    if (all.isEmpty() || maker.isEmpty() || counters.isEmpty() && countersNode.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Substantive.MakeOffer(all.get(), counters));
  }

  private Optional<ImmutableSet<IssueId>> issues(Fields fields, String key) {
    Optional<Node> node = fields.optional(key);
    return node.isEmpty() ? Optional.of(ImmutableSet.of()) : values.issues(node.get());
  }

  private Optional<Act> accepts(Node value, Fields fields, Telling telling) {
    Optional<ImmutableSet<IssueId>> parts = issues(fields, "parts");
    boolean adReferendum = context.yes(fields, "ad referendum");
    Optional<Node> authorityNode = fields.optional("authority");
    Optional<Authority> authority =
        authorityNode.isEmpty()
            ? Optional.of(adReferendum ? Authority.AD_REFERENDUM : Authority.FINAL)
            : Words.AUTHORITY.read(authorityNode.get(), problems);
    Optional<Offer> offer = references.offer(value, telling.by(), "accept", "accepted");
    return offer.flatMap(
        o -> parts.flatMap(p -> authority.map(a -> new Substantive.Accept(o, p, a))));
  }

  private Optional<Act> attests(ScalarNode key, Node value, Fields fields, Telling telling) {
    Optional<ImmutableSet<ActorId>> among = among(value, telling.by());
    Optional<Node> same = fields.optional("same as");
    if (same.isPresent()) {
      return references
          .attestation(same.get())
          .flatMap(
              a ->
                  among.map(
                      with ->
                          new Substantive.Attest(a.terms(), with, a.binding(), a.undertakings())));
    }
    long before = problems.count();
    Binding binding = context.yes(fields, "whole") ? Binding.WHOLE : Binding.SEVERABLE;
    Optional<ImmutableList<Undertaking>> undertakings = offers.undertakings(fields);
    Optional<Terms> terms = values.terms(fields);
    if (terms.isEmpty()
        && problems.count() == before
        && fields.isEveryKeyTaken()
        && !namesBroken(fields)) {
      problems.add(key, "an attestation needs a value on one issue or more");
    }
    return problems.count() > before || namesBroken(fields)
        ? Optional.empty()
        : among.flatMap(
            a ->
                terms.flatMap(
                    t -> undertakings.map(u -> new Substantive.Attest(t, a, binding, u))));
  }

  /** One party that is named is the other one concerned; a list names all of them. */
  private Optional<ImmutableSet<ActorId>> among(Node value, ActorId by) {
    Optional<ImmutableSet<ActorId>> named = values.addressees(value, true);
    return value instanceof SequenceNode
        ? named
        : named.map(
            other ->
                other.isEmpty()
                    ? other
                    : ImmutableSet.<ActorId>builder().add(by).addAll(other).build());
  }

  private Optional<Act> shift(Direction direction, Node value, Fields fields) {
    Optional<Node> toward = fields.optional("toward");
    Optional<ImmutableSet<ActorId>> to =
        toward.isEmpty() ? Optional.of(ImmutableSet.of()) : values.addressees(toward.get(), false);
    if (value instanceof ScalarNode scalar && scalar.text().equals("unknown issue")) {
      return to.map(t -> new Substantive.Shift(direction, Optional.empty(), t));
    }
    return context
        .issues
        .find(value, problems)
        .flatMap(i -> to.map(t -> new Substantive.Shift(direction, Optional.of(i.id()), t)));
  }

  private Optional<Act> claims(Node value, Fields fields, Telling telling) {
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
    if (given.size() != 1) {
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
            ? context.sources.find(sourceNode.get(), problems)
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
            new Communicative.MakeClaim(
                Claim.builder()
                    .about(about.get())
                    .says(given.get(0).orElseThrow())
                    .source(source.get())
                    .on(on.get())
                    .concerning(whom)
                    .build()));
  }

  /** Returns the source of what an actor says without another: its own statement. */
  static Source own(ActorId actor) {
    return Source.statementOf(actor.text(), actor);
  }

  /** Returns the obligations of the situation in its order. */
  static ImmutableList<Obligation> obligations(Negotiation negotiation) {
    return negotiation.situation().obligations().keySet().asList();
  }
}
