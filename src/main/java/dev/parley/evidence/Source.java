package dev.parley.evidence;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Identifier;
import dev.parley.travel.Travelling;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Whoever or whatever says that something is so: a party's statement, an official who asked not to
 * be named, a newspaper's report, a document. A remark of a senior Hamas official, read in a
 * newspaper, is a statement that speaks for {@code hamas}, by "a senior official", via the
 * newspaper; the same newspaper's own account is a report that speaks for nobody.
 *
 * <p>It is not the claim itself, and says nothing of how far to believe it; see {@link Attribution}
 * for what follows from who speaks.
 *
 * <p>Laws: the id keeps the law of {@link Identifier}; a {@link Kind#STATEMENT} has a party it
 * speaks for, a speaker, or is anonymous; texts that are present are not blank; no source is known
 * only via itself. Immutable.
 */
@Structural
@Immutable
public sealed interface Source extends Travelling, WithSource permits ImmutableSource {
  /**
   * How a source speaks: in its own voice, about others, or on paper. It is no measure of how far
   * the source is to be believed. Immutable.
   */
  enum Kind {
    /** Used when somebody speaks in person or for a party: a communique, an official's remark. */
    STATEMENT,
    /**
     * Used when somebody tells what others said or did: a newspaper article, an observer's account.
     */
    REPORT,
    /** Used when a text itself is the source: a signed agreement, a published list, a letter. */
    DOCUMENT
  }

  /**
   * {@return the identifier by which claims and accounts refer to the source, such as {@code
   * hamas-1}}
   */
  String id();

  /** {@return how the source speaks} */
  Kind kind();

  /**
   * {@return the party in whose name the source speaks, such as {@code hamas}; empty when the
   * source speaks for none}
   */
  Optional<ActorId> speaksFor();

  /**
   * {@return who speaks, in words that name an office and not a person: "a senior official", "the
   * prime minister"; empty when only the party or the outlet is known}
   */
  Optional<String> speaker();

  /** {@return whether the source asked not to be named; false by default} */
  @Default
  default boolean anonymous() {
    return false;
  }

  /**
   * {@return what the source is called: a newspaper, the title of a document; empty when it has
   * none}
   */
  Optional<String> name();

  /**
   * {@return through whom the source is known: the name of an outlet, or the id of another source;
   * empty when it is known at first hand}
   */
  Optional<String> via();

  /** {@return when the source spoke or was published; empty when nobody noted it} */
  Optional<When> on();

  /** {@return where to find it: an address, a page, a file; empty when nobody noted it} */
  Optional<String> where();

  /**
   * {@return a statement in the name of a party}
   *
   * @param id the identifier of the source
   * @param who the party that it speaks for
   */
  static Source statementOf(String id, ActorId who) {
    return builder().id(id).kind(Kind.STATEMENT).speaksFor(who).build();
  }

  /**
   * {@return a report, such as a newspaper's}
   *
   * @param id the identifier of the source
   * @param outlet the name of who reports
   */
  static Source report(String id, String outlet) {
    return builder().id(id).kind(Kind.REPORT).name(outlet).build();
  }

  /**
   * {@return a document, such as a signed agreement}
   *
   * @param id the identifier of the source
   * @param title what the document is called
   */
  static Source document(String id, String title) {
    return builder().id(id).kind(Kind.DOCUMENT).name(title).build();
  }

  /** {@return an empty builder; the id and the kind must be set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the source in a few neutral words for a transcript: {@code Hamas, a senior official,
   * via news}; on one line if the texts are}
   *
   * @param names what to call each party
   */
  default String describe(Function<ActorId, String> names) {
    StringBuilder words = new StringBuilder();
    speaksFor().ifPresent(who -> words.append(names.apply(who)));
    String unnamed = anonymous() ? "a source who asked not to be named" : "";
    String voice = speaker().map(s -> anonymous() ? s + " (not named)" : s).orElse(unnamed);
    if (!voice.isEmpty()) {
      words.append(words.length() == 0 ? "" : ", ").append(voice);
    }
    name().ifPresent(name -> words.append(words.length() == 0 ? "" : ", in ").append(name));
    if (words.length() == 0) {
      words.append(kind() == Kind.REPORT ? "report " : "document ").append(id());
    }
    via().ifPresent(outlet -> words.append(", via ").append(outlet));
    return words.toString();
  }

  /** Checks the laws above. */
  @Check
  default void check() {
    Identifier.check("source", id());
    String wayOut = "leave it out, or say it in words";
    speaker().ifPresent(it -> Wording.checkNotBlank("speaker of source " + id(), it, wayOut));
    name().ifPresent(it -> Wording.checkNotBlank("name of source " + id(), it, wayOut));
    via().ifPresent(it -> Wording.checkNotBlank("via of source " + id(), it, wayOut));
    where().ifPresent(it -> Wording.checkNotBlank("where of source " + id(), it, wayOut));
    if (kind() == Kind.STATEMENT && speaksFor().isEmpty() && speaker().isEmpty() && !anonymous()) {
      throw new IllegalArgumentException(
          "source ("
              + id()
              + ") is a statement of nobody: say whom it speaks for, who speaks,"
              + " or that the speaker is anonymous");
    }
    if (via().filter(id()::equals).isPresent()) {
      throw new IllegalArgumentException(
          "source (" + id() + ") must not be known via itself: name the outlet, or leave via out");
    }
  }

  /** Builds a {@link Source}; the id and the kind must be set. */
  final class Builder extends ImmutableSource.Builder {
    Builder() {}
  }
}
