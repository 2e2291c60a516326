package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.talks.Act;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import net.jqwik.api.Example;

/** An act of every kind, in which every component says something, arrives as it was. */
class ActsTravelTest {
  @Example
  void every_kind_of_act_travels() throws Exception {
    for (Act act : EveryAct.all()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(EveryAct.by(act));
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(EveryAct.by(act));
      }
    }
  }
}
