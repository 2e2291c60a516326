package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agreements of a negotiation with their history: what each move did to them, by the same
 * effects that brought the situation about, stamped with its date and entry.
 */
final class Agreements {
  /** One agreement in the making; a text that is consented to anew after it is over is another. */
  private static final class History {
    private final EntryId entry;
    private Accord accord;
    private final List<Consent> consents = new ArrayList<>();
    private final List<Agreement.Turn> turns = new ArrayList<>();
    private final List<Agreement.Performance> performances = new ArrayList<>();

    History(EntryId entry, Accord accord) {
      this.entry = entry;
      this.accord = accord;
    }

    Agreement done() {
      return Agreement.builder()
          .entry(entry)
          .accord(accord)
          .addAllConsents(consents)
          .addAllTurns(turns)
          .addAllPerformances(performances)
          .build();
    }
  }

  private final Map<Text, EntryId> putForward = new HashMap<>();
  private final Map<Text, History> alive = new HashMap<>();
  private final List<History> all = new ArrayList<>();

  private Agreements() {}

  static ImmutableList<Agreement> of(Negotiation negotiation) {
    Agreements agreements = new Agreements();
    Situation s = Situation.start(negotiation.firstAgenda(), negotiation.ruleBook().policy());
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      agreements.heard(s, reading);
      Attribution word = reading.attribution(s);
      if (word != Attribution.ALLEGED && word != Attribution.DENIED) {
        List<Accord> over = new ArrayList<>();
        Situation next =
            Effects.of(
                s,
                reading.move(),
                new Draft.Ends() {
                  @Override
                  public void agreement(Accord accord) {
                    over.add(accord);
                  }
                });
        agreements.read(reading, s, next, over);
        s = next;
      }
    }
    return agreements.all.stream().map(History::done).collect(ImmutableList.toImmutableList());
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

  private void read(
      Chronicle.Reading reading, Situation before, Situation after, List<Accord> over) {
    if (before.agreements().equals(after.agreements()) && over.isEmpty()) {
      return;
    }
    for (Accord accord : after.agreements().values()) {
      now(reading, before.agreements().get(accord.text()), accord);
    }
    for (Accord accord : over) {
      now(reading, before.agreements().get(accord.text()), accord);
      History last = alive.remove(accord.text());
      if (!accord.stage().isOver()) {
        all.remove(last); // its offer is over unsigned: nothing was agreed
      }
    }
  }

  private void now(Chronicle.Reading reading, @Nullable Accord before, Accord accord) {
    if (accord.equals(before)) {
      return;
    }
    History history =
        alive.computeIfAbsent(
            accord.text(),
            text -> {
              History first = new History(putForward.getOrDefault(text, reading.id()), accord);
              all.add(first);
              return first;
            });
    history.accord = accord;
    Move move = reading.move();
    consents(history, before, reading);
    if (before == null || before.stage() != accord.stage()) {
      turn(history, before, move.on(), reading.id());
    }
    accord
        .obligations()
        .forEach(
            (obligation, status) -> {
              Obligation.@Nullable Status was =
                  before == null ? null : before.obligations().get(obligation);
              if (was != null
                  && (was.done().compareTo(status.done()) != 0
                      || was.degree() != status.degree())) {
                history.performances.add(
                    new Agreement.Performance(
                        obligation,
                        status.done().subtract(was.done()),
                        status,
                        move.on(),
                        reading.id()));
              }
            });
  }

  private static void consents(
      History history, @Nullable Accord before, Chronicle.Reading reading) {
    history
        .accord
        .assents()
        .forEach(
            (party, assent) -> {
              @Nullable Assent was = before == null ? null : before.assents().get(party);
              if (!assent.equals(was)) {
                Move move = reading.move();
                history.consents.add(
                    new Consent(
                        party,
                        assent.kind(),
                        move.on(),
                        reading.id(),
                        move.by().equals(party) ? move.through() : Optional.empty(),
                        ImmutableSet.copyOf(assent.parts().keySet())));
              }
            });
  }

  /**
   * Signed and in force at once, it is told as both; one that enters or ends on a day, whoever
   * moves next, does so on that day.
   */
  private static void turn(History history, @Nullable Accord before, When on, EntryId entry) {
    AgreementStage stage = history.accord.stage();
    boolean enters = stage == AgreementStage.IN_FORCE;
    if (enters && (before == null || !before.stage().isSigned())) {
      history.turns.add(new Agreement.Turn(AgreementStage.SIGNED, on, entry));
    }
    boolean byItself =
        before != null
            && before.stage() == AgreementStage.SIGNED
            && before.assents().equals(history.accord.assents());
    When date = on;
    if (enters
        && byItself
        && history.accord.text().inForce() instanceof EntryIntoForce.OnDate day) {
      date = day.date();
    } else if (stage == AgreementStage.EXPIRED) {
      date = history.accord.ends().orElse(on);
    }
    history.turns.add(new Agreement.Turn(stage, date, entry));
  }
}
