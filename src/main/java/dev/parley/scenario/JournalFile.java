package dev.parley.scenario;

import dev.parley.files.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of a journal: entries, and after them the end mark. An entry is written over the mark,
 * and a new mark with it, in one go. Not by a channel, which an interrupt of the thread would
 * close.
 */
final class JournalFile implements AutoCloseable {
  private static final byte[] MARK = EndMark.MARK.getBytes(StandardCharsets.UTF_8);
  private static final int KEPT = 1_000;

  private final JournalLock lock;
  private final RandomAccessFile file;

  /** Where the end mark begins. */
  private long end;

  private JournalFile(JournalLock lock, RandomAccessFile file) throws IOException {
    this.lock = lock;
    this.file = file;
    this.end = file.length() - MARK.length;
  }

  /** A file that was opened, what it says, and what was cut from its end. */
  record Opened(JournalFile file, JournalText text, Optional<TornTail> torn) {}

  /** Creates a file with a text that ends with the mark. */
  static JournalFile create(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path path = absolute.resolveSibling(".").toRealPath().resolve(absolute.getFileName());
    JournalLock lock = JournalLock.on(path);
    try {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(
            file.toString(), null, "it exists already: open it, or choose another name");
      }
      WholeFile.write(path, text);
      return new JournalFile(lock, new RandomAccessFile(path.toFile(), "rw"));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a file that exists, and makes it end after a whole entry, with the mark. */
  static Opened open(Path file, Function<byte[], JournalText> reader) throws IOException {
    if (!Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, "there is no such file: create it");
    }
    Path path = file.toRealPath();
    JournalLock lock = JournalLock.on(path);
    try {
      byte[] bytes = bytes(path);
      JournalText text = reader.apply(bytes);
      Optional<TornTail> torn = Optional.empty();
      if (text.torn().length > 0) {
        int after = text.scenario().negotiation().chronicle().size();
        torn = Optional.of(new TornTail(text.torn(), after, keep(path, text.torn())));
      }
      String whole = text.kept() + EndMark.MARK;
      if (!Arrays.equals(whole.getBytes(StandardCharsets.UTF_8), bytes)) {
        WholeFile.write(path, whole);
      }
      return new Opened(
          new JournalFile(lock, new RandomAccessFile(path.toFile(), "rw")), text, torn);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Returns what is there; of a file that is too large, one byte more than the most. */
  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(Limits.DEFAULT.bytes() + 1);
    }
  }

  /** Keeps what is cut in a new file beside the journal. */
  private static Path keep(Path path, byte[] torn) throws IOException {
    for (int i = 1; i <= KEPT; i++) {
      Path beside = path.resolveSibling(path.getFileName() + ".torn" + (i == 1 ? "" : "-" + i));
      if (!Files.exists(beside)) {
        Files.write(beside, torn, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        return beside;
      }
    }
    throw new FileAlreadyExistsException(
        path + ".torn",
        null,
        String.format(Locale.ROOT, "%,d such files are kept already: remove some", KEPT));
  }

  /** Returns how many bytes the file would have with one more line. */
  long lengthWith(byte[] line) {
    return end + line.length + MARK.length;
  }

  /** Adds a line that ends with a line feed; where that fails, the file is as it was, or torn. */
  void append(byte[] line, boolean force) throws IOException {
    byte[] bytes = Arrays.copyOf(line, line.length + MARK.length);
    System.arraycopy(MARK, 0, bytes, line.length, MARK.length);
    try {
      file.seek(end);
      file.write(bytes);
      if (force) {
        force();
      }
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    end += line.length;
  }

  private void takeBack(IOException failure) {
    try {
      file.seek(end);
      file.write(MARK);
      file.setLength(end + MARK.length);
      force();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      file.close();
    }
  }
}
