package dev.parley.scenario;

import static dev.parley.scenario.DocumentTest.problems;
import static dev.parley.scenario.DocumentTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

class FieldsTest {
  private static final String NAME = "a name, such as (Hamas)";

  private static Fields fields(Document document) {
    return document.problems().fields(document.root().orElseThrow(), "a party").orElseThrow();
  }

  @Example
  void a_reader_gets_what_it_asks_for() {
    Document document = read("name: Hamas\ntags: [a, b]\nhome: {city: Gaza}\nnote: n\n");
    Fields fields = fields(document);

    assertThat(fields.text("name", NAME)).contains("Hamas");
    assertThat(fields.optionalText("note", "a note")).contains("n");
    assertThat(fields.items("tags", "a list of tags")).hasSize(2);
    assertThat(fields.optionalItems("none", "a list of tags")).isEmpty();
    Fields home = fields.fields("home", "a home").orElseThrow();
    assertThat(home.text("city", NAME)).contains("Gaza");
    assertThat(fields.optionalFields("away", "a home")).isEmpty();
    home.refuseOthers();
    fields.refuseOthers();
    assertThat(problems(document)).isEmpty();
  }

  @Example
  void all_problems_of_a_mapping_are_found_in_one_pass() {
    Document document =
        read(
            """
            firmnes: strong
            name: [Hamas]
            tags: x
            home: [1]
            note: {}
            zebra: 1
            city:
            """);
    Fields fields = fields(document);

    assertThat(fields.text("id", "an id, such as (hamas)")).isEmpty();
    assertThat(fields.text("name", NAME)).isEmpty();
    assertThat(fields.optionalText("firmness", "a firmness")).isEmpty();
    assertThat(fields.items("tags", "a list of tags")).isEmpty();
    assertThat(fields.fields("home", "a home, such as ({city: Gaza})")).isEmpty();
    assertThat(fields.optionalText("note", "a text, such as (as reported)")).isEmpty();
    assertThat(fields.text("city", "a city, such as (Gaza)")).isEmpty();
    fields.refuseOthers();

    String known = "known here: id, name, firmness, tags, home, note, city";
    assertThat(problems(document))
        .containsExactly(
            "x.yaml:1:1: key (id) is missing",
            "x.yaml:1:1 firmnes: unknown key (firmnes): did you mean (firmness)? " + known,
            "x.yaml:2:7 name: is a list; a name, such as (Hamas) was expected",
            "x.yaml:3:7 tags: is a text (x); a list of tags was expected",
            "x.yaml:4:7 home: is a list; a home, such as ({city: Gaza}) was expected",
            "x.yaml:5:7 note: is a mapping; a text, such as (as reported) was expected",
            "x.yaml:6:1 zebra: unknown key (zebra): " + known,
            "x.yaml:7:6 city: is empty; a city, such as (Gaza) was expected");
  }

  @Example
  void an_optional_null_is_absent_and_known() {
    Document document = read("note: ~\nname: x\n");
    Fields fields = fields(document);

    assertThat(fields.optionalText("note", "a note")).isEmpty();
    assertThat(fields.required("name")).isPresent();
    fields.refuseOthers();
    assertThat(problems(document)).isEmpty();
  }

  @Example
  void a_root_that_is_no_mapping_is_a_problem() {
    Document document = read("just a text");

    assertThat(document.problems().fields(document.root().orElseThrow(), "a scenario")).isEmpty();
    assertThat(problems(document))
        .containsExactly("x.yaml:1:1: is a text (just a text); a scenario was expected");
  }
}
