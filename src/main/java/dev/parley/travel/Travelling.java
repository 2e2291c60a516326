package dev.parley.travel;

import java.io.Externalizable;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectStreamException;

/**
 * A value that travels by its attributes: they stand in the stream, and a builder makes the value
 * from them where it arrives. That it is {@link Externalizable} keeps a stream from naming the
 * value itself, whose attributes nobody would check: Java makes such objects by a public
 * constructor, and these have none. The two methods are therefore never called.
 */
public interface Travelling extends Externalizable {
  /**
   * Refuses: a form of the value is written in its place.
   *
   * @throws NotSerializableException always
   */
  @Override
  default void writeExternal(ObjectOutput out) throws ObjectStreamException {
    throw new NotSerializableException(getClass().getName());
  }

  /**
   * Refuses: a form of the value is read in its place.
   *
   * @throws InvalidObjectException always
   */
  @Override
  default void readExternal(ObjectInput in) throws ObjectStreamException {
    throw new InvalidObjectException(getClass().getName() + " is read by its attributes only");
  }
}
