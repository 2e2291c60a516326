package dev.parley.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what names something that the record has brought about: an offer, a demand, an attestation,
 * an obligation, an entry. What an entry with a problem would have brought about is passed over.
 */
final class ReferenceReader {
  private static final int LISTED = 12;

  private final Context context;
  private final Problems problems;

  ReferenceReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  Optional<Offer> offer(Node node, ActorId by, String verb, String participle) {
    return referent(node, Offer.class)
        .map(
            found ->
                found instanceof Offer offer
                    ? Optional.of(offer)
                    : this.<Offer>refuse(
                        node,
                        "%s cannot %s (%s): it is %s; only an offer can be %s. Offers: %s"
                            .formatted(
                                by,
                                verb,
                                text(node),
                                what(node, found),
                                participle,
                                all(Offer.class))))
        .orElse(Optional.empty());
  }

  /** Returns the offers that a list of labels names. */
  Optional<ImmutableList<Offer>> offers(Node node, ActorId by, String verb, String participle) {
    List<Optional<Offer>> named =
        context.oneOrMore(node, "the label of an offer, or a list of labels,").stream()
            .map(label -> offer(label, by, verb, participle))
            .toList();
    return named.stream().allMatch(Optional::isPresent)
        ? Optional.of(named.stream().flatMap(Optional::stream).collect(toImmutableList()))
        : Optional.empty();
  }

  /**
   * Returns the alternatives that the entry offers which a label names: those that stand, or all
   * where none does; none where it offers no more than one thing.
   */
  ImmutableList<Offer> alternatives(Node node) {
    Label label = context.labels.get(text(node));
    if (label == null || label.alternative() > 0) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Offer> found = ImmutableList.builder();
    for (int i = 1; context.referents.at(new Label(label.entry(), i)) instanceof Offer offer; i++) {
      found.add(offer);
    }
    ImmutableList<Offer> all = found.build();
    Negotiation there = context.there();
    ImmutableList<Offer> standing =
        all.stream()
            .filter(o -> there != null && there.situation().offers().containsKey(o))
            .collect(toImmutableList());
    return standing.isEmpty() ? all : standing;
  }

  Optional<Demand> demand(Node node, ActorId by) {
    return referent(node, Demand.class)
        .map(
            found ->
                found instanceof Demand demand
                    ? Optional.of(demand)
                    : this.<Demand>refuse(
                        node,
                        "%s cannot reject (%s) as a demand: it is %s. Demands: %s"
                            .formatted(by, text(node), what(node, found), all(Demand.class))))
        .orElse(Optional.empty());
  }

  /**
   * Returns the text that a label names: of an offer, a proposal, or what was attested.
   *
   * @param resolved whether a text among all principals is to name them
   */
  Optional<Text> text(Node node, ActorId by, String verb, boolean resolved) {
    return referent(node, Text.class)
        .flatMap(
            found ->
                found instanceof Offer offer
                    ? Optional.of(offer.text())
                    : found instanceof Text text
                        ? Optional.of(resolved ? resolved(node, text) : text)
                        : this.<Text>refuse(
                            node,
                            "%s cannot %s (%s): it is %s, and no text. Texts: %s"
                                .formatted(
                                    by, verb, text(node), what(node, found), all(Text.class))));
  }

  private Text resolved(Node node, Text text) {
    Label label = context.labels.get(text(node));
    return label == null ? text : context.referents.resolved(label, text);
  }

  private <T> Optional<T> refuse(Node node, String message) {
    problems.add(node, message);
    return Optional.empty();
  }

  /** Returns what the label names: an offer, a demand, or the label itself if it is neither. */
  private Optional<Object> referent(Node node, Class<?> type) {
    Optional<ScalarNode> scalar = problems.scalar(node, "the label of an entry, such as (o1),");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text();
    Label label = context.labels.get(text);
    if (label == null) {
      if (!context.labels.isBroken(text)) {
        problems.add(
            node,
            "label %s is unknown: %s%ss: %s"
                .formatted(
                    Problem.shown(text),
                    context.labels.question(text),
                    type.getSimpleName(),
                    all(type)));
      }
      return Optional.empty();
    }
    Object found = context.referents.at(label);
    return Optional.of(found == null ? label : found);
  }

