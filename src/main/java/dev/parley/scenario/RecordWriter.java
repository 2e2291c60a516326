package dev.parley.scenario;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.scenario.Scenario.Label;
import dev.parley.talks.Act;
import dev.parley.talks.Deadline;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Procedural;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record, entry by entry. In the growing layout, an entry describes the sources that it
 * is the first to cite, and gets a label if it brings what a later one can refer to.
 */
final class RecordWriter {
  private final Scenario scenario;
  private final Layout layout;
  private final Map<Label, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Source> described = new LinkedHashMap<>();
  private final Referents referents = new Referents();

  /** How to take back what the last entry was the first to name. */
  private final List<Runnable> fresh = new ArrayList<>();

  private Negotiation now;

  /** Where the record stood at a place that is written now; null where that is where it stands. */
  private @Nullable Supplier<Negotiation> place;

  private RecordWriter(Scenario scenario, Layout layout) {
    this(scenario, layout, scenario.labels());
  }

  private RecordWriter(Scenario scenario, Layout layout, Map<String, Label> labels) {
    this.scenario = scenario;
    this.layout = layout;
    labels.forEach((name, label) -> names.put(label, name));
    taken.addAll(labels.keySet());
    this.now =
        Negotiation.about(scenario.negotiation().firstAgenda(), scenario.negotiation().ruleBook());
  }

  static RecordWriter of(Scenario scenario, Layout layout) {
    RecordWriter writer = new RecordWriter(scenario, layout);
    Set<String> later =
        layout == Layout.GROWING ? FirstCited.byTheRecord(scenario) : ImmutableSet.of();
    scenario.sources().values().stream()
        .filter(source -> !later.contains(source.id()))
        .forEach(source -> writer.described.put(source.id(), source));
    return writer;
  }

  /**
   * Returns a writer of what follows the record of a file, whose entries stand there already.
   *
   * @param labels those that stand in the file, of the scenario's
   */
  static RecordWriter after(Scenario scenario, Map<String, Label> labels) {
    RecordWriter writer = new RecordWriter(scenario, Layout.GROWING, labels);
    writer.described.putAll(scenario.sources());
    Negotiation record = scenario.negotiation();
    record
        .chronicle()
        .entries()
        .forEach(entry -> writer.referents.add(entry, Referents.agenda(record, entry)));
    writer.now = scenario.negotiation();
    return writer;
  }

  /** Returns the sources that are described so far: before the first entry, those of the head. */
  ImmutableList<Source> described() {
    return ImmutableList.copyOf(described.values());
  }

