package dev.parley.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;

class NearestTest {
  @Example
  void the_nearest_word_has_the_fewest_typing_errors() {
    List<String> known = List.of("name", "names", "firmness", "by", "id");

    assertThat(Nearest.to("nmae", known)).contains("name");
    assertThat(Nearest.to("namess", known)).contains("names");
    assertThat(Nearest.to("Firmness", known)).contains("firmness");
    assertThat(Nearest.to("frimnes", known)).contains("firmness");
    assertThat(Nearest.to("bye", known)).contains("by");
    assertThat(Nearest.to("zebra", known)).isEmpty();
    assertThat(Nearest.to("", known)).isEmpty();
    assertThat(Nearest.to("n".repeat(100_000), known)).isEmpty();
  }
}
