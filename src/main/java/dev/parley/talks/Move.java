package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.DelegationId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.travel.Travelling;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * One thing that was done or said: who, what, when, and on whose word. Hamas raised a demand in
 * December 2024, on the word of Hamas; Israel is said to have brought in new conditions, on the
 * word of Hamas. Immutable.
 */
@Structural
@Immutable
public sealed interface Move extends Travelling, WithMove permits ImmutableMove {
  /**
   * {@return who made it: a party or an outsider; {@link ActorId#UNNAMED} where nobody says who: a
   * round opens, talks are suspended}
   */
  ActorId by();

  /** {@return what was done or said} */
  Act act();

  /** {@return when, which may be unknown} */
  @Default
  default When on() {
    return When.UNKNOWN;
  }

  /** {@return on whose word: the source; empty when the actor itself is on record} */
  Optional<Source> source();

  /** {@return who else reports the same, in other words perhaps: further sources of one event} */
  ImmutableList<Source> otherSources();

  /** {@return all who report it: the source and the others; none when the actor is on record} */
  default ImmutableList<Source> sources() {
    return ImmutableList.<Source>builder()
        .addAll(source().stream().iterator())
        .addAll(otherSources())
        .build();
  }

  /** {@return the entries that are its reason, on its sources' word: "because of [81]"} */
  ImmutableList<EntryId> becauseOf();

  /**
   * {@return through which delegation the party spoke, whose mandate then limits what is binding;
   * empty when the party itself spoke}
   */
  Optional<DelegationId> through();

  /**
   * {@return the words in which it was reported, or a remark of the coder's; empty when there are
   * none}
   */
  @Default
  default String words() {
    return "";
  }

  /**
   * {@return codes of this move in data sets outside: code by scheme, such as {@code CONCEDE} by
   * {@code plover}}
   */
  ImmutableMap<String, String> codes();

  /**
   * Returns on whose word it is, by who negotiates when it is made. Only of a principal can another
   * principal allege something: what one says that a mediator did is a report. Of several sources
   * the one that says it most surely counts: its actor before a reporter, a reporter before a
   * counterpart.
   *
   * @param agenda who negotiates then
   * @return attested, reported or alleged
   */
  default Attribution attribution(Agenda agenda) {
    if (source().isEmpty()) {
      return by().isNamed() ? Attribution.ATTESTED : Attribution.REPORTED;
    }
    boolean ofPrincipal = agenda.isPrincipal(by());
    return sources().stream()
        .map(source -> Attribution.of(by(), source, who -> ofPrincipal && agenda.isPrincipal(who)))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * {@return who spoke for the party: what two contradicting statements are told apart by; the
   * delegation, or the source's speaker, or an empty text for the party itself; empty when somebody
   * else reports}
   */
  default Optional<String> speaker() {
    if (through().isPresent()) {
      return through().map(DelegationId::text);
    }
    if (source().isEmpty()) {
      return Optional.of("");
    }
    return sources().stream()
        .filter(source -> source.speaksFor().filter(by()::equals).isPresent())
        .map(source -> source.speaker().orElse(""))
        .findFirst();
  }

  /**
   * Starts a move.
   *
   * @param actor who makes it
   * @return what it then does
   */
  static Mover by(String actor) {
    return new Mover(builder().by(ActorId.of(actor)), ActorId.of(actor));
  }

  /** Checks that there is a first source where there are others, and each once. */
  @Check
  default void check() {
    if (source().isEmpty() && !otherSources().isEmpty()
        || ImmutableSet.copyOf(sources()).size() < sources().size()) {
      throw new IllegalArgumentException(
          "a move has a source, and others besides, each once: " + sources());
    }
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a move. */
  final class Builder extends ImmutableMove.Builder {
    Builder() {}
  }
}
