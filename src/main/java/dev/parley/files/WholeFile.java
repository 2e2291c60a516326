package dev.parley.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that is replaced whole or not at all. The bytes go into a file of their own in the same
 * folder, are forced to the disk, and take the target's place in one step. A full disk, a signal or
 * a second writer leaves either the old file or the new one, never a part; a process that is killed
 * in between can leave its own file, {@code .parley-PID-N.part}, behind.
 *
 * <p>A symbolic link stays one: what it points to is replaced. Permissions are kept where the file
 * system has those of POSIX. A device or a pipe cannot be replaced and is written to.
 */
public final class WholeFile {
  private static final int MOST_LINKS = 40;
  private static final int MOST_TRIES = 1000;

  private WholeFile() {}

  /**
   * Writes a text in UTF-8.
   *
   * @param file the file, which may be there or not
   * @param text the text
   * @throws IOException if it cannot be written; then the file is as it was
   */
  public static void write(Path file, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    Path target = behindLinks(file);
    if (Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (FileChannel device = FileChannel.open(target, StandardOpenOption.WRITE)) {
        writeAll(device, bytes);
      }
      return;
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(file.toString());
    }
    replace(target, bytes);
  }

  private static void replace(Path target, ByteBuffer bytes) throws IOException {
    Path part = null;
    try {
      for (int i = 1; part == null; i++) {
        Path free = target.resolveSibling(".parley-%d-%d.part".formatted(pid(), i));
        try (FileChannel channel =
            FileChannel.open(free, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
          part = free;
          writeAll(channel, bytes);
          channel.force(true);
        } catch (FileAlreadyExistsException e) {
          if (i == MOST_TRIES) {
            throw e;
          }
        }
      }
      keepPermissions(target, part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      part = null;
      forceFolderOf(target);
    } finally {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Makes a new name last through a loss of power, where the system lets a folder be opened. */
  private static void forceFolderOf(Path target) {
    try (FileChannel folder =
        FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there a name lasts once it is given.
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void keepPermissions(Path target, Path part) throws IOException {
    PosixFileAttributeView now = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (now != null && Files.exists(target)) {
      now.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  /** Returns what a symbolic link points to, whether that is there or not. */
  private static Path behindLinks(Path file) throws IOException {
    Path now = file.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(now); i++) {
      if (i == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      now = now.resolveSibling(Files.readSymbolicLink(now));
    }
    return now;
  }

  /**
   * Returns whether two names are of one file: by what they are, through symbolic links, hard links
   * and linked folders; by their names where one of them is not there.
   *
   * @param one a file
   * @param other a file
   * @return whether writing one would harm the other
   */
  public static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /**
   * {@return why a file could not be written, without its name}
   *
   * @param e what {@link #write} threw
   */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "it may not be written";
    }
    if (e instanceof CharacterCodingException) {
      return "the text has half a character (a lone surrogate)";
    }
    if (e instanceof FileSystemLoopException) {
      return "its symbolic links form a circle";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
