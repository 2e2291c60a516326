package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the one that is kept as a resource. {@code mvn test -Dgolden=write} writes
 * the resources anew; look at what changed before you commit it.
 */
public final class Golden {
  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "dev", "parley", "report");

  private Golden() {}

  public static void check(String name, String actual) {
    if ("write".equals(System.getProperty("golden"))) {
      try {
        Files.createDirectories(RESOURCES);
        Files.writeString(RESOURCES.resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return;
    }
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file %s; write it with -Dgolden=write", name).isNotNull();
      String kept = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual).isEqualTo(kept.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
