package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import java.util.List;

/** Short scenarios for tests: a head with two principals, and the entries of a test. */
final class ShortOnes {
  static final String HEAD =
      """
      parley: 1
      title: A short one
      parties:
        israel: {name: Israel, role: principal}
        hamas: {name: Hamas, role: principal}
        qatar: {name: Qatar, role: mediator}
      outsiders:
        court: {name: Court}
      delegations:
        team: {of: israel, name: a team, level: mid-level, mandate: ad referendum}
      issues:
        hostages: {from: 0, to: 100, unit: persons, obligor: hamas, kind: hostage release}
        end-of-war: {levels: [none, truce, permanent end], kind: end of war}
        hostage-list: {items: [living, names], kind: hostage list}
      sources:
        news: {report: an article}
        hamas: {statement of: hamas}
      record:
      """;

  /** The line of the first entry. */
  static final int FIRST = HEAD.lines().toList().size() + 1;

  private ShortOnes() {}

  static String text(String... entries) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String entry : entries) {
      text.append("  - ").append(entry).append('\n');
    }
    return text.toString();
  }

  static Scenario scenario(String... entries) {
    return Scenario.parse("x.yaml", text(entries));
  }

  /** Returns the problems of a record, each as it prints. */
  static List<String> problems(String... entries) {
    return problemsOf(text(entries));
  }

  static List<String> problemsOf(String text) {
    try {
      Scenario.parse("x.yaml", text);
      return List.of();
    } catch (ScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
