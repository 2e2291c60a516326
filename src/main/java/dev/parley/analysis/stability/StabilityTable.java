package dev.parley.analysis.stability;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints an analysis: states down, decision makers across, a mark for each concept. */
final class StabilityTable {
  /** The most states that are printed in full. */
  private static final int MOST_LINES = 64;

  private final StabilityAnalysis analysis;
  private final ConflictModel model;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean depends;
  private boolean open;

  private StabilityTable(StabilityAnalysis analysis) {
    this.analysis = analysis;
    this.model = analysis.model();
  }

  static String of(StabilityAnalysis analysis) {
    return new StabilityTable(analysis).print();
  }

  private String print() {
    List<String> head = new ArrayList<>(List.of("", "state"));
    head.addAll(model.decisionMakers());
    head.add("all");
    rows.add(head);
    List<Integer> shown = shown();
    shown.forEach(state -> rows.add(row(state)));
    StringBuilder text = new StringBuilder(model.toString()).append("\n\n");
    int columns = head.size();
    int[] width = new int[columns];
    rows.forEach(
        row ->
            IntStream.range(0, columns)
                .forEach(c -> width[c] = Math.max(width[c], row.get(c).length())));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(Strings.padStart(row.get(0), width[0], ' '));
      for (int c = 1; c < columns; c++) {
        line.append("  ").append(Strings.padEnd(row.get(c), width[c], ' '));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    if (shown.size() < model.size()) {
      text.append(
          String.format(Locale.ROOT, "... %,d of %,d states shown\n", shown.size(), model.size()));
    }
    return text.append('\n').append(legend()).toString();
  }

  /** Of many states those that are an equilibrium under some concept, the strongest first. */
  private List<Integer> shown() {
    if (model.size() <= MOST_LINES) {
      return IntStream.rangeClosed(1, model.size()).boxed().toList();
    }
    return ImmutableList.of(
            StabilityConcept.NASH, StabilityConcept.SEQ, StabilityConcept.SMR, StabilityConcept.GMR)
        .stream()
        .flatMap(concept -> analysis.equilibria(concept).stream())
        .distinct()
        .limit(MOST_LINES)
        .sorted()
        .toList();
  }

  private List<String> row(int state) {
    List<String> row = new ArrayList<>();
    row.add(String.format(Locale.ROOT, "%,d", state));
    row.add(model.name(state));
    for (String decisionMaker : model.decisionMakers()) {
      StringBuilder marks = new StringBuilder();
      for (StabilityConcept concept : StabilityConcept.values()) {
        marks.append(mark(concept, analysis.verdict(concept, decisionMaker, state)));
      }
      row.add(marks.toString());
    }
    StringBuilder all = new StringBuilder();
    for (StabilityConcept concept : StabilityConcept.values()) {
      all.append(mark(concept, analysis.verdict(concept, state)));
    }
    row.add(all.toString());
    return row;
  }

  private char mark(StabilityConcept concept, Stability verdict) {
    return switch (verdict) {
      case STABLE -> concept.mark();
      case UNSTABLE -> '.';
      case DEPENDS -> {
        depends = true;
        yield Character.toLowerCase(concept.mark());
      }
      case CANNOT_TELL -> {
        open = true;
        yield '?';
      }
    };
  }

  private String legend() {
    List<String> parts = new ArrayList<>();
    for (StabilityConcept concept : StabilityConcept.values()) {
      parts.add(concept.mark() + " " + concept);
    }
    parts.add(". not stable");
    if (depends) {
      parts.add("small letter: depends on what is unknown");
    }
    if (open) {
      parts.add("? cannot tell");
    }
    return String.join(", ", parts) + "\n";
  }
}
