package dev.parley.scenario;

import com.google.common.collect.Maps;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.files.WholeFile;
import dev.parley.rules.Registry;
import dev.parley.spelling.SafeText;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A record on disk that grows while talks go on. The file is an ordinary scenario file, which
 * everything else reads, and which a person can edit while it is closed; each entry is added at its
 * end, on one line, and nothing before it changes.
 *
 * <pre>{@code
 * Path file = Files.createTempDirectory("talks").resolve("talks.yaml");
 * try (Journal journal = Journal.create(file, Scenario.of("Talks", talks))) {
 *   journal.append(Move.by("union").opensRound());
 *   journal.record(Move.by("studios").meets("union"));
 *   journal.negotiation().situation();
 * }
 * }</pre>
 *
 * <p>Laws: an entry is acknowledged, by a method that returns an acceptance, only once it is in the
 * file, and by the default {@link Forcing} on the disk. After a crash at any instant, {@link #open}
 * finds all entries that were acknowledged, in order, and perhaps one more that was whole; what was
 * written of an entry that is not whole is cut, kept beside the file, and reported by {@link
 * #torn}. What is refused is not written. Adding an entry costs the same whatever the length of the
 * record; a correction is read as {@link Negotiation#correct} reads it.
 *
 * <p>One journal writes to a file at a time, which a lock file beside it ensures; any number of
 * readers may read meanwhile. A failure to write is an {@link UncheckedIOException}; after it, the
 * journal refuses further entries, and the file can be opened again. Not for use by several threads
 * at once.
 */
public final class Journal implements AutoCloseable {
  private final Path path;
  private final JournalFile file;
  private final Scenario head;
  private final Writable writable;
  private final RecordWriter writer;
  private final String indent;
  private final Forcing forcing;
  private final Optional<TornTail> torn;
  private Negotiation negotiation;
  private int nodes;
  private int unforced;
  private boolean closed;
  private final List<BiConsumer<? super Negotiation, ? super Accepted>> listeners =
      new ArrayList<>();

  /** Why nothing more can be entered; empty while something can. */
  private String unusable = "";

  /**
   * What is ready to write the next entry: how many values and keys there are, and where it starts.
   */
  private record Ready(Writable writable, RecordWriter writer, int nodes, String indent) {}

  private Journal(
      Path path,
      JournalFile file,
      Scenario scenario,
      Ready ready,
      Forcing forcing,
      Optional<TornTail> torn) {
    this.path = path;
    this.file = file;
    this.head = scenario;
    this.writable = ready.writable();
    this.writer = ready.writer();
    this.indent = ready.indent();
    this.negotiation = scenario.negotiation();
    this.nodes = ready.nodes();
    this.forcing = forcing;
    this.torn = torn;
  }

  /**
   * Begins a journal.
   *
   * @param file a file that does not exist yet
   * @param head what the file starts with: title, agenda, rules, sources, and what is on record so
   *     far, which may be nothing
   * @return the journal, open
   * @throws IllegalStateException if another journal has the file open
   * @throws UncheckedIOException if the file exists, or cannot be written
   */
  public static Journal create(Path file, Scenario head) {
    return create(file, head, Forcing.everyEntry());
  }

  /**
   * Begins a journal that forces its entries to the disk less often than each time.
   *
   * @param file a file that does not exist yet
   * @param head what the file starts with
   * @param forcing how often its bytes are forced to the disk
   * @return the journal, open
   * @throws IllegalStateException if another journal has the file open
   * @throws UncheckedIOException if the file exists, or cannot be written
   */
  public static Journal create(Path file, Scenario head, Forcing forcing) {
    return create(file, head, DemandKinds.READY_MADE, Registry.readyMade(), forcing);
  }

  /**
   * Begins a journal that can name kinds of demand or rules which do not come with the library.
   *
   * @param file a file that does not exist yet
   * @param head what the file starts with
   * @param kinds the kinds of demand that it can name
   * @param registry the rules that it can name
   * @param forcing how often its bytes are forced to the disk
   * @return the journal, open
   * @throws IllegalStateException if another journal has the file open, or the head cannot be
   *     written down
   * @throws UncheckedIOException if the file exists, or cannot be written
   */
  public static Journal create(
      Path file, Scenario head, DemandKinds kinds, Registry registry, Forcing forcing) {
    Writable writable = new Writable(kinds, registry);
    String text = writable.text(head, Layout.GROWING);
    ScenarioWriter writer = new ScenarioWriter(head, Layout.GROWING);
    Tree tree = writer.tree(Layout.GROWING);
    try {
      return new Journal(
          file,
          JournalFile.create(file, text),
          head,
          new Ready(writable, writer.record(), Measure.of(tree).nodes(), "  "),
          forcing,
          Optional.empty());
    } catch (IOException e) {
      throw failed("journal (%s) cannot be created".formatted(shown(file)), e);
    }
  }

  /**
   * Opens a journal, or any scenario file whose record is its last key and a list of lines that
   * start with {@code -}. A file that lacks the comment by which a cut is noticed gets it, and is
   * otherwise left as it is.
   *
   * @param file the file
   * @return the journal, open
   * @throws ScenarioException if the file cannot be read, or its record cannot be added to
   * @throws IllegalStateException if another journal has the file open
   * @throws UncheckedIOException if the file cannot be written
   */
  public static Journal open(Path file) {
    return open(file, DemandKinds.READY_MADE, Registry.readyMade(), Forcing.everyEntry());
  }

  /**
   * Opens a journal that names kinds of demand or rules which do not come with the library, or
   * whose entries are forced to the disk less often than each time.
   *
   * @param file the file
   * @param kinds the kinds of demand that it can name
   * @param registry the rules that it can name
   * @param forcing how often its bytes are forced to the disk
   * @return the journal, open
   * @throws ScenarioException if the file cannot be read, or its record cannot be added to
   * @throws IllegalStateException if another journal has the file open
   * @throws UncheckedIOException if the file cannot be written
   */
  public static Journal open(Path file, DemandKinds kinds, Registry registry, Forcing forcing) {
    try {
      JournalFile.Opened opened =
          JournalFile.open(file, bytes -> JournalText.of(shown(file), bytes, kinds, registry));
      JournalText text = opened.text();
      return new Journal(
          file,
          opened.file(),
          text.scenario(),
          new Ready(
              new Writable(kinds, registry),
              RecordWriter.after(text.scenario(), text.labels()),
              text.nodes(),
              text.indent()),
          forcing,
          opened.torn());
    } catch (IOException e) {
      throw failed("journal (%s) cannot be opened".formatted(shown(file)), e);
    }
  }

  /**
   * Plays a move, as {@link Negotiation#apply} does, and enters it if it is legal.
   *
   * @param move the move
   * @return the next negotiation, once the entry is written; or a refusal, and nothing was written
   * @throws IllegalArgumentException if the move cannot be written down, such as a second source
   *     with the id of another; nothing was written
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if the entry cannot be written
   */
  public Outcome append(Move move) {
    return enter(negotiation.apply(move));
  }

  /**
   * Enters a move as the world has made it, as {@link Negotiation#record} does.
   *
   * @param move the move
   * @return the next negotiation with the findings, once the entry is written; or a refusal, when
   *     the move refers to nothing
   * @throws IllegalArgumentException if the move cannot be written down
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if the entry cannot be written
   */
  public Outcome record(Move move) {
    return enter(negotiation.record(move));
  }

  /**
   * Enters a correction, as {@link Negotiation#correct} does.
   *
   * @param entry the entry that is corrected
   * @param instead the move as it should have been told
   * @param note when, on whose word and why
   * @return the negotiation as it is now known, once the entry is written; or a refusal
   * @throws IllegalArgumentException if there is no such entry, or this cannot be written down
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if the entry cannot be written
   */
  public Outcome correct(EntryId entry, Move instead, Note note) {
    return enter(negotiation.correct(entry, instead, note));
  }

  /**
   * Enters that an entry is to be read as if it had never been told, as {@link Negotiation#cancel}
   * does.
   *
   * @param entry the entry that is cancelled
   * @param note when, on whose word and why
   * @return the negotiation as it is now known, once the entry is written; or a refusal
   * @throws IllegalArgumentException if there is no such entry, or this cannot be written down
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if the entry cannot be written
   */
  public Outcome cancel(EntryId entry, Note note) {
    return enter(negotiation.cancel(entry, note));
  }

  /**
   * Enters that the actor of an entry denies it, as {@link Negotiation#deny} does.
   *
   * @param entry the entry that is denied
   * @param note when, on whose word and in which words
   * @return the negotiation as it is now known, once the entry is written; or a refusal
   * @throws IllegalArgumentException if there is no such entry, or this cannot be written down
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if the entry cannot be written
   */
  public Outcome deny(EntryId entry, Note note) {
    return enter(negotiation.deny(entry, note));
  }

  /**
   * Tells somebody of every entry from now on, once it is written: those who asked first come
   * first, in the thread that enters it. What changed is {@code Delta.between(before,
   * outcome.negotiation())}.
   *
   * <p>If a listener throws, the entry is written all the same, later listeners do not hear of it,
   * and whoever entered it gets an {@link IllegalStateException} that names the entry.
   *
   * @param listener gets the negotiation before the entry, and what came of it
   */
  public void listen(BiConsumer<? super Negotiation, ? super Accepted> listener) {
    listeners.add(listener);
  }

  private void tell(Negotiation before, Accepted outcome) {
    for (BiConsumer<? super Negotiation, ? super Accepted> listener : listeners) {
      try {
        listener.accept(before, outcome);
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            "entry %s is written to journal (%s), but a listener failed: do not enter it again"
                .formatted(outcome.entry(), shown(path)),
            e);
      }
    }
  }

  private void requireUsable() {
    if (!unusable.isEmpty()) {
      throw new IllegalStateException("journal (%s) %s".formatted(shown(path), unusable));
    }
  }

  private Outcome enter(Outcome outcome) {
    requireUsable();
    if (outcome instanceof Accepted accepted) {
      Negotiation after = accepted.negotiation();
      Entry entry = after.chronicle().last().orElseThrow();
      writable.check(entry);
      writer.check(entry);
      write(entry);
      writer.wrote(entry, after);
      Negotiation before = negotiation;
      negotiation = after;
      tell(before, accepted);
    }
    return outcome;
  }

  private void write(Entry entry) {
    Tree.Mapping written;
    try {
      written = writer.entry(entry);
    } catch (RuntimeException e) {
      writer.takeBack();
      throw e;
    }
    Measure measure = Measure.of(written).within().within();
    byte[] line = (indent + "- " + YamlText.line(written) + "\n").getBytes(StandardCharsets.UTF_8);
    Optional<String> broken =
        measure
            .breaks(Limits.DEFAULT, nodes)
            .or(() -> Measure.breaksBytes(Limits.DEFAULT, file.lengthWith(line)));
    if (broken.isPresent()) {
      writer.takeBack();
      throw new IllegalArgumentException(
          "entry %s does not fit into journal (%s): with it, %s. Go on in a new file"
              .formatted(entry.id(), shown(path), broken.get()));
    }
    boolean force = forcing.entries() > 0 && unforced + 1 >= forcing.entries();
    try {
      file.append(line, force);
    } catch (IOException e) {
      writer.takeBack();
      unusable = "failed to write entry %s: open it again".formatted(entry.id());
      throw failed(
          "entry %s cannot be written to journal (%s)".formatted(entry.id(), shown(path)), e);
    }
    nodes += measure.nodes();
    unforced = force ? 0 : unforced + 1;
  }

  /** {@return the negotiation, with all that was entered} */
  public Negotiation negotiation() {
    return negotiation;
  }

  /** {@return the whole as a scenario, with the sources and labels of the file} */
  public Scenario scenario() {
    return Completion.with(
        head, negotiation, Maps.uniqueIndex(writer.described(), Source::id), writer.labels());
  }

  /** {@return what a crash had left of an entry that was not whole, when this was opened} */
  public Optional<TornTail> torn() {
    return torn;
  }

  /** {@return where it is written: the file, as it was given} */
  public Path file() {
    return path;
  }

  /**
   * Forces to the disk what was not forced yet, whatever the {@link Forcing}.
   *
   * @throws IllegalStateException if the journal is closed, or failed to write before
   * @throws UncheckedIOException if that fails
   */
  public void force() {
    requireUsable();
    try {
      file.force();
      unforced = 0;
    } catch (IOException e) {
      unusable = "failed to write: open it again";
      throw failed("journal (%s) cannot be forced to the disk".formatted(shown(path)), e);
    }
  }

  /**
   * Closes the file, of which another journal can then take hold. Does nothing the second time.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (file) {
      if (unusable.isEmpty() && unforced > 0 && forcing.entries() > 0) {
        file.force();
      }
    } catch (IOException e) {
      throw failed("journal (%s) cannot be closed".formatted(shown(path)), e);
    } finally {
      unusable = "is closed: open it again";
    }
  }

  @Override
  public String toString() {
    return "journal (%s), %s".formatted(shown(path), negotiation.chronicle());
  }

  private static UncheckedIOException failed(String what, IOException e) {
    return new UncheckedIOException(what + ": " + WholeFile.reason(e), e);
  }

  private static String shown(Path file) {
    return SafeText.escaped(file.toString());
  }
}