  private String all(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Label> entry : context.labels.map().entrySet()) {
      Object named = context.referents.at(entry.getValue());
      if (type.isInstance(named) || type == Text.class && named instanceof Offer) {
        names.add(entry.getKey());
        if (names.size() > LISTED) {
          names.set(LISTED, "...");
          break;
        }
      }
    }
    return names.isEmpty() ? "none so far" : String.join(", ", names);
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : node.kind();
  }

  private String what(Node node, Object found) {
    if (found instanceof Offer) {
      return "an offer";
    }
    if (found instanceof Demand) {
      return "a demand";
    }
    if (found instanceof Text) {
      return "what was attested";
    }
    Label label = context.labels.get(text(node));
    if (label != null && context.referents.isReplaced(label.entry())) {
      return "an entry that was cancelled, or corrected to something else";
    }
    Negotiation negotiation = context.negotiation;
    Optional<Entry> entry =
        negotiation == null || label == null
            ? Optional.empty()
            : negotiation.chronicle().entry(label.entry());
    Optional<Move> move = entry.flatMap(Entry::tells);
    if (move.isEmpty()) {
      return "a word on another entry";
    }
    return switch (move.get().act().kind()) {
      case MAKE_OFFER -> "an entry with several offers; name one by its own label";
      case CLAIM -> "a claim";
      case INCIDENT -> "an incident";
      case TIE -> "a tie";
      default -> "an act to " + move.get().act().kind().words();
    };
  }

  /** Returns the obligation of that name; {@code which} tells several of one name apart. */
  Optional<Obligation> obligation(Node node, Fields fields) {
    Optional<String> name = problems.text(node, "the name of an obligation");
    Optional<Node> whichNode = fields.optional("which");
    int which =
        whichNode
            .flatMap(n -> problems.scalar(n, "a number, such as (2),"))
            .flatMap(s -> Numbers.whole(s, 1, 1_000_000, problems))
            .orElse(1);
    Negotiation negotiation = context.there();
    if (name.isEmpty() || negotiation == null) {
      return Optional.empty();
    }
    int slash = name.get().indexOf('/');
    Optional<Text> under = slash < 0 ? Optional.empty() : labelled(name.get().substring(0, slash));
    String own = under.isEmpty() ? name.get() : name.get().substring(slash + 1);
    List<Obligation> all =
        under.isPresent()
            ? negotiation.situation().owedUnder(under.get())
            : owedBy(negotiation, own);
    int seen = 0;
    for (Obligation obligation : all) {
      if (obligation.name().equals(own) && ++seen == which) {
        return Optional.of(obligation);
      }
    }
    // An instalment makes one obligation for each of its issues: often it has but one.
    List<Obligation> parts = all.stream().filter(o -> o.isNamed(own)).distinct().toList();
    if (parts.size() == 1 && seen == 0 && which == 1) {
      return Optional.of(parts.get(0));
    }
    if (parts.size() > 1 && seen == 0) {
      String before = name.get().substring(0, name.get().length() - own.length());
      problems.add(
          node,
          "%s is several obligations: name one of them in quotes, %s"
              .formatted(
                  Problem.shown(name.get()),
                  parts.stream()
                      .limit(LISTED)
                      .map(o -> '"' + before + o.name() + '"')
                      .collect(Collectors.joining(" or "))));
      return Optional.empty();
    }
    if (!context.someFailed) {
      List<String> names = all.stream().map(Obligation::name).distinct().limit(LISTED).toList();
      problems.add(
          node,
          "there is no obligation %s: %s%s"
              .formatted(
                  Problem.shown(name.get()),
                  Nearest.question(name.get(), names),
                  names.isEmpty()
                      ? "none has arisen"
                      : "obligations: " + String.join(", ", names)));
    }
    return Optional.empty();
  }

  /** What has arisen under that name; where nothing has, what texts would make owed. */
  private ImmutableList<Obligation> owedBy(Negotiation negotiation, String name) {
    ImmutableList<Obligation> arisen = negotiation.situation().obligations().keySet().asList();
    if (arisen.stream().anyMatch(o -> o.name().equals(name))) {
      return arisen;
    }
    ImmutableList.Builder<Obligation> all = ImmutableList.builder();
    all.addAll(arisen);
    for (Label label : context.labels.map().values()) {
      textAt(label).map(negotiation.situation()::owedUnder).ifPresent(all::addAll);
    }
    return all.build();
  }

  /** Returns the text that a label names, if it names one. */
  Optional<Text> labelled(String label) {
    Label at = context.labels.get(label);
    return at == null ? Optional.empty() : textAt(at);
  }

  private Optional<Text> textAt(Label label) {
    Object named = context.referents.at(label);
    if (named instanceof Offer offer) {
      return Optional.of(offer.text());
    }
    return named instanceof Text text
        ? Optional.of(context.referents.resolved(label, text))
        : Optional.empty();
  }

  /** Returns the entry that a label or a number within a list names. */
  Optional<EntryId> cited(Node node, List<Optional<EntryId>> soFar) {
    String text = text(node);
    return text.matches("[0-9]{1,9}") && !context.labels.has(text)
        ? numbered(node, node, soFar)
        : context.labels.find(node, problems).map(Label::entry);
  }

  private Optional<EntryId> numbered(Node item, Node at, List<Optional<EntryId>> soFar) {
    Optional<Integer> number =
        problems
            .scalar(item, "the number of an entry")
            .flatMap(s -> Numbers.whole(s, 1, Integer.MAX_VALUE, problems));
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.get() > soFar.size()) {
      problems.add(
          at,
          "entry [%s] does not exist: before this one there %s"
              .formatted(
                  number.get(), soFar.isEmpty() ? "is none" : "are [1] to [" + soFar.size() + "]"));
      return Optional.empty();
    }
    return soFar.get(number.get() - 1);
  }

  /** Returns the entry that a label or a number in brackets names. */
  Optional<EntryId> entry(Node node, List<Optional<EntryId>> soFar) {
    if (node instanceof SequenceNode list) {
      if (list.size() != 1) {
        problems.add(node, "is a list; a label, or one number in brackets ([3]), was expected");
        return Optional.empty();
      }
      return numbered(list.items().get(0), node, soFar);
    }
    String text = text(node);
    if (text.matches("[0-9]{1,9}") && !context.labels.has(text)) {
      problems.add(node, "the number of an entry stands in brackets: [%s]".formatted(text));
      return Optional.empty();
    }
    Optional<Label> label = context.labels.find(node, problems);
    return label.map(Label::entry);
  }
}
