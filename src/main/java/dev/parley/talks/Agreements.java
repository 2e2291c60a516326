package dev.parley.talks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The agreements of a negotiation with their history: what each move did to them, by the same
 * effects that brought the situation about, stamped with its date and entry. The chronicle is read
 * once, and read on as it grows by moves.
 */
final class Agreements {
  /** One agreement in the making; a text that is consented to anew after it is over is another. */
  private static final class History {
    private final EntryId entry;
    private @Nullable Accord known;
    private final List<Consent> consents = new ArrayList<>();
    private final List<Agreement.Turn> turns = new ArrayList<>();
    private final List<Agreement.Performance> performances = new ArrayList<>();
    private final List<Agreement.Breach> breaches = new ArrayList<>();
    private final List<Agreement.Interpretation> interpretations = new ArrayList<>();

    History(EntryId entry) {
      this.entry = entry;
    }

    /** Through which stages a move takes it before all have consented is not told one by one. */
    void turn(AgreementStage stage, When on, EntryId by) {
      int last = turns.size() - 1;
      if (last >= 0 && turns.get(last).entry().equals(by) && !turns.get(last).stage().isSigned()) {
        turns.remove(last);
      }
      turns.add(new Agreement.Turn(stage, on, by));
    }

    void now(Accord accord, Chronicle.Reading reading) {
      if (accord.equals(known)) {
        return;
      }
      accord.assents().forEach((party, assent) -> consent(party, assent, reading));
      reading.move().act().value(Shape.OBLIGATION).ifPresent(o -> perform(o, accord, reading));
      accord.readings().forEach((term, ofTerm) -> interpret(term, ofTerm, reading));
      known = accord;
    }

    private void interpret(
        IssueId term, ImmutableMap<ActorId, String> now, Chronicle.Reading reading) {
      ImmutableMap<ActorId, String> before =
          known == null
              ? ImmutableMap.of()
              : known.readings().getOrDefault(term, ImmutableMap.of());
      now.forEach(
          (by, words) -> {
            if (!words.equals(before.get(by))) {
              interpretations.add(
                  new Agreement.Interpretation(term, by, words, reading.move().on(), reading.id()));
            }
          });
    }

    private void consent(ActorId party, Assent assent, Chronicle.Reading reading) {
      Assent before = known == null ? null : known.assents().get(party);
      if (assent.parts().isEmpty()) {
        if (before == null || before.kind() != assent.kind()) {
          consent(party, assent.kind(), ImmutableSet.of(), reading);
        }
        return;
      }
      SetMultimap<Consent.Kind, IssueId> given = LinkedHashMultimap.create();
      assent
          .parts()
          .forEach(
              (issue, kind) -> {
                if (before == null || before.parts().get(issue) != kind) {
                  given.put(kind, issue);
                }
              });
      Multimaps.asMap(given)
          .forEach((kind, issues) -> consent(party, kind, ImmutableSet.copyOf(issues), reading));
    }

    private void consent(
        ActorId party, Consent.Kind kind, ImmutableSet<IssueId> issues, Chronicle.Reading reading) {
      Move move = reading.move();
      consents.add(
          new Consent(
              party,
              kind,
              move.on(),
              reading.id(),
              move.by().equals(party) ? move.through() : Optional.empty(),
              issues));
    }

    private void perform(Obligation obligation, Accord accord, Chronicle.Reading reading) {
      Obligation.@Nullable Status was = known == null ? null : known.obligations().get(obligation);
      Obligation.@Nullable Status status = accord.obligations().get(obligation);
      if (was != null
          && status != null
          && (was.done().compareTo(status.done()) != 0 || was.degree() != status.degree())) {
        performances.add(
            new Agreement.Performance(
                obligation,
                status.done().subtract(was.done()),
                status,
                reading.move().on(),
                reading.id()));
      }
    }

    Agreement done() {
      return Agreement.builder()
          .entry(entry)
          .accord(requireNonNull(known))
          .addAllConsents(consents)
          .addAllTurns(turns)
          .addAllPerformances(performances)
          .addAllBreaches(breaches)
          .addAllInterpretations(interpretations)
          .build();
    }
  }

  private final Map<Text, EntryId> putForward = new HashMap<>();
  private final Map<Text, History> alive = new HashMap<>();
  private final List<History> all = new ArrayList<>();

  private Chronicle read;
  private Situation situation;
  private @Nullable ImmutableList<Agreement> told;

  private Agreements(Negotiation negotiation) {
    read = negotiation.chronicle();
    situation = Situation.start(negotiation.firstAgenda(), negotiation.ruleBook().policy());
    read.readings().forEach(this::read);
  }

  /** Returns the agreements, where they were found out already and for no later place, or anew. */
  static ImmutableList<Agreement> of(
      Negotiation negotiation, AtomicReference<@Nullable Agreements> found) {
    @Nullable Agreements known = found.get();
    Optional<ImmutableList<Agreement>> all =
        known == null ? Optional.empty() : known.upTo(negotiation.chronicle());
    if (all.isPresent()) {
      return all.get();
    }
    Agreements anew = new Agreements(negotiation);
    found.set(anew);
    return anew.told();
  }

