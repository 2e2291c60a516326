package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
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
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the record, entry by entry, playing it again to know what each refers to. */
final class RecordWriter {
  private final Scenario scenario;
  private final Map<Label, String> names = new HashMap<>();
  private final Referents referents = new Referents();
  private Negotiation now;

  RecordWriter(Scenario scenario) {
    this.scenario = scenario;
    scenario.labels().forEach((name, label) -> names.put(label, name));
    this.now =
        Negotiation.about(scenario.negotiation().firstAgenda(), scenario.negotiation().ruleBook());
  }

  Tree.Sequence tree() {
    ImmutableList.Builder<Tree> entries = ImmutableList.builder();
    for (Entry entry : scenario.negotiation().chronicle().entries()) {
      entries.add(entry(entry));
      referents.add(entry);
      if (Replay.next(now, entry) instanceof Accepted accepted) {
        now = accepted.negotiation();
      }
    }
    return Tree.sequence(entries.build());
  }

  private Tree entry(Entry entry) {
    TreeBuilder mapping = new TreeBuilder();
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

  private Tree.Mapping instead(Entry.Corrected corrected, Move move) {
    Negotiation current = now;
    now = RecordReader.before(now, corrected.target());
    TreeBuilder mapping = new TreeBuilder();
    move(mapping, corrected.id(), move);
    now = current;
    return mapping.build();
  }

  private Tree target(EntryId entry) {
    String name = names.get(new Label(entry, 0));
    return name == null ? TreeBuilder.list(ImmutableList.of(entry.number())) : Tree.text(name);
  }

  private static void note(TreeBuilder mapping, Note note) {
    mapping
        .putIf(!note.on().equals(When.UNKNOWN), "on", note.on())
        .putIfPresent("source", note.source().map(Source::id))
        .putIf(!note.words().isEmpty(), "words", note.words());
  }

  private void move(TreeBuilder mapping, EntryId id, Move move) {
    act(mapping, id, move);
    boolean hasWords = Verb.hasWords(move.act().kind());
    mapping
        .putIf(!move.on().equals(When.UNKNOWN), "on", move.on())
        .putIfPresent("source", move.source().map(Source::id))
        .putIfPresent("through", move.through())
        .putIf(!move.words().isEmpty(), hasWords ? "saying" : "words", move.words())
        .putTexts("codes", move.codes());
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

  private String nameOf(Object referent) {
    Optional<Label> label = referents.makerOf(referent);
    String name = label.map(names::get).orElse(null);
    if (name == null) {
      throw new IllegalStateException("(" + referent + ") has no label");
    }
    return name;
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
      return mapping.put(move.by().text() + " " + verb, value);
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

    /**
     * One party alone, which agrees with nobody, is a list: without brackets it is the other one.
     */
    @Override
    public TreeBuilder text(Component<?, ?> at, Text text) {
      put(at, text.parties().isEmpty() ? Tree.text("all") : TreeBuilder.list(text.parties()));
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
      verb(Tree.text(nameOf(obligation.under()) + "/" + obligation.name()));
      int which = 0;
      for (Obligation other : now.situation().owedUnder(obligation.under())) {
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
      return verb(Tree.text(claim.about()))
          .put(answer, says)
          .putIfPresent("concerning", claim.concerning())
          .putIf(!claim.source().equals(implied(move)), "as said by", claim.source().id())
          .putIf(!claim.on().equals(move.on()), "as said on", claim.on());
    }
  }

  /** Returns the source of a claim that names none of its own: the entry's, or the speaker. */
  static Source implied(Move move) {
    return move.source().orElseGet(() -> ActReader.own(move.by()));
  }
}
