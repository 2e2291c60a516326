package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.demand.Text;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Optional;

/**
 * How something is done about an agreement that awaits it. Such an act names its agreement;
 * unnamed, it means the only one of which it is awaited.
 *
 * @param <A> the act
 */
abstract class Awaited<A extends Act> implements Conduct<A> {
  private final String verb;

  Awaited(String verb) {
    this.verb = verb;
  }

  /** Says whether it is awaited from somebody of an agreement that stands. */
  abstract boolean awaits(Situation s, Accord accord, ActorId by);

  /** Says what it does to the agreement that is meant, also against the laws. */
  abstract void effect(Draft draft, Move move, A act, Accord meant);

  /** Says by which law of its own an agreement that is named does not await it. */
  void whyNot(ActorId by, Accord accord, Breaches breaches) {}

  /** What some agreement does not await is refused: by a law of its own, or else as not awaited. */
  private void openTo(Situation s, ActorId by, Accord accord, Breaches breaches) {
    int before = breaches.count();
    whyNot(by, accord, breaches);
    breaches.require(
        breaches.count() > before || awaits(s, accord, by),
        Law.AWAITED,
        () ->
            "%s cannot %s %s: it is not awaited".formatted(by, verb, breaches.name(accord.text())),
        () -> awaiting(s, by, breaches));
  }

  @Override
  public List<Optional<Object>> subjects(Situation s, ActorId by) {
    List<Optional<Object>> awaiting = AgreementConduct.texts(s, a -> awaits(s, a, by));
    return awaiting.size() == 1 ? ImmutableList.of(Optional.empty(), awaiting.get(0)) : awaiting;
  }

  @Override
  public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
    if (subject.isEmpty()) {
      List<Accord> awaiting = awaiting(s, by);
      breaches.require(
          awaiting.size() == 1,
          Law.ONE_AWAITS_IT,
          () ->
              awaiting.isEmpty()
                  ? "%s cannot %s: no agreement awaits it".formatted(by, verb)
                  : "%s cannot %s without saying what: several agreements await it"
                      .formatted(by, verb),
          () -> awaiting(s, by, breaches));
      return;
    }
    AgreementConduct.stands(s, by, subject, verb, breaches);
    AgreementConduct.named(s, subject)
        .filter(accord -> !accord.stage().isOver())
        .ifPresent(accord -> openTo(s, by, accord, breaches));
  }

  private String awaiting(Situation s, ActorId by, Breaches breaches) {
    List<Accord> awaiting = awaiting(s, by);
    return awaiting.isEmpty()
        ? AgreementConduct.agreements(s, breaches)
        : "Say which: " + Listed.names(awaiting, a -> breaches.name(a.text()));
  }

  @Override
  public void admits(Situation s, Move move, A act, Breaches breaches) {
    meant(s, move.by(), act)
        .ifPresent(
            accord -> {
              Judgement.withinMandate(s, move, Consenting.committed(accord.text()), verb, breaches);
              admits(move, accord, breaches);
            });
  }

  /** Checks how it is done about the agreement that is meant. */
  void admits(Move move, Accord meant, Breaches breaches) {}

  @Override
  public final void effect(Draft draft, Move move, A act) {
    meant(draft.situation, move.by(), act).ifPresent(a -> effect(draft, move, act, a));
  }

  /** Returns the agreement that is meant; unnamed, the only one that awaits it. */
  private Optional<Accord> meant(Situation s, ActorId by, A act) {
    Optional<Text> text = act.value(Shape.STANDING_TEXT);
    if (text.isPresent()) {
      return AgreementConduct.named(s, text.map(t -> (Object) t)).filter(a -> !a.stage().isOver());
    }
    List<Accord> awaiting = awaiting(s, by);
    return awaiting.size() == 1 ? Optional.of(awaiting.get(0)) : Optional.empty();
  }

  private List<Accord> awaiting(Situation s, ActorId by) {
    return s.agreements().values().stream().filter(a -> awaits(s, a, by)).toList();
  }
}
