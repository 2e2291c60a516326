package dev.parley.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that go into a page: a script and a style. */
final class Assets {
  private Assets() {}

  /** Opens a file of this package. */
  static InputStream open(String name) {
    InputStream in = Assets.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource (%s) is missing from the jar".formatted(name));
    }
    return in;
  }

  static String text(String name) {
    return read(open(name));
  }

  /** A script's hash is taken over line feeds: that is what a browser reads. */
  private static String read(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replace('\r', '\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
