package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.parley.agenda.Agenda;
import dev.parley.play.Strategy;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** What a {@link LegalPlay} is told. */
@Immutable
sealed interface PlaySettings extends WithPlaySettings permits ImmutablePlaySettings {
  /**
   * Who negotiates about what.
   *
   * @param agendas what is drawn
   */
  record From(Generator<Agenda> agendas) {}

  @Default
  default From from() {
    return new From(Agendas.ANY);
  }

  default Generator<Agenda> agendas() {
    return from().agendas();
  }

  @Default
  default RuleBook rules() {
    return RuleBook.DEFAULT;
  }

  /** A negotiation that the plays go on with, in the place of an agenda and rules. */
  Optional<Negotiation> past();

  @Default
  default Range<Integer> moves() {
    return Range.closed(10, 30);
  }

  OptionalInt oneWildIn();

  @Default
  default boolean toTheEnd() {
    return false;
  }

  @Default
  default boolean awkward() {
    return false;
  }

  @Default
  default boolean complete() {
    return false;
  }

  /** The kinds of moves that are made; none for all. */
  ImmutableSet<ActKind> only();

  default ImmutableSet<ActKind> kinds() {
    return only().isEmpty() ? Rule.EVERY_KIND : only();
  }

  /** How many times as often as usual, for some kinds. */
  ImmutableMap<ActKind, Integer> weights();

  Optional<Goal> goal();

  ImmutableList<Strategy> strategies();

  /** The kinds of moves of which each must occur in a property. */
  ImmutableSet<ActKind> wanted();

  @Default
  default boolean covered() {
    return true;
  }

  default Taste taste() {
    return new Taste(kinds(), weights(), complete(), false);
  }

  /** Returns the negotiation before the first move. */
  default Negotiation start(Choices choices) {
    return past().orElseGet(() -> Negotiation.about(agendas().draw(choices), rules()));
  }

  /** Builds settings. */
  final class Builder extends ImmutablePlaySettings.Builder {
    Builder() {}
  }
}