  /** Reads on to the end of a chronicle, if that has only grown by moves since. */
  private synchronized Optional<ImmutableList<Agreement>> upTo(Chronicle chronicle) {
    if (!read.begins(chronicle)) {
      return Optional.empty();
    }
    ImmutableList<Entry> grown = chronicle.after(read.size());
    if (!grown.stream().allMatch(Entry.Told.class::isInstance)) {
      return Optional.empty();
    }
    for (Entry entry : grown) {
      read(new Chronicle.Reading(entry.id(), ((Entry.Told) entry).move(), false, false));
      told = null;
    }
    read = chronicle;
    return Optional.of(told());
  }

  /**
   * Returns agreements as they stand on a day after what was told last. What happens by itself then
   * stands in their texts, and is told with the entry that put those forward.
   */
  static ImmutableList<Agreement> on(ImmutableList<Agreement> all, Situation last, When day) {
    ImmutableListMultimap.Builder<Text, Agreement.Turn> turned = ImmutableListMultimap.builder();
    Map<Text, Accord> now = new HashMap<>();
    Map<Text, EntryId> entries = new HashMap<>();
    all.forEach(agreement -> entries.put(agreement.accord().text(), agreement.entry()));
    Situation then =
        Effects.come(
            last,
            day,
            new Draft.Ends() {
              @Override
              public void turned(Accord accord, When on) {
                EntryId by = requireNonNull(entries.get(accord.text()));
                turned.put(accord.text(), new Agreement.Turn(accord.stage(), on, by));
              }

              @Override
              public void agreement(Accord accord) {
                now.put(accord.text(), accord);
              }
            });
    if (then == last) {
      return all;
    }
    now.putAll(then.agreements());
    ImmutableListMultimap<Text, Agreement.Turn> turns = turned.build();
    return all.stream()
        .map(
            agreement -> {
              Text text = agreement.accord().text();
              Accord accord = now.get(text);
              boolean stood = agreement.accord().equals(last.agreements().get(text));
              return accord == null || !stood
                  ? agreement
                  : agreement.withAccord(accord).withTurns(with(agreement, turns.get(text)));
            })
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Agreement.Turn> with(
      Agreement agreement, List<Agreement.Turn> more) {
    return ImmutableList.<Agreement.Turn>builder().addAll(agreement.turns()).addAll(more).build();
  }

  private synchronized ImmutableList<Agreement> told() {
    @Nullable ImmutableList<Agreement> all = told;
    if (all == null) {
      all = this.all.stream().map(History::done).collect(ImmutableList.toImmutableList());
      told = all;
    }
    return all;
  }

  private void read(Chronicle.Reading reading) {
    heard(situation, reading);
    if (!reading.attribution(situation.agenda()).counts()) {
      return;
    }
    Situation next = Effects.of(situation, reading.move(), new Following(reading));
    if (!next.agreements().equals(situation.agreements())) {
      next.agreements().values().forEach(accord -> of(accord.text(), reading).now(accord, reading));
    }
    breached(reading);
    situation = next;
  }

  /** Follows the agreements through one move. */
  private final class Following implements Draft.Ends {
    private final Chronicle.Reading reading;

    Following(Chronicle.Reading reading) {
      this.reading = reading;
    }

    @Override
    public void turned(Accord accord, When on) {
      of(accord.text(), reading).turn(accord.stage(), on, reading.id());
    }

    @Override
    public void agreement(Accord accord) {
      History last = of(accord.text(), reading);
      last.now(accord, reading);
      alive.remove(accord.text());
      if (!accord.stage().isOver()) {
        all.remove(last); // its offer is over unsigned: nothing was agreed
      }
    }
  }

  private History of(Text text, Chronicle.Reading reading) {
    return alive.computeIfAbsent(
        text,
        t -> {
          History first = new History(putForward.getOrDefault(t, reading.id()));
          all.add(first);
          return first;
        });
  }

  /** Every breach that is told is counted, be the agreement over since or not. */
  private void breached(Chronicle.Reading reading) {
    Move move = reading.move();
    if (move.act().value(Shape.OBLIGATION).isEmpty() || !tellsBreach(move.act())) {
      return;
    }
    Obligation obligation = move.act().value(Shape.OBLIGATION).get();
    all.stream()
        .filter(h -> h.known != null && h.known.obligations().containsKey(obligation))
        .reduce((earlier, later) -> later)
        .ifPresent(
            h ->
                h.breaches.add(
                    new Agreement.Breach(obligation, move.by(), move.on(), reading.id())));
  }

  private static boolean tellsBreach(Act act) {
    return act.kind() == ActKind.ALLEGE_BREACH
        || act instanceof AfterDeal.Find find && find.breach().isPresent();
  }

  /** Remembers which entry put a text forward. */
  private void heard(Situation s, Chronicle.Reading reading) {
    for (Object brought : reading.move().act().brings()) {
      if (brought instanceof Offer offer) {
        putForward.put(offer.text(), reading.id());
      } else if (brought instanceof Text text) {
        putForward.put(Settling.resolved(s, text), reading.id());
      }
    }
  }
}
