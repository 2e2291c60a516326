package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.talks.ActKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

/** What is declared of the keys of entries is what is read, and what the Javadoc says. */
class NotationTest {
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

  private static List<Verb> verbs() {
    List<Verb> verbs = new ArrayList<>();
    for (ActKind kind : ActKind.values()) {
      kind.form().verbs().forEach(text -> verbs.add(new Verb(text, kind)));
    }
    return verbs;
  }

  @Example
  void the_reader_asks_for_the_keys_that_are_declared() {
    for (Verb verb : verbs()) {
      Set<String> declared = new TreeSet<>(Notation.of(verb).keys().keySet());
      declared.addAll(List.of("id", "on", "source", "through", "codes", "because of"));
      declared.add(declared.contains("words") ? "saying" : "words");
      String entry = "{israel %s: hamas, codes: {x: y}, qqqqqqqqqqqq: 1}".formatted(verb.text());
      assertThat(asked(entry)).as(verb.text()).isEqualTo(declared);
    }
  }

  /** Returns the keys that are named when one is refused, but for the issues of the agenda. */
  private static Set<String> asked(String entry) {
    String known = "unknown key (qqqqqqqqqqqq): known here: ";
    String problem =
        ShortOnes.problems(entry).stream().filter(p -> p.contains(known)).findFirst().orElseThrow();
    Set<String> keys =
        new TreeSet<>(
            List.of(problem.substring(problem.indexOf(known) + known.length()).split(", ")));
    List.of("hostages", "end-of-war", "hostage-list").forEach(keys::remove);
    return keys;
  }

  @Example
  void the_table_of_the_format_has_every_verb_with_its_keys() throws IOException {
    Map<String, Set<String>> declared = new TreeMap<>();
    for (Verb verb : verbs()) {
      declared.put(verb.text(), new TreeSet<>(Notation.of(verb).keys().keySet()));
    }
    assertThat(table()).isEqualTo(declared);
  }

  /** Returns the keys of each verb, as the Javadoc of the package says. */
  private static Map<String, Set<String>> table() throws IOException {
    String javadoc =
        Files.readString(Path.of("src/main/java/dev/parley/scenario/package-info.java"))
            .replaceAll("\\s+\\* +", " ");
    String caption = "<caption>Verbs, what follows them, and their other keys</caption>";
    String table = javadoc.substring(javadoc.indexOf(caption));
    Map<String, Set<String>> keys = new TreeMap<>();
    for (String row : table.substring(0, table.indexOf("</table>")).split("<tr>")) {
      String[] cells = row.split("<td>", -1);
      if (cells.length == 4) {
        codes(cells[1]).forEach(verb -> assertThat(keys.put(verb, codes(cells[3]))).isNull());
      }
    }
    return keys;
  }

  private static Set<String> codes(String cell) {
    Set<String> codes = new TreeSet<>();
    CODE.matcher(cell).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }

  /** A name that is added here makes files unreadable in which an issue is called so. */
  @Example
  void an_issue_that_is_called_like_a_key_stands_under_issues() {
    assertThat(Words.RESERVED)
        .containsExactlyInAnyOrder(
            "id",
            "on",
            "source",
            "through",
            "words",
            "codes",
            "saying",
            "suspended",
            "resumed",
            "note",
            "incident",
            "issues",
            "firmness",
            "sufficient",
            "denounceable",
            "kind",
            "if",
            "instalments",
            "until",
            "severable",
            "undertakings",
            "counters",
            "whole",
            "interim",
            "lasts",
            "replaces",
            "amends",
            "brackets",
            "amount",
            "refrain",
            "by",
            "what",
            "due",
            "when",
            "guarantor",
            "to",
            "name",
            "otherwise",
            "which",
            "parts",
            "undisputed",
            "toward",
            "authority",
            "alternatives",
            "format",
            "correct",
            "cancel",
            "deny",
            "instead");
  }

  @Example
  void a_key_of_several_words_is_not_taken_for_a_verb() {
    for (String key : Verb.OTHER_KEYS) {
      assertThat(ShortOnes.problems("{%s: hamas, israel hods: hostages}".formatted(key)))
          .as(key)
          .anyMatch(p -> p.contains("unknown verb (hods): did you mean (holds)?"));
    }
  }
}
