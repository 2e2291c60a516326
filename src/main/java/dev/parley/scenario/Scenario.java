package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.prospect.Preference;
import dev.parley.demand.Reservation;
import dev.parley.evidence.Account;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.files.WholeFile;
import dev.parley.rules.Registry;
import dev.parley.spelling.SafeText;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A negotiation as it is written down: the record that a file tells, with its title, its sources
 * and accounts, and the labels by which entries refer to each other. A file looks like this:
 *
 * <pre>{@code
 * parley: 1
 * title: A short one
 * parties:
 *   north: {name: North, role: principal}
 *   south: {name: South, role: principal}
 *   valley: {name: Valley, role: mediator}
 * issues:
 *   border: {levels: [closed, guarded, open], better: {south: more}}
 *   grain: {from: 0, to: 100, unit: tons}
 * record:
 *   - {valley opens round: [lakeside], on: 2024-12-02}
 *   - {id: d1, south demands of: north, border: at least guarded, firmness: essential}
 *   - {id: o1, north offers: south, grain: 40, border: guarded, until: 2024-12-31}
 *   - {south accepts: o1, on: 2024-12-20}
 * }</pre>
 *
 * <p>Each entry of the record is a mapping with one key that says who does what, such as {@code
 * south accepts}; the package describes all of them, and the resource {@code scenario.schema.json}
 * of this package is a JSON Schema of the format. The record is read <em>as recorded</em>: what it
 * breaks becomes {@linkplain #findings findings}; only what refers to nothing, or lies off a scale,
 * keeps a file from being read.
 *
 * <p>Rules are code; a file names them, with their parameters ({@code rules: [{rule: round-limit,
 * rounds: 3}]}), and a {@link Registry} finds them: the ready-made ones unless another is given.
 * What they remark is among the findings. To hold the record against other rules, use {@link
 * dev.parley.rules.Audit}.
 *
 * <p>Laws: reading what was written gives an equal scenario; writing it again gives the same
 * characters; every source of the record is among {@link #sources}, by its id; every offer or
 * demand that the record refers to has a label, and where none was given, one is made up from the
 * number of its entry ({@code o4}, {@code d2}). Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable
public sealed interface Scenario extends Travelling, WithScenario permits ImmutableScenario {
  /** {@return what it is about} */
  String title();

  /**
   * {@return the date at which the end of the record is to be observed, or empty when none is
   * given}
   */
  Optional<LocalDate> recordTo();

  /** {@return who reports: the sources by id, those of the record included} */
  ImmutableMap<String, Source> sources();

  /** {@return how people or things are accounted for} */
  ImmutableList<Account> accounts();

  /**
   * {@return the codes that stages have in outside data sets: the codes by scheme, such as {@code
   * pa-x}, by stage}
   */
  ImmutableMap<Stage, ImmutableMap<String, String>> stageCodes();

  /**
   * {@return the private bottom lines that the analyst knows or assumes, one for a party on an
   * issue}
   *
   * <p>They are written to a file and shown nowhere else.
   */
  ImmutableList<Reservation> reservations();

  /**
   * {@return what the parties prefer, on whose word: how much each issue counts and how good each
   * value is. {@link dev.parley.analysis.prospect.Prospect} weighs packages with them; the
   * preferences, one for a party}
   */
  ImmutableList<Preference> preferences();

  /**
   * {@return the labels of entries and of the alternatives that they offer: what each label names}
   */
  ImmutableMap<String, Label> labels();

  /** {@return the negotiation: the negotiation as recorded, under the rules that the file names} */
  Negotiation negotiation();

  /**
   * {@return what the record breaks, and what is remarkable in it: the findings by entry, in order}
   */
  @Lazy
  default ImmutableListMultimap<EntryId, Finding> findings() {
    return negotiation().findings();
  }

  /**
   * Checks the laws above.
   *
   * @return the scenario, the sources and labels that the record needs added
   */
  @Check
  default Scenario check() {
    return Completion.of(this);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario read(Path file) {
    return read(file, DemandKinds.READY_MADE);
  }

  /**
   * Reads a file that names kinds of demand which do not come with the library.
   *
   * @param file the file
   * @param kinds the kinds of demand that it can name
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario read(Path file, DemandKinds kinds) {
    return read(file, kinds, Registry.readyMade());
  }

  /**
   * Reads a file that names rules which do not come with the library.
   *
   * @param file the file
   * @param registry the rules that it can name
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario read(Path file, Registry registry) {
    return read(file, DemandKinds.READY_MADE, registry);
  }

  /**
   * Reads a file that names kinds of demand and rules which do not come with the library.
   *
   * @param file the file
   * @param kinds the kinds of demand that it can name
   * @param registry the rules that it can name
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario read(Path file, DemandKinds kinds, Registry registry) {
    return ScenarioReader.read(Document.read(file), kinds, registry);
  }

  /**
   * Reads a text.
   *
   * @param fileName what messages call it
   * @param text the text of a scenario
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario parse(String fileName, String text) {
    return parse(fileName, text, DemandKinds.READY_MADE);
  }

  /**
   * Reads a text that names kinds of demand which do not come with the library.
   *
   * @param fileName what messages call it
   * @param text the text of a scenario
   * @param kinds the kinds of demand that it can name
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario parse(String fileName, String text, DemandKinds kinds) {
    return parse(fileName, text, kinds, Registry.readyMade());
  }

  /**
   * Reads a text that names kinds of demand and rules which do not come with the library.
   *
   * @param fileName what messages call it
   * @param text the text of a scenario
   * @param kinds the kinds of demand that it can name
   * @param registry the rules that it can name
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario parse(String fileName, String text, DemandKinds kinds, Registry registry) {
    return ScenarioReader.read(
        Document.read(SafeText.escaped(fileName), text.getBytes(StandardCharsets.UTF_8)),
        kinds,
        registry);
  }

  /**
   * Reads a stream to its end, such as what is piped in; it is not closed.
   *
   * @param fileName what messages call it
   * @param in a scenario, in UTF-8
   * @return the scenario
   * @throws ScenarioException if it cannot be read; it lists every problem that was found
   */
  static Scenario read(String fileName, InputStream in) {
    return ScenarioReader.read(
        Document.read(SafeText.escaped(fileName), in),
        DemandKinds.READY_MADE,
        Registry.readyMade());
  }

  /**
   * Writes it down.
   *
   * @return the canonical text, in YAML, for people; it begins with a comment that promises YAML's
   *     end mark ({@code ...}) and ends with the mark, so that a text that was cut is not read;
   *     lines end with a line feed
   * @throws IllegalStateException if it names a kind of demand or a rule that does not come with
   *     the library, or is larger than a file may be, by {@link Limits#DEFAULT}
   */
  default String write() {
    return write(Layout.READABLE);
  }

  /**
   * Writes it down in a layout.
   *
   * @param layout for people, or such that no line changes when more entries follow
   * @return the text, as {@link #write()} gives it in the first layout; in the other, what can be
   *     referred to has a label, even where the scenario has none
   * @throws IllegalStateException as {@link #write()} does
   */
  default String write(Layout layout) {
    return Writable.READY_MADE.text(this, layout);
  }

  /**
   * Writes it down for readers who know kinds of demand that do not come with the library.
   *
   * @param kinds the kinds of demand that it can name
   * @return the text, as {@link #write()} gives it
   * @throws IllegalStateException if it names another kind, or as {@link #write()} does
   */
  default String write(DemandKinds kinds) {
    return write(Layout.READABLE, kinds, Registry.readyMade());
  }

  /**
   * Writes it down for readers who know kinds of demand and rules that do not come with the
   * library.
   *
   * @param layout for people, or such that no line changes when more entries follow
   * @param kinds the kinds of demand that it can name
   * @param registry the rules that it can name
   * @return the text
   * @throws IllegalStateException if it names another kind or rule, or is larger than a file may
   *     be, by {@link Limits#DEFAULT}
   */
  default String write(Layout layout, DemandKinds kinds, Registry registry) {
    return new Writable(kinds, registry).text(this, layout);
  }

  /**
   * Writes it into a file, whole or not at all: what is there already is replaced in one step, when
   * the new text is complete and on the disk.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be written; then the file is as it was
   */
  default void write(Path file) {
    try {
      WholeFile.write(file, write());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write (%s): %s".formatted(SafeText.escaped(file.toString()), WholeFile.reason(e)),
          e);
    }
  }

  /**
   * {@return a negotiation as a scenario, with nothing more than a title: a play that was found by
   * exploring, for instance}
   *
   * <p>What the head of a file says beside the agenda (reservations, preferences, accounts,
   * sources, the day to which the record runs) is no part of a negotiation, and so is not here. To
   * go on from a file and keep it, use {@link #withNegotiation}.
   *
   * @param title what it is about
   * @param negotiation the negotiation
   */
  static Scenario of(String title, Negotiation negotiation) {
    return builder().title(title).negotiation(negotiation).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a scenario; title and negotiation must be set. */
  final class Builder extends ImmutableScenario.Builder {
    Builder() {}
  }

  /**
   * What a label names: an entry, or one of the alternatives that an entry offers. Later entries
   * refer to offers and demands by label: {@code hamas accepts: o1}. Immutable.
   *
   * @param entry the entry
   * @param alternative which of the entry's offers, from 1; 0 for the entry itself
   */
  record Label(EntryId entry, int alternative) implements Serializable {
    /**
     * Checks that the alternative is not below zero.
     *
     * @param entry the entry
     * @param alternative which of the entry's offers, from 1; 0 for the entry itself
     */
    public Label {
      if (alternative < 0) {
        throw new IllegalArgumentException(
            "alternative (%s) must be 1 or more, or 0 for the entry itself".formatted(alternative));
      }
    }

    /**
     * {@return what the label of an entry names: the entry itself}
     *
     * @param number the entry's number
     */
    public static Label entry(int number) {
      return new Label(new EntryId(number), 0);
    }

    @Override
    public String toString() {
      return alternative == 0 ? entry.toString() : entry + " alternative " + alternative;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
