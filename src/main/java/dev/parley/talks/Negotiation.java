package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Engagement;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Text;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Chronicle.Silence;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal.Breach;
import dev.parley.talks.Refusal.RefusedException;
import dev.parley.travel.Travelling;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation: who negotiates about what, by which rules, what was done and said so far, and
 * where that leaves it. Israel and Hamas, 6 issues, 41 entries, a round open in Doha and Cairo.
 *
 * <p>It goes forward by {@linkplain Move moves} alone. {@link #apply} is for play: a legal move
 * gives the next negotiation, an illegal one a {@link Refusal} and nothing has changed. {@link
 * #record} is for what the world has done: it is taken as it is, and what it breaks becomes
 * findings; only a reference to nothing is refused. {@link #rejudge} then holds the record against
 * the rules.
 *
 * <p>Laws: the same moves give the same negotiation; over is over; {@link #legalMoves} and {@code
 * apply} agree; a move costs the same whatever the length of the history, a correction excepted,
 * which replays. Immutable.
 */
public final class Negotiation implements Travelling {
  private final Agenda agenda;
  private final RuleBook ruleBook;
  private final Chronicle chronicle;
  private final KnownNow known;

  /** Some negotiations that came before, from which the others are found: see {@link #previous}. */
  private final Log<Negotiation> before;

  private final AtomicReference<@Nullable Fates> fates;
  private final AtomicReference<@Nullable Agreements> agreements;
  private final Dependence dependence;
  private final boolean amended;
  private final AtomicReference<@Nullable NavigableMap<EntryId, Agenda>> agendas =
      new AtomicReference<>();

  private final @Nullable LocalDate day;
  private final @Nullable Juncture standing;

  private Negotiation(Agenda agenda, RuleBook ruleBook) {
    this.agenda = agenda;
    this.ruleBook = ruleBook;
    this.chronicle = Chronicle.EMPTY;
    this.known = KnownNow.start(Juncture.start(agenda, ruleBook));
    this.before = Log.empty();
    this.fates = new AtomicReference<>();
    this.agreements = new AtomicReference<>();
    this.dependence = new Dependence();
    this.amended = false;
    this.day = null;
    this.standing = null;
  }

  /** The same, looked at on a day. */
  private Negotiation(Negotiation of, @Nullable LocalDate day, @Nullable Juncture standing) {
    this.agenda = of.agenda;
    this.ruleBook = of.ruleBook;
    this.chronicle = of.chronicle;
    this.known = of.known;
    this.before = of.before;
    this.fates = of.fates;
    this.agreements = of.agreements;
    this.dependence = of.dependence;
    this.amended = of.amended;
    this.day = day;
    this.standing = standing;
  }

  private Negotiation(Negotiation previous, Chronicle grown, KnownNow known) {
    this.agenda = previous.agenda;
    this.ruleBook = previous.ruleBook;
    this.chronicle = grown;
    this.known = known;
    this.before = previous.isKept() ? previous.before.plus(previous) : previous.before;
    this.fates = previous.fates;
    this.agreements = previous.agreements;
    this.dependence = previous.dependence;
    this.amended =
        previous.amended
            || grown
                .last()
                .flatMap(Entry::tells)
                .filter(move -> move.act().kind().amendsAgenda())
                .isPresent();
    this.day = null;
    this.standing = null;
  }

  /** The first of all is kept, then one in so many, and each after a word on an earlier entry. */
  private boolean isKept() {
    return chronicle.size() % KnownNow.STRIDE == 0 || !chronicle.endsInMove();
  }

  /**
   * Starts a negotiation with no rules beyond the machine's laws.
   *
   * @param agenda who negotiates, about what
   * @return the negotiation, exploratory, with nothing said
   */
  public static Negotiation about(Agenda agenda) {
    return about(agenda, RuleBook.DEFAULT);
  }

  /**
   * Starts a negotiation.
   *
   * @param agenda who negotiates, about what
   * @param ruleBook the rules beyond the machine's laws, and the coder's choices
   * @return the negotiation, exploratory, with nothing said
   */
  public static Negotiation about(Agenda agenda, RuleBook ruleBook) {
    return new Negotiation(agenda, ruleBook);
  }

  /** {@return the agenda as it stands, amendments included} */
  public Agenda agenda() {
    return amended ? situation().agenda() : agenda;
  }

  /** {@return the agenda with which the negotiation started: the agenda before any amendment} */
  public Agenda firstAgenda() {
    return agenda;
  }

  /**
   * {@return who negotiates, about what, when an entry is made: with what was amended before it, by
   * what is known now}
   *
   * @param entry the number of an entry
   */
  public Agenda agendaAt(EntryId entry) {
    if (!amended) {
      return agenda;
    }
    @Nullable NavigableMap<EntryId, Agenda> found = agendas.get();
    if (found == null) {
      found = agendas();
      agendas.set(found);
    }
    Map.@Nullable Entry<EntryId, Agenda> before = found.lowerEntry(entry);
    return before == null ? agenda : before.getValue();
  }

  /** The agendas, each by the entry that made it. */
  private NavigableMap<EntryId, Agenda> agendas() {
    NavigableMap<EntryId, Agenda> all = new TreeMap<>();
    Situation now = Situation.start(agenda, ruleBook.policy());
    for (Chronicle.Reading reading : chronicle.readings()) {
      if (reading.move().act().kind().amendsAgenda()
          && reading.attribution(now.agenda()).counts()) {
        now = now.after(reading.move());
        all.put(reading.id(), now.agenda());
      }
    }
    return all;
  }

  /**
   * {@return on whose word an entry is, by who negotiates when it is made: what one who left the
   * talks later said of another was alleged, and stays so}
   *
   * @param reading a move of this negotiation, as it is read now
   */
  public Attribution attribution(Chronicle.Reading reading) {
    return reading.attribution(agendaAt(reading.id()));
  }

  /** {@return the rules: the rule book} */
  public RuleBook ruleBook() {
    return ruleBook;
  }

  /** {@return what was done and said} */
  public Chronicle chronicle() {
    return chronicle;
  }

  /** {@return where it stands: the situation, without the history} */
  public Situation situation() {
    return juncture().situation();
  }

  /**
   * {@return where it stands and what its rules remember: all that decides what is legal from here
   * on; the juncture, without the history}
   */
  public Juncture juncture() {
    return standing == null ? known.end().juncture() : standing;
  }

  /**
   * Returns the negotiation as it stands on a day after what was told last, if nothing more is
   * told: an agreement whose day has come is in force, and one whose time is up has expired, with
   * what it made owed. Nothing is entered; what is entered into it is judged as without the day.
   *
   * @param date the day
   * @return the same record, standing as on that day
   */
  public Negotiation on(LocalDate date) {
    Juncture now = known.end().juncture();
    Juncture then = now.at(When.on(date));
    boolean changes = !then.equals(now);
    return changes || day != null
        ? new Negotiation(this, changes ? date : null, changes ? then : null)
        : this;
  }

  /**
   * {@return the negotiation as it was before its last entry, be that a move or a word on an
   * earlier entry; empty when nothing was entered. So a step is undone, at the same cost whatever
   * the length of the history}
   */
  public Optional<Negotiation> previous() {
    return chronicle.size() == 0 ? Optional.empty() : Optional.of(first(chronicle.size() - 1));
  }

  /** Returns the negotiation as it was after so many entries, fewer than there are. */
  private Negotiation first(int entries) {
    Negotiation then = before.upTo(n -> n.chronicle.size(), entries).last();
    for (Entry entry : chronicle.first(entries).after(then.chronicle.size())) {
      Entry.Told told = (Entry.Told) entry;
      then = then.told(told.move(), chronicle.first(told.id().number()));
    }
    return then;
  }

  /** {@return whether it is over} */
  public boolean isOver() {
    return juncture().isOver();
  }

  /**
   * Plays a move.
   *
   * @param said the move
   * @return the next negotiation, or every law that the move breaks
   */
  public Outcome apply(Move said) {
    Move move = meant(said);
    Breaches breaches = judge(move);
    namesEarlier(move, breaches);
    return breaches.isEmpty()
        ? accepted(move, breaches.remarks())
        : new Refusal(this, move, breaches.all());
  }

  /**
   * Plays moves that must be legal.
   *
   * @param moves the moves, in order
   * @return the negotiation after the last
   * @throws RefusedException if one is refused; its message says why
   */
  public Negotiation with(Move... moves) {
    Negotiation after = this;
    for (Move move : moves) {
      after = after.apply(move).orThrow();
    }
    return after;
  }

  /**
   * Records a move as the world has made it: what it breaks becomes findings, its effects apply.
   *
   * @param said the move
   * @return the next negotiation with the findings, or a refusal when the move refers to nothing
   */
  public Outcome record(Move said) {
    Move move = meant(said);
    Breaches reasons = breaches();
    namesEarlier(move, reasons);
    if (!reasons.isEmpty()) {
      return new Refusal(this, move, reasons.all());
    }
    Breaches breaches = judge(move);
    if (breaches.isEmpty()) {
      return accepted(move, breaches.remarks());
    }
    ImmutableList<Breach> dangling = dangling(known.end(), move, soFar());
    if (!dangling.isEmpty()) {
      return new Refusal(this, move, dangling);
    }
    return accepted(move, ImmutableList.copyOf(findings(breaches)));
  }

  /**
   * What an entry cites as its reason was told earlier, and what its text changes was put forward.
   */
  private void namesEarlier(Move move, Breaches breaches) {
    changesNothing(known.end().juncture().situation(), move, soFar())
        .ifPresent(breach -> breaches.add(breach.law(), breach::message, breach::wayOut));
    for (EntryId cited : move.becauseOf()) {
      breaches.require(
          cited.number() <= chronicle.size(),
          Law.KNOWN_ENTRY,
          () -> "%s is because of entry %s, which is not there yet".formatted(move.by(), cited),
          () ->
              chronicle.size() == 0
                  ? "There is none"
                  : "There are [1] to [" + chronicle.size() + "]");
    }
  }

  /** Returns what a move refers to that is not there, where the talks have come to a place. */
  private ImmutableList<Breach> dangling(Reached at, Move move, PutForward putForward) {
    Breaches breaches = breaches();
    Situation situation = at.juncture().situation();
    Judgement.refers(situation, move, breaches);
    ImmutableList.Builder<Breach> all = ImmutableList.builder();
    all.addAll(breaches.all());
    neverMade(situation, move, putForward).ifPresent(all::add);
    return all.build();
  }

  /** Says what was put forward before a move. */
  private interface PutForward {
    boolean neverMade(Offer offer);

    /** Says whether a text was never put forward, with its parties or, by this, without. */
    boolean neverSaid(Text text, Situation situation);
  }

  private Optional<Breach> neverMade(Situation situation, Move move, PutForward putForward) {
    Optional<Engagement> engagement = move.act().value(Shape.ENGAGEMENT);
    Optional<Obligation> owed =
        move.act()
            .value(Shape.OBLIGATION)
            .or(() -> as(Obligation.class, engagement))
            .filter(
                o ->
                    !situation.obligations().containsKey(o)
                        && (!situation.owedUnder(o.under()).contains(o)
                            || neverPutForward(situation, o.under(), putForward)));
    if (owed.isPresent()) {
      return Optional.of(
          new Breach(
              Law.KNOWN_OBLIGATION,
              () -> "there is no obligation (%s)".formatted(owed.get().name()),
              () -> ObligationConduct.obligations(situation)));
    }
    Optional<Text> text =
        move.act()
            .value(Shape.STANDING_TEXT)
            .or(() -> as(Text.class, engagement))
            .map(t -> Settling.resolved(situation, t))
            .filter(t -> neverPutForward(situation, t, putForward));
    if (text.isPresent()) {
      return text.map(t -> neverSaid(situation, move, move.act().kind().words(), t));
    }
    Optional<Breach> changed = changesNothing(situation, move, putForward);
    if (changed.isPresent()) {
      return changed;
    }
    return move.act().answers().stream()
        .filter(Offer.class::isInstance)
        .map(Offer.class::cast)
        .filter(o -> !situation.offers().containsKey(o) && putForward.neverMade(o))
        .findFirst()
        .map(
            o ->
                new Breach(
                    Law.KNOWN_OFFER,
                    () ->
                        "%s cannot %s (%s): it was never made"
                            .formatted(move.by(), move.act().kind().words(), o.terms()),
                    () -> OfferConduct.standingOffers(situation, move.by())));
  }

  /** Says what a text that a move brings in is to take the place of, or amend, but was not said. */
  private Optional<Breach> changesNothing(Situation situation, Move move, PutForward putForward) {
    for (Object brought : move.act().brings()) {
      if (brought instanceof Provisions text
          && (text.replaces().isPresent() || text.amends().isPresent())) {
        Optional<Text> never =
            Stream.concat(text.replaces().stream(), text.amends().stream())
                .map(named -> Settling.resolved(situation, named))
                .filter(named -> neverPutForward(situation, named, putForward))
                .findFirst();
        if (never.isPresent()) {
          return never.map(named -> neverSaid(situation, move, "replace or amend", named));
        }
      }
    }
    return Optional.empty();
  }

  private Breach neverSaid(Situation situation, Move move, String does, Text text) {
    return new Breach(
        Law.KNOWN_AGREEMENT,
        () ->
            "%s cannot %s (%s): it was never put forward".formatted(move.by(), does, text.terms()),
        () -> AgreementConduct.agreements(situation, breaches()));
  }

  private static <T> Optional<T> as(Class<T> type, Optional<Engagement> engagement) {
    return engagement.filter(type::isInstance).map(type::cast);
  }

  private static boolean neverPutForward(Situation situation, Text named, PutForward putForward) {
    Text text = Settling.resolved(situation, named);
    return !situation.agreements().containsKey(text) && putForward.neverSaid(text, situation);
  }

  /** Returns what was put forward so far, found out when somebody asks. */
  private PutForward soFar() {
    return new PutForward() {
      @Override
      public boolean neverMade(Offer offer) {
        return fates().neverMade(chronicle, offer);
      }

      @Override
      public boolean neverSaid(Text text, Situation situation) {
        return fates().origin(chronicle, text, situation).isEmpty();
      }
    };
  }

  /** Returns what became of offers and texts, where it was found out already, or anew. */
  private Fates fates() {
    @Nullable Fates found = fates.get();
    if (found == null || !found.covers(chronicle)) {
      found = new Fates(this);
      fates.set(found);
    }
    return found;
  }

  private Breaches breaches() {
    return new Breaches(
        offer -> fates().describe(this, offer),
        text -> fates().origin(chronicle, Settling.resolved(situation(), text), situation()));
  }

  Breaches judge(Move move) {
    Breaches breaches = breaches();
    known.end().juncture().judge(move, breaches);
    return breaches;
  }

  private Accepted accepted(Move move, ImmutableList<Finding> findings) {
    EntryId id = chronicle.nextId();
    ImmutableList<Finding> flags = Flags.of(move, chronicle.last().map(Entry::on));
    return new Accepted(
        told(move, chronicle.plus(new Entry.Told(id, move))),
        id,
        flags.isEmpty()
            ? findings
            : ImmutableList.<Finding>builder().addAll(findings).addAll(flags).build());
  }

  /** Returns the negotiation after a move, which is the last entry of a chronicle. */
  private Negotiation told(Move move, Chronicle grown) {
    Reached next = known.end().after(new Chronicle.Reading(chronicle.nextId(), move, false, false));
    return new Negotiation(this, grown, known.and(grown, next));
  }

  /**
   * Corrects an entry: from now on it is read as another move. The entry itself stays.
   *
   * @param entry the number of an entry that tells a move
   * @param said the move as it should have been told
   * @param note when, on whose word and why
   * @return the negotiation as it is now known, or why the correction refers to nothing
   * @throws IllegalArgumentException if there is no such entry, or it tells no move
   */
  public Outcome correct(EntryId entry, Move said, Note note) {
    requireTold(entry);
    Move instead = meant(said);
    Optional<Entry> before =
        entry.number() == 1 ? Optional.empty() : chronicle.entry(new EntryId(entry.number() - 1));
    return replay(
        Flags.of(instead, before.map(Entry::on)),
        entry,
        Optional.of(instead),
        new Entry.Corrected(chronicle.nextId(), entry, Optional.of(instead), note));
  }

  /**
   * Cancels an entry: from now on it is read as if it had never been told. The entry itself stays.
   * A denial is lifted by cancelling it.
   *
   * @param entry the number of an entry that tells a move, or denies one
   * @param note when, on whose word and why
   * @return the negotiation as it is now known, or why a later entry would refer to nothing
   * @throws IllegalArgumentException if there is no such entry, or it tells no move
   */
  public Outcome cancel(EntryId entry, Note note) {
    EntryId told =
        chronicle.entry(entry).orElse(null) instanceof Entry.Denied denied
            ? denied.target()
            : requireTold(entry).id();
    return replay(
        ImmutableList.of(),
        told,
        Optional.empty(),
        new Entry.Corrected(chronicle.nextId(), entry, Optional.empty(), note));
  }

  /**
   * Enters that the actor of an entry denies it: it no longer moves the actor's position, and
   * counts among what is alleged or denied.
   *
   * @param entry the number of an entry that tells a move
   * @param note when, on whose word and in which words
   * @return the negotiation as it is now known, or why a later entry would refer to nothing, or
   *     that the source speaks for another party, which can only claim that it is not so
   * @throws IllegalArgumentException if there is no such entry, or it tells no move
   */
  public Outcome deny(EntryId entry, Note note) {
    Move move = requireTold(entry).move();
    Optional<ActorId> another =
        note.source()
            .flatMap(Source::speaksFor)
            .filter(who -> !who.equals(move.by()) && agenda().isPrincipal(who))
            .filter(who -> !Joint.speakingWith(situation(), move).contains(who));
    if (another.isPresent()) {
      return new Refusal(
          this,
          move,
          ImmutableList.of(
              new Breach(
                  Law.BY_ACTOR,
                  () ->
                      "%s cannot deny %s, which tells what %s did"
                          .formatted(another.get(), entry, move.by()),
                  () ->
                      "Enter it as a claim of %s, or give a source that says that %s denies it"
                          .formatted(another.get(), move.by()))));
    }
    return replay(
        ImmutableList.of(),
        entry,
        Optional.empty(),
        new Entry.Denied(chronicle.nextId(), entry, move.by(), note));
  }

  private Entry.Told requireTold(EntryId id) {
    Optional<Entry> entry = chronicle.entry(id);
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(
          "entry %s does not exist: the chronicle has %s"
              .formatted(id, chronicle.size() == 0 ? "none" : "[1] to [" + chronicle.size() + "]"));
    }
    if (!(entry.get() instanceof Entry.Told told)) {
      throw new IllegalArgumentException(
          "entry %s tells no move but is a word on entry %s: correct that one"
              .formatted(
                  id,
                  entry.get() instanceof Entry.Corrected c
                      ? c.target()
                      : ((Entry.Denied) entry.get()).target()));
    }
    return told;
  }

  /**
   * What came before the entry stands as it is; all after it is read again. It is read at once, to
   * find out whether it now refers to nothing, unless nothing can.
   */
  private Outcome replay(
      ImmutableList<Finding> flags, EntryId target, Optional<Move> instead, Entry word) {
    Chronicle whole = chronicle.plus(word);
    Log<Reached> places = known.before(target.number());
    if (!isFree(target, instead)) {
      KnownNow.Reader now = new KnownNow.Reader(places);
      PutForwardAgain putForward = new PutForwardAgain(places.last().size());
      for (Chronicle.Reading reading : whole.readings(places.last().size(), whole.size())) {
        ImmutableList<Breach> dangling = dangling(now.now(), reading.move(), putForward);
        if (!dangling.isEmpty()) {
          return new Refusal(this, reading.move(), dangling);
        }
        putForward.read(reading.move().act());
        now.read(reading);
      }
      return accepted(flags, whole, now.end(whole));
    }
    return accepted(flags, whole, KnownNow.from(places, whole));
  }

  private Accepted accepted(ImmutableList<Finding> flags, Chronicle whole, KnownNow now) {
    return new Accepted(new Negotiation(this, whole, now), new EntryId(whole.size()), flags);
  }

  /** Who speaks jointly is known from the head: where nobody does, nothing need be read for it. */
  private Move meant(Move said) {
    return agenda.jointDelegations().isEmpty() ? said : Joint.meant(situation(), said);
  }

  /** Says whether no later entry can depend on one, nor on what is said in its place. */
  private boolean isFree(EntryId target, Optional<Move> instead) {
    if (!dependence.isFree(chronicle, requireTold(target), instead)) {
      return false;
    }
    Breaches breaches = Breaches.withoutChronicle();
    instead.ifPresent(
        move -> Judgement.refers(Situation.start(agenda, ruleBook.policy()), move, breaches));
    return breaches.isEmpty();
  }

  /** What was put forward while a record is read again: gathered when somebody asks. */
  private final class PutForwardAgain implements PutForward {
    private final int before;
    private final List<Act> read = new ArrayList<>();
    private final Set<Object> all = new HashSet<>();
    private int gathered = -1;

    PutForwardAgain(int before) {
      this.before = before;
    }

    void read(Act act) {
      read.add(act);
    }

    private boolean has(Object thing) {
      if (gathered < 0) {
        chronicle.readings(0, before).forEach(reading -> gather(reading.move().act()));
        gathered = 0;
      }
      while (gathered < read.size()) {
        gather(read.get(gathered++));
      }
      return all.contains(thing);
    }

    private void gather(Act act) {
      all.addAll(act.offersMade());
      for (Object thing : act.brings()) {
        all.add(thing instanceof Offer offer ? offer.text() : thing);
      }
    }

    @Override
    public boolean neverMade(Offer offer) {
      return !has(offer);
    }

    @Override
    public boolean neverSaid(Text text, Situation situation) {
      Text unnamed = text.withParties();
      return !has(text) && (!Settling.resolved(situation, unnamed).equals(text) || !has(unnamed));
    }
  }

  /**
   * Enters once more, under its own number, what a record has: a move, or a word on an earlier
   * entry. The numbers that lie between the last entry and this one are left out.
   *
   * @param entry an entry of a record that began as this one did
   * @return the next negotiation with the findings, or why it refers to nothing here
   * @throws IllegalArgumentException if its number is not later than the last one here, or it is a
   *     word on an entry that is not here
   */
  public Outcome again(Entry entry) {
    int number = entry.id().number();
    if (number <= chronicle.size()) {
      throw new IllegalArgumentException(
          "entry %s must come after the last one, [%s]".formatted(entry.id(), chronicle.size()));
    }
    Negotiation here = leavingOutUpTo(entry);
    if (entry instanceof Entry.Told told) {
      return here.record(told.move());
    }
    if (entry instanceof Entry.Denied denied) {
      return here.deny(denied.target(), denied.note());
    }
    Entry.Corrected corrected = (Entry.Corrected) entry;
    return corrected.instead().isPresent()
        ? here.correct(corrected.target(), corrected.instead().get(), corrected.note())
        : here.cancel(corrected.target(), corrected.note());
  }

  private Negotiation leavingOutUpTo(Entry next) {
    if (next.id().number() == chronicle.size() + 1) {
      return this;
    }
    Chronicle upTo = chronicle.leavingOutUpTo(next);
    return new Negotiation(this, upTo, known.and(upTo, known.end().at(upTo.size())));
  }

  /** {@return the negotiation before its first entry: with its first agenda and nothing said} */
  public Negotiation atTheBeginning() {
    return about(agenda, ruleBook);
  }

  /**
   * Returns the negotiation as it was known when an entry had just been made: without anything
   * told, corrected or denied later.
   *
   * @param entry the number of an entry
   * @return the negotiation then
   * @throws IllegalArgumentException if there is no such entry
   */
  public Negotiation asKnownAt(EntryId entry) {
    if (entry.number() > chronicle.size()) {
      throw new IllegalArgumentException(
          "entry %s does not exist: the chronicle has %s"
              .formatted(
                  entry, chronicle.size() == 0 ? "none" : "[1] to [" + chronicle.size() + "]"));
    }
    return entry.number() == chronicle.size() ? this : first(entry.number());
  }

  /**
   * {@return all that can be done now: finitely many openings, by actor in the order of the agenda,
   * then by kind; empty when it is over. Where something begins or ends on a day, they are those at
   * the latest date so far}
   */
  public ImmutableList<Opening> legalMoves() {
    return juncture().legalMoves();
  }

  private Log<Round> closed() {
    return known.end().rounds();
  }

  /**
   * {@return all that can be done at a date, when what begins or ends by itself up to then has}
   *
   * @param date the date of the next move
   */
  public ImmutableList<Opening> legalMoves(When date) {
    return juncture().at(date).legalMoves();
  }

  /** {@return how many rounds are closed: the number of the last closed round, or 0} */
  public int closedRounds() {
    return closed().size();
  }

  /**
   * Returns the verdict of a closed round, with the steps and entries behind it.
   *
   * @param number the round, from 1
   * @return the verdict, by what is known now
   * @throws IllegalArgumentException if no such round is closed; an open round has no verdict
   */
  public RoundVerdict round(int number) {
    return closedRound(number).verdict(chronicle);
  }

  private Round closedRound(int number) {
    if (number < 1 || number > closed().size()) {
      throw new IllegalArgumentException(
          "round (%s) is not closed: %s"
              .formatted(
                  number,
                  closed().size() == 0 ? "none is" : "rounds 1 to " + closed().size() + " are"));
    }
    return closed().get(number - 1);
  }

  /**
   * Returns where the negotiation stood when a round had just been closed.
   *
   * @param number the round, from 1
   * @return the situation then, by what is known now
   * @throws IllegalArgumentException if no such round is closed
   */
  public Situation afterRound(int number) {
    return closedRound(number).end();
  }

  /** {@return the verdicts of all closed rounds, in order} */
  public ImmutableList<RoundVerdict> rounds() {
    ImmutableList.Builder<RoundVerdict> verdicts = ImmutableList.builder();
    for (int i = 1; i <= closed().size(); i++) {
      verdicts.add(round(i));
    }
    return verdicts.build();
  }

  /**
   * {@return the entries that lie within a round, from its opening to its closing, each with the
   * round's number; what was said before the first round, between two, or after the last lies in
   * none}
   */
  public ImmutableMap<EntryId, Integer> withinRounds() {
    ImmutableMap.Builder<EntryId, Integer> within = ImmutableMap.builder();
    Set<EntryId> openings = new HashSet<>();
    for (Chronicle.Reading reading : chronicle.readings()) {
      if (reading.move().act().kind() == ActKind.OPEN_ROUND && attribution(reading).counts()) {
        openings.add(reading.id());
      }
    }
    int number = 0;
    boolean open = false;
    for (Entry entry : chronicle.entries()) {
      int counts = roundOf(entry.id());
      open = counts == number && open || openings.contains(entry.id());
      number = counts;
      if (open) {
        within.put(entry.id(), number);
      }
    }
    return within.buildOrThrow();
  }

  /**
   * Returns the round in which an entry counts: what is said before a round counts in it.
   *
   * @param entry the number of an entry
   * @return the round, or empty when none was opened or closed after it
   */
  public OptionalInt countsIn(EntryId entry) {
    int round = roundOf(entry);
    return round <= closedRounds() || situation().roundOpen()
        ? OptionalInt.of(round)
        : OptionalInt.empty();
  }

  /**
   * Returns which round an entry belongs to.
   *
   * @param entry the number of an entry
   * @return the closed round that holds it, or the number that the next round to close will have
   */
  public int roundOf(EntryId entry) {
    int low = 0;
    int high = closed().size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (closed().get(middle).to() < entry.number()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /**
   * Holds every entry against the rules, each in the situation in which the record has it.
   *
   * @return the entries that the rules would refuse, in order; empty when the record keeps them all
   */
  public ImmutableList<Rejudgement> rejudge() {
    return rejudge(ruleBook());
  }

  /**
   * Holds every entry against other rules.
   *
   * @param rules the rules
   * @return the entries that these rules would refuse, in order
   */
  public ImmutableList<Rejudgement> rejudge(RuleBook rules) {
    ImmutableList.Builder<Rejudgement> found = ImmutableList.builder();
    Negotiation now = about(agenda, rules);
    for (Chronicle.Reading reading : chronicle.readings()) {
      Breaches breaches = now.judge(reading.move());
      if (!breaches.isEmpty()) {
        found.add(new Rejudgement(reading.id(), new Refusal(now, reading.move(), breaches.all())));
      }
      now = now.read(reading);
    }
    return found.build();
  }

  /** Goes on by a move as it is read today. */
  private Negotiation read(Chronicle.Reading reading) {
    Entry.Told told = new Entry.Told(reading.id(), reading.move());
    Negotiation here = leavingOutUpTo(told);
    Chronicle grown = here.chronicle.plus(told);
    return new Negotiation(here, grown, here.known.and(grown, here.known.end().after(reading)));
  }

  /**
   * {@return what the record breaks as it is read today, and what is remarkable in it: the findings
   * by entry, in order. What was {@linkplain #record found} of an entry when it was told may be
   * gone, or come, with a later correction or denial}
   */
  public ImmutableListMultimap<EntryId, Finding> findings() {
    ImmutableListMultimap.Builder<EntryId, Finding> found = ImmutableListMultimap.builder();
    Negotiation now = atTheBeginning();
    for (Chronicle.Reading reading : chronicle.readings()) {
      found.putAll(reading.id(), findings(now.judge(reading.move())));
      found.putAll(reading.id(), Flags.of(reading.move(), now.chronicle.last().map(Entry::on)));
      now = now.read(reading);
    }
    return found.build();
  }

  private static List<Finding> findings(Breaches breaches) {
    List<Finding> findings = new ArrayList<>();
    for (Breach breach : breaches.all()) {
      if (breach.law() != Law.RULE_BOOK) {
        findings.add(
            new Finding(
                breach.law().name(), Finding.Severity.REFUSE, breach.message(), breach.wayOut()));
      }
    }
    findings.addAll(breaches.remarks());
    return findings;
  }

  /**
   * Asks rules about every entry, each with the situation and the memory as they were before it,
   * whether or not the entry keeps the machine's laws. Unlike {@link #rejudge(RuleBook)}, this also
   * gives what a rule only remarks.
   *
   * @param rules the rules
   * @return the entries that these rules remark on, in order
   */
  public ImmutableList<Remarked> remarks(RuleBook rules) {
    ImmutableList.Builder<Remarked> found = ImmutableList.builder();
    Negotiation now = about(agenda, rules);
    for (Chronicle.Reading reading : chronicle.readings()) {
      ImmutableList<Finding> all = now.juncture().remarks(reading.move());
      if (!all.isEmpty()) {
        found.add(
            new Remarked(reading.id(), reading.move(), reading.attribution(now.agenda()), all));
      }
      now = now.read(reading);
    }
    return found.build();
  }

  /**
   * Returns what can be said of the negotiation at a date.
   *
   * @param date the date, which the caller gives
   * @return the observations, in a fixed order
   */
  public ImmutableList<Observation> observe(LocalDate date) {
    return Observing.at(this, date);
  }

  /**
   * Returns the stretches without contact, longer than the policy allows, that a later contact
   * ended. Whether talks are dormant now is an {@linkplain #observe observation} at a date.
   *
   * @return the silences, oldest first
   */
  public ImmutableList<Silence> silences() {
    return Observing.silences(this);
  }

  /**
   * {@return which claims cannot all be true, by the policy's tolerance for "about": the contests,
   * in the order in which their questions first appear; nobody is said to be right}
   */
  public ImmutableList<Contest> contests() {
    return Contest.among(chronicle.claims(), situation().policy().about());
  }

  /**
   * {@return the agreements, those that are over too, each with its own dates: in the order in
   * which they were first consented to; by one reading of the chronicle}
   */
  public ImmutableList<Agreement> agreements() {
    ImmutableList<Agreement> all = Agreements.of(this, agreements);
    return day == null ? all : Agreements.on(all, known.end().juncture().situation(), When.on(day));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Negotiation that
            && agenda.equals(that.agenda)
            && ruleBook().equals(that.ruleBook())
            && chronicle.equals(that.chronicle)
            && Objects.equals(day, that.day);
  }

  @Override
  public int hashCode() {
    return Objects.hash(agenda, ruleBook(), chronicle);
  }

  @Override
  public String toString() {
    return "negotiation in stage %s after %s".formatted(situation().stage(), chronicle);
  }

  /**
   * An entry that stands in a record and that the rules would refuse. Immutable.
   *
   * @param entry the entry
   * @param refusal why it would be refused
   */
  public record Rejudgement(EntryId entry, Refusal refusal) {}

  private Object writeReplace() {
    return new Form(agenda, ruleBook, chronicle, day);
  }

  /** What travels in its place, and is played again where it arrives. */
  private record Form(
      Agenda agenda, RuleBook ruleBook, Chronicle chronicle, @Nullable LocalDate day)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      Negotiation now = about(agenda, ruleBook);
      for (Entry entry : chronicle.entries()) {
        Outcome outcome = now.again(entry);
        if (!(outcome instanceof Accepted accepted)) {
          throw new InvalidObjectException(outcome.toString());
        }
        now = accepted.negotiation();
      }
      return day == null ? now : now.on(day);
    }
  }
}
