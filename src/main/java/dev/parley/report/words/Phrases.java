package dev.parley.report.words;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The words of a page that are not the record's own, kept in one file for translation: a key, and a
 * text in which each {@code %s} stands for a value.
 */
public final class Phrases {
  public static final Phrases ENGLISH = new Phrases("phrases.properties");

  private final ImmutableSortedMap<String, String> texts;

  private Phrases(String resource) {
    Properties read = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource (%s) is missing from the jar".formatted(resource));
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
    read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
    texts = all.buildOrThrow();
  }

  public String of(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no phrase (%s)".formatted(key));
    }
    return values.length == 0 ? text : text.formatted(values);
  }

  /** Returns the phrases whose keys begin alike, without that beginning. */
  public ImmutableSortedMap<String, String> under(String beginning) {
    ImmutableSortedMap.Builder<String, String> some = ImmutableSortedMap.naturalOrder();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(beginning)) {
            some.put(key.substring(beginning.length()), text);
          }
        });
    return some.buildOrThrow();
  }

  public ImmutableSortedMap<String, String> all() {
    return texts;
  }
}
