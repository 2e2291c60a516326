package dev.parley.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The files that go into a page: its own, and the chart library of a dependency. */
final class Assets {
  private static final String LIBRARY = "META-INF/maven/org.webjars/echarts/pom.properties";

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

  /**
   * Returns Apache ECharts, in whichever version is there.
   *
   * @throws MissingChartsException if it is not there, with the dependency to add
   */
  static String charts() {
    return charts(Assets.class.getClassLoader());
  }

  static String charts(@Nullable ClassLoader loader) {
    Properties library = new Properties();
    try (InputStream in = open(loader, LIBRARY)) {
      library.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(
        open(
            loader,
            "META-INF/resources/webjars/echarts/%s/echarts.min.js"
                .formatted(library.getProperty("version"))));
  }

  private static InputStream open(@Nullable ClassLoader loader, String path) {
    InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(path)
            : loader.getResourceAsStream(path);
    if (in == null) {
      throw new MissingChartsException();
    }
    return in;
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
