package dev.parley.travel;

import com.google.common.base.VerifyException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;

/**
 * What stands in a stream in the place of a value whose {@code parse} is the inverse of its {@code
 * toString}: its type and its text, which is parsed where it arrives.
 */
public final class TextForm implements Serializable {
  private static final long serialVersionUID = 1;

  private final Class<? extends Travelling> type;
  private final String text;

  private TextForm(Class<? extends Travelling> type, String text) {
    this.type = type;
    this.text = text;
  }

  /**
   * {@return what travels in the place of a value}
   *
   * @param value a value whose {@code parse} is the inverse of its {@code toString}
   */
  public static Object of(Travelling value) {
    return new TextForm(value.getClass(), value.toString());
  }

  private Object readResolve() throws ObjectStreamException {
    try {
      Object value = type.getMethod("parse", String.class).invoke(null, text);
      if (!type.isInstance(value)) {
        throw new InvalidObjectException("(%s) is not written".formatted(type.getName()));
      }
      return value;
    } catch (InvocationTargetException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      InvalidObjectException refused =
          new InvalidObjectException("%s: %s".formatted(type.getSimpleName(), why.getMessage()));
      refused.initCause(why);
      throw refused;
    } catch (NoSuchMethodException e) {
      throw new InvalidObjectException("(%s) is not written".formatted(type.getName()));
    } catch (IllegalAccessException e) {
      throw new VerifyException(e); // the method is public, and so is the type
    }
  }
}
