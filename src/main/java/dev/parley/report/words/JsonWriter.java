package dev.parley.report.words;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON in the making: fields in the order in which they are put, indented alike everywhere. */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator out;

  /** What becomes of every text. */
  private final UnaryOperator<String> reading;

  private JsonWriter(JsonGenerator out, UnaryOperator<String> reading) {
    this.out = out;
    this.reading = reading;
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
  }

  /** Returns one object, ended by a line feed. */
  public static String object(Consumer<JsonWriter> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
      new JsonWriter(out, UnaryOperator.identity()).writeObject(fields);
    }
    return text.append('\n').toString();
  }

  /**
   * Returns one object without a space, with nothing in it that ends a script of a page; what
   * becomes of every text is the reader's choice.
   */
  public static String forPage(UnaryOperator<String> reading, Consumer<JsonWriter> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonWriter(out, reading).writeObject(fields);
    }
    StringBuilder safe = new StringBuilder();
    text.toString()
        .chars()
        .forEach(
            c -> {
              if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                safe.append("\\u%04x".formatted(c));
              } else {
                safe.append((char) c);
              }
            });
    return safe.toString();
  }

  /** Returns a value without a space. */
  static String compact(Consumer<JsonWriter> value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      value.accept(new JsonWriter(out, UnaryOperator.identity()));
    }
    return text.toString();
  }

  /** Begins a field, whose value follows. */
  void name(String field) {
    out.writeName(field);
  }

  void value(String text) {
    out.writeString(reading.apply(text));
  }

  void value(BigDecimal number) {
    out.writeNumber(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }

  void value(long number) {
    out.writeNumber(number);
  }

  void value(boolean flag) {
    out.writeBoolean(flag);
  }

  void nothing() {
    out.writeNull();
  }

  void writeObject(Consumer<JsonWriter> fields) {
    out.writeStartObject();
    fields.accept(this);
    out.writeEndObject();
  }

  public JsonWriter put(String name, String text) {
    name(name);
    value(text);
    return this;
  }

  public JsonWriter put(String name, Object text) {
    return put(name, text.toString());
  }

  public JsonWriter put(String name, boolean flag) {
    name(name);
    value(flag);
    return this;
  }

  public JsonWriter put(String name, long number) {
    name(name);
    value(number);
    return this;
  }

  public JsonWriter put(String name, BigDecimal number) {
    name(name);
    value(number);
    return this;
  }

  public JsonWriter nothing(String name) {
    out.writeName(name);
    out.writeNull();
    return this;
  }

  /** Puts the text of what is there, or null. */
  public JsonWriter text(String name, Optional<?> text) {
    return text.isPresent() ? put(name, text.get().toString()) : nothing(name);
  }

  /** Puts a number, or null and beside it the reason why it is not known. */
  public JsonWriter number(String name, Optional<BigDecimal> number, String reason) {
    return number.isPresent() ? put(name, number.get()) : unknown(name, reason);
  }

  public JsonWriter number(String name, Optional<BigDecimal> number) {
    return number.isPresent() ? put(name, number.get()) : nothing(name);
  }

  public JsonWriter object(String name, Consumer<JsonWriter> fields) {
    out.writeName(name);
    writeObject(fields);
    return this;
  }

  /** Puts the fields of what is there, or null. */
  public <T> JsonWriter object(String name, Optional<T> thing, Writer<T> fields) {
    return thing.isPresent() ? object(name, s -> fields.write(s, thing.get())) : nothing(name);
  }

  /** Puts null, and beside it the reason why it is not known. */
  public JsonWriter unknown(String name, String reason) {
    return nothing(name).put(name + "-unknown", reason);
  }

  public <T> JsonWriter objects(String name, Iterable<T> things, Writer<T> each) {
    return array(name, things, thing -> writeObject(s -> each.write(s, thing)));
  }

  public JsonWriter texts(String name, Iterable<?> texts) {
    return array(name, texts, text -> value(text.toString()));
  }

  public JsonWriter numbers(String name, Iterable<Integer> numbers) {
    return array(name, numbers, number -> out.writeNumber(number.intValue()));
  }

  /** Puts rows of numbers. */
  public JsonWriter table(String name, Iterable<? extends Iterable<? extends Number>> rows) {
    return array(name, rows, row -> writeArray(row, this::writeNumber));
  }

  private void writeNumber(Number number) {
    if (number instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else {
      out.writeNumber(number.longValue());
    }
  }

  private <T> JsonWriter array(String name, Iterable<T> items, Consumer<? super T> each) {
    out.writeName(name);
    writeArray(items, each);
    return this;
  }

  <T> void writeArray(Iterable<T> items, Consumer<? super T> each) {
    out.writeStartArray();
    items.forEach(each);
    out.writeEndArray();
  }

  public JsonWriter texts(String name, Map<?, ?> texts) {
    return object(name, s -> texts.forEach((key, value) -> s.put(key.toString(), value)));
  }

  /**
   * Puts the fields of a thing.
   *
   * @param <T> the thing
   */
  public interface Writer<T> {
    void write(JsonWriter sheet, T thing);
  }
}
