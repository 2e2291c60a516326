package dev.parley.scenario;

import dev.parley.agenda.Issue;
import dev.parley.rules.Registry;
import dev.parley.spelling.Listed;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What can be written, since it can be read: no more than a file may hold, and no rule or kind of
 * demand that its readers do not have.
 *
 * @param kinds the kinds of demand that readers have
 * @param registry the rules that readers have
 */
record Writable(DemandKinds kinds, Registry registry) {
  static final Writable READY_MADE = new Writable(DemandKinds.READY_MADE, Registry.readyMade());

  /** Returns the text of a scenario. */
  String text(Scenario scenario, Layout layout) {
    scenario.negotiation().ruleBook().rules().forEach(this::check);
    scenario.negotiation().firstAgenda().issueList().forEach(this::check);
    scenario.negotiation().chronicle().entries().forEach(this::check);
    Tree tree = new ScenarioWriter(scenario, layout).tree(layout);
    refuse(scenario, Measure.of(tree).breaks(Limits.DEFAULT, 0));
    String text = EndMark.PROMISE + YamlText.of(tree) + EndMark.MARK;
    refuse(
        scenario,
        text.length() <= Limits.DEFAULT.bytes() / LONGEST_CHARACTER
            ? Optional.empty()
            : Measure.breaksBytes(Limits.DEFAULT, text.getBytes(StandardCharsets.UTF_8).length));
    return text;
  }

  /** The most bytes of a character in UTF-8. */
  private static final int LONGEST_CHARACTER = 3;

  private static void refuse(Scenario scenario, Optional<String> broken) {
    if (broken.isPresent()) {
      throw new IllegalStateException(
          "scenario (%s) cannot be written: %s. Go on in a new file"
              .formatted(Listed.cut(scenario.title(), 60), broken.get()));
    }
  }

  private void check(Rule rule) {
    if (!registry.names().contains(rule.id())) {
      throw new IllegalStateException(
          "rule (%s) cannot be written: a reader would not know it. Known here: %s. Give a registry that has it"
              .formatted(rule.id(), Listed.names(registry.names())));
    }
  }

  private void check(Issue issue) {
    issue.demandKind().ifPresent(this::checkKind);
  }

  /** Refuses what an entry says if readers would not know it. */
  void check(Entry entry) {
    Optional<Move> move = entry.tells();
    move.flatMap(m -> m.act().value(Shape.DEMAND)).ifPresent(d -> checkKind(d.kind()));
    move.flatMap(m -> m.act().value(Shape.ISSUE_DEFINITION)).ifPresent(this::check);
  }

  private void checkKind(String kind) {
    if (!kinds.names().contains(kind)) {
      throw new IllegalStateException(
          "demand kind (%s) cannot be written: a reader would not know it. Known here: %s. Give kinds that have it"
              .formatted(kind, Listed.names(kinds.names())));
    }
  }
}
