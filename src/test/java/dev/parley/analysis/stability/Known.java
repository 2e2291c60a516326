package dev.parley.analysis.stability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.io.Resources;
import dev.parley.analysis.stability.OptionForm.Reversibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conflict with known answers, from a file of blocks of lines: a key, a subject, a value. */
record Known(String name, Map<String, String> lines) {
  static List<Known> read(String file) {
    List<Known> all = new ArrayList<>();
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : lines(file)) {
      if (line.startsWith("model ")) {
        lines = new LinkedHashMap<>();
        all.add(new Known(line.substring(6), lines));
      } else if (!line.isBlank()) {
        int end = line.contains(": ") ? line.indexOf(": ") : line.indexOf(' ');
        lines.put(line.substring(0, end), line.substring(end + 1).strip());
      }
    }
    return all;
  }

  static List<String> lines(String file) {
    try {
      return Resources.readLines(Resources.getResource(Known.class, file), UTF_8).stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  List<String> who() {
    return Splitter.on(" | ").splitToList(lines.get("who"));
  }

  ConflictModel model() {
    ModelBuilder<?> form = lines.containsKey("options") ? options() : arcs();
    for (String one : who()) {
      form.payoffs(one, numbers(lines.get("payoffs " + one)).stream().mapToInt(p -> p).toArray());
    }
    return form.build();
  }

  private OptionForm options() {
    OptionForm form = ConflictModel.byOptions().decisionMakers(who().toArray(String[]::new));
    for (String option : Splitter.on(" | ").split(lines.get("options"))) {
      List<String> parts = Splitter.on(" / ").splitToList(option);
      Reversibility direction =
          switch (parts.get(2)) {
            case "taken" -> Reversibility.TAKEN_FOR_GOOD;
            case "given-up" -> Reversibility.GIVEN_UP_FOR_GOOD;
            default -> Reversibility.REVERSIBLE;
          };
      form.option(parts.get(0), parts.get(1), direction);
    }
    if (lines.containsKey("infeasible")) {
      form.infeasible(lines.get("infeasible").split(" "));
    }
    return form;
  }

  private ArcForm arcs() {
    ArcForm form = ConflictModel.byArcs().decisionMakers(who().toArray(String[]::new));
    List<String> states = states();
    form.states(states.toArray(String[]::new));
    for (String one : who()) {
      relation("moves " + one)
          .forEach((from, to) -> form.arc(one, states.get(from - 1), states.get(to - 1)));
    }
    return form;
  }

  List<String> states() {
    return Splitter.on(' ').splitToList(lines.get("states"));
  }

  /** The value as pairs: {@code 2>4 8, 6>8}. */
  ListMultimap<Integer, Integer> relation(String key) {
    ListMultimap<Integer, Integer> pairs = ArrayListMultimap.create();
    for (String pair : Splitter.on(", ").omitEmptyStrings().split(lines.get(key))) {
      List<String> parts = Splitter.on('>').splitToList(pair);
      pairs.putAll(Integer.valueOf(parts.get(0)), numbers(parts.get(1)));
    }
    return pairs;
  }

  ImmutableSortedSet<Integer> set(String key) {
    return ImmutableSortedSet.copyOf(numbers(lines.get(key)));
  }

  static ImmutableList<Integer> numbers(String text) {
    return Splitter.on(' ')
        .omitEmptyStrings()
        .splitToStream(text)
        .map(Integer::valueOf)
        .collect(ImmutableList.toImmutableList());
  }
}
