package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.spelling.OwnCode;
import java.io.InvalidObjectException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rules of a book remember, in the book's order. Immutable. */
final class Memories {
  private static final Object NOTHING = "nothing";

  private final List<Rule> rules;
  private final ImmutableList<Object> kept;
  private final boolean blank;

  private Memories(List<Rule> rules, ImmutableList<Object> kept, boolean blank) {
    this.rules = rules;
    this.kept = kept;
    this.blank = blank;
  }

  static Memories blank(RuleBook book, Agenda agenda) {
    ImmutableList.Builder<Object> first = ImmutableList.builder();
    boolean blank = true;
    for (Rule rule : book.rules()) {
      if (rule instanceof Rule.Remembering<?> remembering) {
        first.add(asked(rule, () -> "at the start", () -> remembering.blank(agenda)));
        blank = false;
      } else {
        first.add(NOTHING);
      }
    }
    return new Memories(book.rules(), first.build(), blank);
  }

  /** Returns what each rule remembers; null in the place of one that remembers nothing. */
  @Nullable Object[] forms() {
    return kept.stream().map(memory -> memory == NOTHING ? null : memory).toArray();
  }

  /** Returns memories of the rules of a book. */
  static Memories of(RuleBook book, @Nullable Object[] forms) throws InvalidObjectException {
    ImmutableList.Builder<Object> kept = ImmutableList.builder();
    boolean fits = forms.length == book.rules().size();
    boolean blank = true;
    for (int i = 0; fits && i < forms.length; i++) {
      Object memory = forms[i];
      boolean remembers = book.rules().get(i) instanceof Rule.Remembering<?>;
      fits = remembers == (memory != null);
      blank &= !remembers;
      kept.add(memory == null ? NOTHING : memory);
    }
    if (!fits) {
      throw new InvalidObjectException("rules that remember have a memory each, and no others");
    }
    return new Memories(book.rules(), kept.build(), blank);
  }

  /** Asks a rule, which may be a user's: what fails there is told with its name and the move. */
  ImmutableList<Finding> check(int rule, Situation situation, Move move) {
    Rule asked = rules.get(rule);
    return asked(
        asked,
        () -> "on (" + move + ")",
        () ->
            asked instanceof Rule.Remembering<?> remembering
                ? check(remembering, kept.get(rule), situation, move)
                : asked.check(situation, move));
  }

  ImmutableSet<LocalDate> turningDays(int rule, Situation situation) {
    Rule asked = rules.get(rule);
    return asked(
        asked,
        () -> "when it was asked for its turning days",
        () ->
            asked instanceof Rule.Remembering<?> remembering
                ? turningDays(remembering, kept.get(rule), situation)
                : asked.turningDays(situation));
  }

  private static <T> T asked(
      Rule rule, Supplier<String> when, Supplier<? extends @Nullable T> question) {
    return OwnCode.asked(() -> "rule (%s)".formatted(rule.id()), when, question);
  }

  Memories after(Situation before, Move move, Situation after) {
    if (blank) {
      return this;
    }
    ImmutableList.Builder<Object> next = ImmutableList.builderWithExpectedSize(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      Object memory = kept.get(i);
      next.add(
          rules.get(i) instanceof Rule.Remembering<?> remembering
              ? asked(
                  remembering,
                  () -> "to remember (" + move + ")",
                  () -> fold(remembering, memory, before, move, after))
              : NOTHING);
    }
    return new Memories(rules, next.build(), false);
  }

  @SuppressWarnings("unchecked") // a memory came from the rule that it is given back to
  private static <M> ImmutableList<Finding> check(
      Rule.Remembering<M> rule, Object memory, Situation situation, Move move) {
    return rule.check((M) memory, situation, move);
  }

  @SuppressWarnings("unchecked") // as above
  private static <M> ImmutableSet<LocalDate> turningDays(
      Rule.Remembering<M> rule, Object memory, Situation situation) {
    return rule.turningDays((M) memory, situation);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  private static <M> Object fold(
      Rule.Remembering<M> rule, Object memory, Situation before, Move move, Situation after) {
    return rule.fold((M) memory, before, move, after);
  }

  /** Returns what one rule remembers. */
  @SuppressWarnings({"unchecked", "unused"}) // a memory came from the rule that asks for it
  <M> M of(Rule.Remembering<M> rule, int place) {
    return (M) kept.get(place);
  }

  /** Returns what is remembered: with the situation, all that decides what is legal. */
  ImmutableList<Object> kept() {
    return kept;
  }
}
