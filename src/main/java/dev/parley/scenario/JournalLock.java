package dev.parley.scenario;

import dev.parley.spelling.SafeText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a journal's file: a lock on a file beside it. Not on the file itself, since
 * on some systems a program loses its lock as soon as it closes the file anywhere else, as a reader
 * does. The system takes back the locks of a program that ends, however it ends.
 */
final class JournalLock implements AutoCloseable {
  /** The files that this program writes to: one program's locks do not exclude each other. */
  private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

  private static final String OF_THIS_PROGRAM = " of this program";
  private static final String OF_ANOTHER_PROGRAM = " of another program";

  private final Path file;
  private final Path beside;
  private final FileChannel channel;

  private JournalLock(Path file, Path beside, FileChannel channel) {
    this.file = file;
    this.beside = beside;
    this.channel = channel;
  }

  /**
   * Takes the lock of a file.
   *
   * @throws IllegalStateException if another journal has it
   */
  static JournalLock on(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    if (!WRITTEN.add(file)) {
      throw inUse(file, OF_THIS_PROGRAM);
    }
    try {
      return new JournalLock(file, beside, locked(file, beside));
    } catch (IOException | RuntimeException e) {
      WRITTEN.remove(file);
      throw e;
    }
  }

  private static FileChannel locked(Path file, Path beside) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(
              beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
      try {
        @Nullable Object opened = key(beside);
        if (!lock(channel, file)) {
          throw inUse(file, holder(beside));
        }
        if (Files.exists(beside) && Objects.equals(opened, key(beside))) {
          channel.truncate(0);
          channel.write(
              ByteBuffer.wrap(
                  Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
          return channel;
        }
        channel.close(); // it was another's, who has just removed it
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  /** Returns whether it was free; the system tells other programs apart, not parts of this one. */
  private static boolean lock(FileChannel channel, Path file) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      throw inUse(file, OF_THIS_PROGRAM);
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
        : null;
  }

  private static String holder(Path beside) {
    try {
      String holder = Files.readString(beside);
      return holder.matches("[0-9]{1,19}") ? " (process " + holder + ")" : OF_ANOTHER_PROGRAM;
    } catch (IOException e) {
      return OF_ANOTHER_PROGRAM; // where a lock keeps others from reading
    }
  }

  private static IllegalStateException inUse(Path file, String holder) {
    return new IllegalStateException(
        "file (%s) is open in another journal%s: close that one first"
            .formatted(SafeText.escaped(file.toString()), holder));
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // Windows does not delete what is open; the file stays, unlocked.
    } finally {
      channel.close();
      WRITTEN.remove(file);
    }
  }
}
