package dev.parley.testing;

import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Whole records to draw from: what was done and said, told as the world has it, with corrections,
 * cancellations and denials. {@code Records.of(LegalPlay.ANY.withMoves(20, 50).withOneWildIn(4))}
 * has moves that break laws as well, which in a record become findings; what refers to nothing is
 * left out.
 *
 * <p>Unless told otherwise one entry in twenty is a word on an earlier one. Immutable.
 */
@Immutable
public sealed interface Records extends Generator<Negotiation>, WithRecords
    permits ImmutableRecords {
  /** {@return whose moves are told} */
  LegalPlay play();

  /**
   * {@return how many entries there are for one that corrects, cancels or denies another: 1 or
   * more; 20 unless given}
   */
  @Default
  default int oneWordIn() {
    return 20;
  }

  /**
   * {@return records of plays}
   *
   * @param play whose moves are told
   */
  static Records of(LegalPlay play) {
    return new Builder().play(play).build();
  }

  /** Checks the number above. */
  @Check
  default void check() {
    if (oneWordIn() < 1) {
      throw new IllegalArgumentException(
          "records with a correction in (%s) entries: it must be in 1 or more"
              .formatted(oneWordIn()));
    }
  }

  @Override
  default Negotiation draw(Choices choices) {
    Player player =
        new Player(
            choices, play().hasAwkwardWords() ? Phrases.AWKWARD : Phrases.PLAIN, play().taste());
    Negotiation now = play().start(choices);
    int many = choices.between(play().moves().lowerEndpoint(), play().moves().upperEndpoint());
    for (int i = 0; i < many; i++) {
      Outcome outcome;
      if (now.chronicle().size() > 0 && choices.oneIn(oneWordIn())) {
        outcome = word(now, player, choices);
      } else {
        boolean wild =
            play().oneWildIn().isPresent() && choices.oneIn(play().oneWildIn().getAsInt());
        Optional<Move> move = wild ? Optional.of(player.wild(now)) : player.legal(now);
        outcome = now.record(move.orElse(player.wild(now)));
      }
      now = outcome instanceof Accepted ? outcome.negotiation() : now;
    }
    return now;
  }

  private Outcome word(Negotiation now, Player player, Choices choices) {
    EntryId target = new EntryId(choices.between(1, now.chronicle().size()));
    Move instead = player.legal(now).orElseGet(() -> player.wild(now));
    Note note = new Note(instead.on(), instead.source(), instead.words());
    if (!(now.chronicle().entry(target).orElseThrow() instanceof Entry.Told)) {
      return now.record(instead);
    }
    return switch (choices.below(3)) {
      case 0 -> now.cancel(target, note);
      case 1 -> now.deny(target, note);
      default -> now.correct(target, instead, note);
    };
  }

  /** Builds records to draw from. */
  final class Builder extends ImmutableRecords.Builder {
    Builder() {}
  }
}
