package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class WholeFileTest {
  private Path folder = Path.of("");

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley");
  }

  @AfterTry
  void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
    }
  }

  @Example
  void a_file_is_made_or_replaced_and_nothing_is_left_beside_it() throws IOException {
    Path file = folder.resolve("a.html");
    WholeFile.write(file, "one é\n");
    assertThat(file).hasContent("one é\n");
    WholeFile.write(file, "");
    assertThat(file).isEmptyFile();
    assertThat(names()).containsExactly("a.html");
  }

  @Example
  void a_text_that_cannot_be_written_leaves_the_file_as_it_was() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "good");
    assertThatThrownBy(() -> WholeFile.write(file, "x\ud800"))
        .isInstanceOf(CharacterCodingException.class);
    assertThat(file).hasContent("good");
    assertThat(names()).containsExactly("a.html");
  }

  /** What a reader sees meanwhile is one of the texts, never a part of one. */
  @Example
  void who_reads_meanwhile_sees_a_whole_file() throws Exception {
    Path file = folder.resolve("a.html");
    List<String> texts = List.of("a".repeat(3_000_000), "b".repeat(2_000_000));
    WholeFile.write(file, texts.get(0));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 20; i++) {
                  WholeFile.write(file, texts.get(i % 2));
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } finally {
                done.set(true);
              }
            });
    writer.start();
    while (!done.get()) {
      assertThat(texts.contains(Files.readString(file))).isTrue();
    }
    writer.join();
    assertThat(names()).containsExactly("a.html");
  }

  @Example
  void a_symbolic_link_stays_one_and_a_hard_link_is_parted() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "old");
    Path soft = Files.createSymbolicLink(folder.resolve("soft"), Path.of("a.html"));
    Path hard = Files.createLink(folder.resolve("hard"), file);
    WholeFile.write(soft, "new");
    assertThat(soft).isSymbolicLink();
    assertThat(file).hasContent("new");
    assertThat(hard).hasContent("old");
    Path dangling = Files.createSymbolicLink(folder.resolve("ahead"), Path.of("later"));
    WholeFile.write(dangling, "there");
    assertThat(folder.resolve("later")).hasContent("there");
  }

  @Example
  void permissions_are_kept() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "old");
    assumeThat(Files.getFileAttributeView(file, PosixFileAttributeView.class)).isNotNull();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    WholeFile.write(file, "new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Example
  void a_device_is_written_to_and_a_full_one_says_so() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    WholeFile.write(Path.of("/dev/null"), "gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(() -> WholeFile.write(full, "x"))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(WholeFile.reason(e)).isEqualTo("No space left on device"));
  }

  @Example
  void what_is_in_the_way_is_said_without_the_name() throws IOException {
    assertThat(reason(folder)).isEqualTo("it is a directory");
    assertThat(reason(folder.resolve("nowhere").resolve("a"))).isEqualTo("there is no such folder");
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    assertThatThrownBy(() -> WholeFile.write(circle, "x"))
        .isInstanceOf(FileSystemLoopException.class);
    assertThat(reason(circle)).isEqualTo("its symbolic links form a circle");
    assertThat(WholeFile.reason(new NoSuchFileException("a"))).isEqualTo("there is no such folder");
    assertThat(WholeFile.reason(new FileSystemException("a", null, "Busy"))).isEqualTo("Busy");
    assertThat(WholeFile.reason(new IOException())).isEqualTo("IOException");
  }

  private static String reason(Path file) {
    try {
      WholeFile.write(file, "x");
    } catch (IOException e) {
      return WholeFile.reason(e);
    }
    return "written";
  }

  @Example
  void a_file_is_known_by_what_it_is_and_not_by_its_name() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "");
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    Path soft = Files.createSymbolicLink(folder.resolve("soft"), file);
    Path hard = Files.createLink(folder.resolve("hard"), file);
    assertThat(List.of(soft, hard, linked.resolve("a.yaml"), folder.resolve("x/../a.yaml")))
        .allMatch(other -> WholeFile.isSame(file, other));
    assertThat(WholeFile.isSame(file, folder.resolve("b.yaml"))).isFalse();
    assertThat(WholeFile.isSame(Path.of("no.yaml"), Path.of("x", "..", "no.yaml"))).isTrue();
  }
}
