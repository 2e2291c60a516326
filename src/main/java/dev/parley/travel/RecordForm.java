package dev.parley.travel;

import com.google.common.base.VerifyException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a stream in the place of a record of the library: its type and its components.
 * Where it arrives, each component is held against its declared type, down to the elements of
 * collections, and the record is made by its constructor.
 */
public final class RecordForm implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String LIBRARY = "dev.parley.";

  private static final ClassValue<Declared> DECLARED =
      new ClassValue<>() {
        @Override
        protected Declared computeValue(Class<?> type) {
          return Declared.of(type);
        }
      };

  private final Class<?> type;

  /** The components; null in the place of an optional one that is empty. */
  private final @Nullable Object[] components;

  private RecordForm(Class<?> type, @Nullable Object[] components) {
    this.type = type;
    this.components = components;
  }

  /** What a record declares. */
  @SuppressWarnings("ArrayRecordComponent") // asked once for each type, and never compared
  private record Declared(RecordComponent[] components, Constructor<?> constructor) {
    static Declared of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        for (RecordComponent component : components) {
          component.getAccessor().setAccessible(true);
        }
        return new Declared(components, constructor);
      } catch (NoSuchMethodException e) {
        throw new VerifyException(e); // each record has it
      }
    }
  }

  /**
   * {@return what travels in the place of a record}
   *
   * @param value a record of the library, none of whose components is null
   */
  public static Object of(Record value) {
    RecordComponent[] declared = DECLARED.get(value.getClass()).components();
    @Nullable Object[] components = new Object[declared.length];
    for (int i = 0; i < declared.length; i++) {
      components[i] = component(declared[i], value);
    }
    return new RecordForm(value.getClass(), components);
  }

  private static @Nullable Object component(RecordComponent component, Record of) {
    try {
      Object value = component.getAccessor().invoke(of);
      if (value instanceof OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
      }
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new VerifyException(e); // accessible, and none throws
    }
  }

  /**
   * Refuses what holds anything but values of a type, whatever it was declared to hold.
   *
   * @param many what was read
   * @param type what each of it must be
   * @throws InvalidObjectException if one is not, or is null
   */
  public static void requireAll(Collection<?> many, Class<?> type) throws ObjectStreamException {
    if (!many.stream().allMatch(type::isInstance)) {
      throw new InvalidObjectException("each must be a %s".formatted(type.getSimpleName()));
    }
  }

  private Object readResolve() throws ObjectStreamException {
    if (!type.isRecord()
        || !type.getName().startsWith(LIBRARY)
        || !Serializable.class.isAssignableFrom(type)) {
      throw new InvalidObjectException("(%s) is no record that travels".formatted(type.getName()));
    }
    Declared declared = DECLARED.get(type);
    RecordComponent[] names = declared.components();
    if (components.length != names.length) {
      throw new InvalidObjectException(
          "%s has %s components, not %s"
              .formatted(type.getSimpleName(), names.length, components.length));
    }
    @Nullable Object[] parts = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      parts[i] = part(components[i], names[i].getType());
      if (!fits(parts[i], names[i].getGenericType())) {
        throw new InvalidObjectException(
            "component (%s) of %s must be of type %s"
                .formatted(
                    names[i].getName(),
                    type.getSimpleName(),
                    names[i].getGenericType().getTypeName()));
      }
    }
    try {
      return declared.constructor().newInstance(parts);
    } catch (InvocationTargetException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (InstantiationException | IllegalAccessException | IllegalArgumentException e) {
      throw refused(e);
    }
  }

  private static @Nullable Object part(@Nullable Object component, Class<?> declared) {
    if (declared == OptionalInt.class) {
      return component instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }
    return declared == Optional.class ? Optional.ofNullable(component) : component;
  }

  private InvalidObjectException refused(Throwable why) {
    InvalidObjectException refused =
        new InvalidObjectException("%s: %s".formatted(type.getSimpleName(), why.getMessage()));
    refused.initCause(why);
    return refused;
  }

  private static boolean fits(@Nullable Object value, Type declared) {
    if (value == null) {
      return false;
    }
    if (declared instanceof Class<?> raw) {
      return raw.isPrimitive()
          || raw.isInstance(value); // the constructor unboxes its own type only
    }
    if (!(declared instanceof ParameterizedType generic)) {
      return true; // a type variable
    }
    Type[] of = generic.getActualTypeArguments();
    if (!fits(value, generic.getRawType())) {
      return false;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() || fits(optional.get(), of[0]);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().allMatch(each -> fits(each, of[0]));
    }
    return !(value instanceof Map<?, ?> map)
        || map.entrySet().stream()
            .allMatch(each -> fits(each.getKey(), of[0]) && fits(each.getValue(), of[1]));
  }
}