  /** Returns the labels that are given so far, what each names. */
  ImmutableMap<String, Label> labels() {
    return names.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Label, String> e) -> e.getKey().entry())
                .thenComparing(e -> e.getKey().alternative()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  Tree.Sequence tree() {
    ImmutableList.Builder<Tree> entries = ImmutableList.builder();
    for (Entry entry : scenario.negotiation().chronicle().entries()) {
      entries.add(new Tree.Unbroken(entry(entry), layout == Layout.GROWING));
      if (now.again(entry) instanceof Accepted accepted) {
        wrote(entry, accepted.negotiation());
      }
    }
    return Tree.sequence(entries.build());
  }

  /** Goes on to the next entry: this one was written, and led there. */
  void wrote(Entry entry, Negotiation after) {
    referents.add(entry, after.agenda());
    now = after;
  }

  /** Refuses an entry that cannot be written down after those that are there. */
  void check(Entry entry) {
    Map<String, Source> own = new HashMap<>();
    for (Source source : FirstCited.sources(entry)) {
      Source known = described.getOrDefault(source.id(), source);
      if (!known.equals(source) || !own.computeIfAbsent(source.id(), i -> source).equals(source)) {
        throw Completion.twoSources(source);
      }
      Completion.checkSpeaker(now, source);
    }
    if (entry.tells().flatMap(m -> m.act().value(Shape.OFFERS)).filter(List::isEmpty).isPresent()) {
      throw Completion.offersNothing(entry);
    }
  }

  /** Takes back what the last entry was the first to name, since it was not written after all. */
  void takeBack() {
    fresh.forEach(Runnable::run);
    fresh.clear();
  }

  /** Returns the next entry, as it is written. */
  Tree.Mapping entry(Entry entry) {
    fresh.clear();
    TreeBuilder mapping = new TreeBuilder();
    if (layout == Layout.GROWING) {
      label(entry);
    }
    String name = names.get(new Label(entry.id(), 0));
    if (name != null) {
      mapping.put("id", name);
    }
    if (entry instanceof Entry.Told told) {
      move(mapping, told.id(), told.move());
    } else if (entry instanceof Entry.Corrected corrected) {
      mapping.put(
          corrected.instead().isPresent() ? "correct" : "cancel", target(corrected.target()));
      corrected
          .instead()
          .ifPresent(move -> mapping.put("instead", (Tree) instead(corrected, move)));
      note(mapping, corrected.note());
    } else if (entry instanceof Entry.Denied denied) {
      mapping.put("deny", target(denied.target()));
      note(mapping, denied.note());
    }
    return mapping.build();
  }

  /** Gives an entry a label if a later one can refer to it, and each of its alternatives. */
  private void label(Entry entry) {
    ImmutableList<Object> brought =
        entry.tells().map(Move::act).map(Referents::answerable).orElse(ImmutableList.of());
    Label whole = new Label(entry.id(), 0);
    boolean named =
        entry instanceof Entry.Corrected corrected
            && names.containsKey(new Label(corrected.target(), 0));
    if (brought.size() == 1 && !named) {
      name(whole, Completion.madeUp(whole, brought.get(0)));
    }
    for (int i = 1; brought.size() > 1 && i <= brought.size(); i++) {
      Label alternative = new Label(entry.id(), i);
      name(alternative, Completion.madeUp(alternative));
    }
  }

  private void name(Label label, String wished) {
    if (!names.containsKey(label)) {
      String name = Completion.free(wished, taken);
      names.put(label, name);
      taken.add(name);
      fresh.add(
          () -> {
            names.remove(label);
            taken.remove(name);
          });
    }
  }

  /** Puts the sources of an entry: one by itself, several as a list. */
  private void cite(TreeBuilder mapping, List<Source> sources) {
    List<Tree> all = sources.stream().map(this::cited).toList();
    if (!all.isEmpty()) {
      mapping.put("source", all.size() == 1 ? all.get(0) : Tree.sequence(all));
    }
  }

  /** Returns a source by its id, with its description if it has none yet. */
  private Tree cited(Source source) {
    if (described.putIfAbsent(source.id(), source) == null) {
      fresh.add(() -> described.remove(source.id()));
      return new TreeBuilder().put(source.id(), ScenarioWriter.source(source)).build();
    }
    return Tree.text(source.id());
  }

  private Tree.Mapping instead(Entry.Corrected corrected, Move move) {
    Negotiation current = now;
    TreeBuilder mapping = new TreeBuilder();
    if (current.agenda().equals(current.firstAgenda())) {
      place = Suppliers.memoize(() -> RecordReader.before(current, corrected.target()));
    } else {
      now = RecordReader.before(now, corrected.target());
    }
    move(mapping, corrected.id(), move);
    now = current;
    place = null;
    return mapping.build();
  }

  private Tree target(EntryId entry) {
    String name = names.get(new Label(entry, 0));
    return name == null ? TreeBuilder.list(ImmutableList.of(entry.number())) : Tree.text(name);
  }

  private void note(TreeBuilder mapping, Note note) {
    mapping.putIf(!note.on().equals(When.UNKNOWN), "on", note.on());
    note.source().ifPresent(source -> mapping.put("source", cited(source)));
    mapping.putIf(!note.words().isEmpty(), "words", note.words());
  }

  private void move(TreeBuilder mapping, EntryId id, Move move) {
    act(mapping, id, move);
    boolean hasWords = Verb.hasWords(move.act().kind());
    mapping.putIf(!move.on().equals(When.UNKNOWN), "on", move.on());
    cite(mapping, move.sources());
    mapping
        .putIfPresent("through", move.through())
        .putIf(!move.words().isEmpty(), hasWords ? "saying" : "words", move.words())
        .putTexts("codes", move.codes());
    if (!move.becauseOf().isEmpty()) {
      mapping.put(
          "because of", TreeBuilder.list(move.becauseOf().stream().map(EntryId::number).toList()));
    }
  }

  /** Puts the verb and what follows it, then the other components; choices come last. */
  private void act(TreeBuilder mapping, EntryId id, Move move) {
    Form<Act> form = move.act().form();
    Writing writing = new Writing(mapping, id, move);
    if (form.components().stream().noneMatch(Component::followsVerb)) {
      writing.verb(Tree.NOTHING);
    }
    form.components().stream()
        .sorted(Comparator.comparing(RecordWriter::place))
        .filter(c -> c.followsVerb() || !form.isUsual(move.act(), c))
        .forEach(c -> form.tell(move.act(), c, writing));
  }

  private static int place(Component<?, ?> component) {
    if (component.followsVerb()) {
      return 0;
    }
    return 1;
  }

  private Negotiation there() {
    @Nullable Supplier<Negotiation> elsewhere = place;
    return elsewhere == null ? now : elsewhere.get();
  }

  private Optional<String> labelOf(Object referent) {
    return referents.makersOf(referent).stream()
        .flatMap(label -> Optional.ofNullable(names.get(label)).stream())
        .findFirst();
  }

  private String nameOf(Object referent) {
    return labelOf(referent).orElseThrow(() -> unlabelled(referent));
  }

  /** Only a file that a person has written lacks a label. */
  private RuntimeException unlabelled(Object referent) {
    return referents.makersOf(referent).stream()
        .findFirst()
        .<RuntimeException>map(
            label ->
                new IllegalArgumentException(
                    "entry %s has no label in the file, so that no later entry can refer to it: close the journal and give it one, such as (id: %s)"
                        .formatted(
                            label.entry(),
                            Completion.free(Completion.madeUp(label, referent), taken))))
        .orElseGet(() -> new IllegalStateException("(" + referent + ") has no label"));
  }

  /** Writes the components of one act as keys of one entry. */
  private final class Writing implements Shape.Cases<TreeBuilder> {
    private final TreeBuilder mapping;
    private final EntryId id;
    private final Move move;

    Writing(TreeBuilder mapping, EntryId id, Move move) {
      this.mapping = mapping;
      this.id = id;
      this.move = move;
    }

    TreeBuilder verb(Tree value) {
      return verb(0, value);
    }

    private TreeBuilder verb(int which, Tree value) {
      String verb = move.act().form().verbs().get(which);
      return mapping.put(
          move.by().isNamed()
              ? move.by().text() + " " + verb
              : move.act().form().impersonal().orElseThrow(),
          value);
    }

    /** Puts a value after the verb, or under the key of its component. */
    private TreeBuilder put(Component<?, ?> at, Tree value) {
      return at.followsVerb() ? verb(value) : mapping.put(at.key().orElseThrow(), value);
    }

    @Override
    public TreeBuilder absent(Component<?, ?> at) {
      return !at.followsVerb()
          ? mapping
          : at.shape().isOf(Shape.ISSUE)
              ? verb(direction(), Tree.text("unknown issue"))
              : verb(Tree.NOTHING);
    }

    @Override
    public TreeBuilder choice(Component<?, ?> at, Enum<?> value) {
      throw new IllegalStateException(at + " is not written");
    }

    @Override
    public TreeBuilder words(Component<?, ?> at, String words) {
      return place().equals(Optional.of(words)) && at.name().equals("track")
          ? mapping
          : put(at, Tree.text(words));
    }

    /** Where a meeting is held follows the verb when nobody says with whom. */
    private Optional<String> place() {
      return move.act() instanceof Procedural.HoldMeeting meeting && meeting.with().isEmpty()
          ? meeting.track()
          : Optional.empty();
    }

    @Override
    public TreeBuilder names(Component<?, ?> at, ImmutableSet<String> names) {
      return put(at, names.isEmpty() ? Tree.NOTHING : TreeBuilder.oneOrMore(names));
    }

    @Override
    public TreeBuilder date(Component<?, ?> at, When date) {
      return put(at, Tree.text(date));
    }

    @Override
    public TreeBuilder actor(Component<?, ?> at, ActorId actor) {
      return put(at, Tree.text(actor));
    }

    @Override
    public TreeBuilder actors(Component<?, ?> at, ImmutableSet<ActorId> actors) {
      return put(
          at,
          actors.isEmpty()
              ? place().<Tree>map(Tree::text).orElse(Tree.NOTHING)
              : TreeBuilder.oneOrMore(actors));
    }

    @Override
    public TreeBuilder issue(Component<?, ?> at, IssueId issue) {
      return at.followsVerb()
          ? verb(direction(), Tree.text(issue))
          : mapping.put(at.key().orElseThrow(), issue);
    }

    /** Which of the verbs says the direction. */
    private int direction() {
      return move.act().value(Shape.DIRECTION).map(Writing::verb).orElse(0);
    }

    private static int verb(Direction direction) {
      return switch (direction) {
        case SOFTER -> 0;
        case HARDER -> 1;
        case UNCHANGED -> 2;
      };
    }

    @Override
    public TreeBuilder direction(Component<?, ?> at, Direction direction) {
      return mapping;
    }

    @Override
    public TreeBuilder issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
      return put(at, at.followsVerb() ? TreeBuilder.oneOrMore(issues) : TreeBuilder.list(issues));
    }

    @Override
    public TreeBuilder issueDefinition(Component<?, ?> at, Issue issue) {
      boolean known = now.agenda().issue(issue.id()).isPresent();
      AgendaWriter.issue(verb(known ? 1 : 0, Tree.text(issue.id())), issue, "issue codes");
      return mapping;
    }

    @Override
    public TreeBuilder delegation(Component<?, ?> at, DelegationId delegation) {
      return put(at, Tree.text(delegation));
    }

    @Override
    public TreeBuilder deadline(Component<?, ?> at, Deadline deadline) {
      return verb(Tree.text(deadline.name()))
          .put("date", deadline.date())
          .putIf(!deadline.words().isEmpty(), "for", deadline.words());
    }

    @Override
    public TreeBuilder deadlineName(Component<?, ?> at, String name) {
      return put(at, Tree.text(name));
    }

    @Override
    public TreeBuilder demand(Component<?, ?> at, Demand demand) {
      verb(ValueWriter.addressees(demand.of()));
      TreeBuilder nested = new TreeBuilder();
      // All of them nested, if one must be: messages list issues in the order of the demand.
      boolean nest =
          demand.asks().keySet().stream().anyMatch(i -> Words.RESERVED.contains(i.text()));
      for (Map.Entry<IssueId, Ask> ask : demand.asks().entrySet()) {
        (nest ? nested : mapping).put(ask.getKey().text(), ValueWriter.ask(ask.getValue()));
      }
      GeneralDemand said =
          GeneralDemand.builder()
              .by(demand.by())
              .addAllOf(demand.of())
              .putAllWanted(demand.asks())
              .firmness(demand.firmness())
              .sufficient(demand.sufficient())
              .build();
      mapping
          .putUnlessEmpty("issues", nested)
          .putIfPresent("firmness", demand.firmness().map(Words.FIRMNESS::word))
          .putIf(demand.sufficient(), "sufficient", "yes")
          .putIf(!isImplied(demand, said), "kind", demand.kind());
      return inTheNameOf(demand.by());
    }

    private boolean isImplied(Demand demand, GeneralDemand said) {
      return DemandKinds.isImplied(
          demand,
          said,
          demand.asks().keySet().stream()
              .flatMap(issue -> now.agenda().issue(issue).stream())
              .toList());
    }

    private TreeBuilder inTheNameOf(ActorId maker) {
      return mapping.putIf(!maker.equals(move.by()), "in the name of", maker);
    }

    @Override
    public TreeBuilder standingDemand(Component<?, ?> at, Demand demand) {
      return put(at, Tree.text(nameOf(demand)));
    }

    @Override
    public TreeBuilder conditions(Component<?, ?> at, ImmutableList<Condition> conditions) {
      OfferWriter.conditions(mapping, conditions);
      return mapping;
    }

    @Override
    public TreeBuilder tie(Component<?, ?> at, Tie tie) {
      verb(Tree.text(tie.issue()))
          .put(
              tie.order() == Tie.Order.TOGETHER ? "together with" : "after",
              (Tree) TreeBuilder.list(tie.others()));
      return inTheNameOf(tie.by());
    }

    @Override
    public TreeBuilder offers(Component<?, ?> at, ImmutableList<Offer> offers) {
      Offer first = offers.get(0);
      boolean one = offers.size() == 1;
      verb(one ? 0 : 1, ValueWriter.addressees(first.to()));
      if (one) {
        OfferWriter.write(mapping, first, RecordWriter.this::nameOf);
      } else {
        TreeBuilder all = new TreeBuilder();
        for (int i = 0; i < offers.size(); i++) {
          String name = names.get(new Label(id, i + 1));
          all.put(java.util.Objects.requireNonNull(name), alternative(offers.get(i), first));
        }
        mapping.put("alternatives", all.build());
      }
      return inTheNameOf(first.by());
    }

    private Tree alternative(Offer offer, Offer first) {
      TreeBuilder alternative = new TreeBuilder();
      OfferWriter.write(alternative, offer, RecordWriter.this::nameOf);
      if (!offer.to().equals(first.to())) {
        alternative.put("to", ValueWriter.addressees(offer.to()));
      }
      return alternative
          .putIf(!offer.by().equals(first.by()), "in the name of", offer.by())
          .build();
    }

    @Override
    public TreeBuilder standingOffer(Component<?, ?> at, Offer offer) {
      return put(at, Tree.text(nameOf(offer)));
    }

    @Override
    public TreeBuilder standingOffers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return offers.isEmpty()
          ? mapping
          : put(at, TreeBuilder.list(offers.stream().map(RecordWriter.this::nameOf).toList()));
    }

    @Override
    public TreeBuilder text(Component<?, ?> at, Text text) {
      put(at, text.parties().isEmpty() ? Tree.text("all") : TreeBuilder.list(text.parties()));
      boolean others = !text.parties().isEmpty() && !text.parties().contains(move.by());
      mapping.putIf(others, "among others", "yes");
      OfferWriter.provisions(mapping, text, RecordWriter.this::nameOf);
      return mapping;
    }

    @Override
    public TreeBuilder standingText(Component<?, ?> at, Text text) {
      return put(at, Tree.text(nameOf(text)));
    }

    @Override
    public TreeBuilder amount(Component<?, ?> at, BigDecimal amount) {
      return put(at, Tree.text(amount.toPlainString()));
    }

    @Override
    public TreeBuilder authority(Component<?, ?> at, Authority authority) {
      return authority == Authority.AD_REFERENDUM
          ? mapping.put("ad referendum", "yes")
          : mapping.put("authority", Words.AUTHORITY.word(authority));
    }

    @Override
    public TreeBuilder obligation(Component<?, ?> at, Obligation obligation) {
      Optional<String> label = labelOf(obligation.under());
      Situation situation = there().situation();
      boolean byItself =
          label.isEmpty()
              && situation.obligations().containsKey(obligation)
              && obligation.name().indexOf('/') < 0;
      verb(
          Tree.text(
              byItself ? obligation.name() : nameOf(obligation.under()) + "/" + obligation.name()));
      int which = 0;
      for (Obligation other :
          byItself ? situation.obligations().keySet() : situation.owedUnder(obligation.under())) {
        which += other.name().equals(obligation.name()) ? 1 : 0;
        if (other.equals(obligation)) {
          break;
        }
      }
      return mapping.putIf(which > 1, "which", which);
    }

    @Override
    public TreeBuilder degree(Component<?, ?> at, Implementation degree) {
      return mapping.put(at.key().orElseThrow(), Words.DEGREE.word(degree));
    }

    @Override
    public TreeBuilder claim(Component<?, ?> at, Claim claim) {
      Answer says = claim.says();
      String answer =
          says instanceof Answer.Count
              ? "figure"
              : says instanceof Answer.Date
                  ? "date"
                  : says instanceof Answer.Text ? "text" : "answer";
      verb(Tree.text(claim.about()))
          .put(answer, says)
          .putIfPresent("concerning", claim.concerning());
      if (!claim.source().equals(implied(move))) {
        mapping.put("as said by", cited(claim.source()));
      }
      return mapping.putIf(!claim.on().equals(move.on()), "as said on", claim.on());
    }
  }

  /** Returns the source of a claim that names none of its own: the entry's, or the speaker. */
  static Source implied(Move move) {
    return move.source().orElseGet(() -> ActReader.own(move.by()));
  }
}
