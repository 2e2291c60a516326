package dev.parley.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.parley.MainClasses;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.When;
import dev.parley.rules.Rules;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** A stream that says what no door of the library would let in is refused. */
class ForgedStreamsTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .build();
  private static final Offer FIVE =
      Offer.of("studios", "union", Terms.on(AGENDA).set("rise", "5").build());

  private static Negotiation talks() {
    return Negotiation.about(AGENDA, RuleBook.DEFAULT.and(Rules.roundLimit(7)))
        .with(Move.by("union").opensRound())
        .with(Move.by("studios").offers(FIVE))
        .with(Move.by("union").accepts(FIVE));
  }

  /** Exchanges a text of the stream for another of equal length. */
  private static Object forged(Object value, String text, String by) throws Exception {
    String stream = new String(Travel.bytes(value), StandardCharsets.ISO_8859_1);
    assertThat(stream).contains(text);
    assertThat(by).hasSameSizeAs(text);
    return Travel.read(stream.replace(text, by).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Example
  void the_laws_of_a_value_are_asked_where_it_arrives() {
    assertThatThrownBy(() -> forged(ActorId.of("union"), "union", "Union"))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("(Union)");
    assertThatThrownBy(() -> forged(When.parse("2025-01-19"), "2025-01-19", "2025-01-99"))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("2025-01-99");
    assertThatThrownBy(() -> forged(talks(), "studios", "union\0\0"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> forged(talks(), "round-limit", "round-limbo"))
        .hasMessageContaining("rule (round-limbo) is not known");
  }

  @Example
  void what_is_accepted_has_been_offered() throws Exception {
    Negotiation talks = talks();
    String stream = new String(Travel.bytes(talks), StandardCharsets.ISO_8859_1);
    String early =
        new String(
            Travel.bytes(talks.previous().orElseThrow().previous().orElseThrow()),
            StandardCharsets.ISO_8859_1);
    assertThat(early.length()).isLessThan(stream.length());
    assertThat(Travel.thereAndBack(talks)).isEqualTo(talks);
    assertThatThrownBy(() -> forged(talks.chronicle(), "number", "numbeR")) // hence 0, no number
        .isInstanceOf(IOException.class);
  }

  /** A stream that names a class itself, with no fields. */
  private static byte[] naming(Class<?> type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(type.getName());
      out.writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID());
      out.writeByte(
          java.io.Externalizable.class.isAssignableFrom(type)
              ? ObjectStreamConstants.SC_EXTERNALIZABLE | ObjectStreamConstants.SC_BLOCK_DATA
              : ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
    }
    return bytes.toByteArray();
  }

  @Example
  void a_value_cannot_be_named_past_its_builder() throws Exception {
    for (Object value :
        new Object[] {
          AGENDA,
          AGENDA.partyList().get(0),
          FIVE,
          talks(),
          talks().situation(),
          talks().situation().positions(),
          talks().chronicle(),
          Move.by("union").opensRound(),
          When.parse("2025"),
          Scenario.of("Any", talks())
        }) {
      assertThatThrownBy(() -> Travel.read(naming(value.getClass())))
          .as(value.getClass().getName())
          .isInstanceOf(InvalidClassException.class)
          .hasMessageContaining("no valid constructor");
    }
    assertThatThrownBy(() -> Travel.read(naming(ActorId.class)))
        .isInstanceOf(InvalidObjectException.class);
  }

  @Example
  void every_record_that_travels_does_so_by_its_form_or_is_one() {
    int forms = 0;
    for (JavaClass known : MainClasses.ALL) {
      Class<?> type = known.reflect();
      if (!type.isRecord() || !Serializable.class.isAssignableFrom(type)) {
        continue;
      }
      boolean holdsObjects =
          Arrays.stream(type.getRecordComponents()).anyMatch(c -> !c.getType().isPrimitive());
      Set<String> methods =
          Arrays.stream(type.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());
      assertThat(
              !holdsObjects || methods.contains("writeReplace") || methods.contains("readResolve"))
          .as(type.getName())
          .isTrue();
      forms += methods.contains("writeReplace") ? 1 : 0;
    }
    assertThat(forms).isGreaterThan(100);
  }

  @Example
  void a_form_makes_nothing_but_values() throws Exception {
    assertThatThrownBy(
            () ->
                forged(
                    Terms.of(java.util.Map.of()),
                    "dev.parley.agenda.Terms",
                    "dev.parley.agenda.Party"))
        .isInstanceOf(Exception.class);
    assertThatThrownBy(
            () ->
                forged(When.parse("2025"), "dev.parley.evidence.When", "dev.parley.evidence.Edtf"))
        .isInstanceOf(Exception.class);
  }

  @Example
  void whatever_byte_is_changed_what_arrives_can_be_written_and_read() throws Exception {
    Scenario scenario = Scenario.read(Path.of("examples", "harbour-ring.yaml"));
    byte[] stream = Travel.bytes(scenario);
    SplittableRandom random = new SplittableRandom(15);
    int arrived = 0;
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] changed = stream.clone();
      changed[random.nextInt(stream.length)] = (byte) random.nextInt(256);
      Object read;
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(changed))) {
        in.setObjectInputFilter(
            ObjectInputFilter.Config.createFilter("maxarray=100000;maxdepth=500"));
        read = in.readObject();
      } catch (Exception e) {
        refused++;
        continue;
      }
      if (read instanceof Scenario same) {
        assertThat(Scenario.parse("arrived.yaml", same.write())).isEqualTo(same);
        arrived++;
      }
    }
    assertThat(refused).isGreaterThan(300);
    assertThat(arrived).isGreaterThan(50);
  }

  /** The filter that the room's page recommends. */
  private static ObjectInputFilter recommended() throws Exception {
    String page = Files.readString(Path.of("src/main/java/dev/parley/travel/package-info.java"));
    String pattern =
        Pattern.compile("\"([^\"]+)\"")
            .matcher(page.substring(page.indexOf("createFilter("), page.indexOf("}</pre>")))
            .results()
            .map(quoted -> quoted.group(1))
            .collect(Collectors.joining());
    assertThat(pattern).endsWith(";!*");
    return ObjectInputFilter.Config.createFilter(pattern);
  }

  private static Object arrived(Object value) throws Exception {
    byte[] stream = Travel.bytes(value);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      in.setObjectInputFilter(recommended());
      return in.readObject();
    }
  }

  @Example
  void the_filter_that_is_recommended_lets_values_pass_however_long_the_record() throws Exception {
    for (String example : new String[] {"gaza-2025", "iran-1981", "harbour-ring"}) {
      Scenario scenario = Scenario.read(Path.of("examples", example + ".yaml"));
      assertThat(arrived(scenario)).isEqualTo(scenario);
      assertThat(arrived(scenario.negotiation().situation()))
          .isEqualTo(scenario.negotiation().situation());
    }
    Negotiation talks =
        Negotiation.about(
            Agenda.builder()
                .principal("one", "One")
                .principal("other", "Other")
                .issue("x", Scale.quantity(0, 9, "u"))
                .build());
    for (int i = 0; i < 2_000; i++) {
      talks = talks.record(Move.by("one").promises("more")).orThrow();
    }
    assertThat(arrived(talks)).isEqualTo(talks);
  }

  @Example
  void the_filter_that_is_recommended_stops_anything_else() {
    assertThatThrownBy(() -> arrived(new java.util.logging.LogRecord(Level.INFO, "x")))
        .isInstanceOf(InvalidClassException.class);
  }
}
