package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.report.Transcript;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the examples in the Javadoc talk about: the records of the examples. */
public class JavadocFixture {
  public static final Negotiation talks =
      Scenario.read(Path.of("examples", "gaza-2025.yaml")).negotiation();
  public static final Negotiation negotiation = talks;
  public static final Agenda agenda = talks.agenda();
  public static final RuleBook rules = RuleBook.DEFAULT;
  public static final Transcript transcript = Transcript.of(talks);

  /** The record as a stream of Java. */
  public static final InputStream stream = stream(talks);

  /** A record with preferences. */
  public static final Scenario scenario = Scenario.read(Path.of("examples", "harbour-ring.yaml"));

  protected JavadocFixture() {}

  private static InputStream stream(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  protected static void gives(String expected, Object value) {
    assertThat(String.valueOf(value)).isEqualTo(expected);
  }
}
