package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.json.Json;
import dev.parley.report.Transcript;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.SchemaTest;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Entry;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.RuleBook;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

/** Nothing that an act says is lost, whatever is done with its form. */
class ActFormTest {
  private static final List<Act> ALL = EveryAct.all();

  private static Script script() {
    return new Script(
        EveryAct.AGENDA,
        RuleBook.DEFAULT,
        ALL.stream()
            .map(EveryAct::by)
            .collect(com.google.common.collect.ImmutableList.toImmutableList()));
  }

  @Example
  void a_form_declares_every_component_of_its_record_in_order() {
    for (Act act : ALL) {
      List<String> declared = new ArrayList<>();
      for (Component<?, ?> component : act.form().components()) {
        declared.add(component.name());
      }
      assertThat(declared)
          .as(act.kind().toString())
          .isEqualTo(
              Arrays.stream(act.getClass().getRecordComponents())
                  .map(RecordComponent::getName)
                  .toList());
    }
  }

  @Example
  void every_component_is_set_and_none_is_usual() {
    for (Act act : ALL) {
      assertThat(act.form().components()).allMatch(c -> !act.form().isUsual(act, c));
    }
  }

  @Example
  void no_two_kinds_have_a_verb_in_common() {
    Set<String> verbs = new HashSet<>();
    for (ActKind kind : ActKind.values()) {
      kind.form().verbs().forEach(verb -> assertThat(verbs.add(verb)).as(verb).isTrue());
    }
  }

  @Example
  void renaming_there_and_back_loses_nothing() {
    Script there = script().renamed(id -> ActorId.of("x" + id));
    assertThat(there.moves()).noneMatch(move -> move.by().equals(EveryAct.NORTH));
    assertThat(there.moves().toString()).doesNotContain(" north").doesNotContain("=north");
    Script back = there.renamed(id -> ActorId.of(id.text().substring(1)));
    assertThat(back.moves()).isEqualTo(script().moves());
  }

  @Example
  void scaling_there_and_back_loses_nothing() {
    Script there = script().scaled(new BigDecimal("10"));
    assertThat(there.moves().toString()).contains("400").contains("75");
    Script back = there.scaled(new BigDecimal("0.1"));
    assertThat(back.moves()).isEqualTo(script().moves());
  }

  @Example
  void what_is_written_reads_back_equal() {
    Negotiation talks = beforeAll();
    for (Move move : endingLast()) {
      if (talks.record(move) instanceof Accepted accepted) {
        talks = accepted.negotiation();
      } else {
        throw new AssertionError(talks.record(move).toString());
      }
    }
    Scenario scenario = Scenario.of("every act", talks);
    assertThat(SchemaTest.errors(scenario.write())).isEmpty();
    Scenario again = Scenario.parse("every-act.yaml", scenario.write());
    assertThat(told(again.negotiation())).isEqualTo(told(talks));
    assertThat(told(talks).stream().map(m -> m.act().kind()))
        .containsAll(Arrays.asList(ActKind.values()));
  }

  /** What ends the agreement comes last, so that all the others still have one to be about. */
  private static List<Move> endingLast() {
    Set<ActKind> ending =
        Set.of(ActKind.FAIL_TO_RATIFY, ActKind.DENOUNCE, ActKind.LEAVE, ActKind.EXCLUDE);
    List<Move> moves = new ArrayList<>(script().moves());
    moves.sort(java.util.Comparator.comparing(m -> ending.contains(m.act().kind())));
    return moves;
  }

  private static List<Move> told(Negotiation talks) {
    return talks.chronicle().entries().stream()
        .map(Entry::tells)
        .map(m -> m.orElseThrow())
        .toList();
  }

  /** What the acts refer to: an offer, a demand, a deadline, and an obligation in force. */
  private static Negotiation beforeAll() {
    return Negotiation.about(EveryAct.AGENDA)
        .with(Move.by("south").offers(EveryAct.STANDING))
        .with(Move.by("south").demands(EveryAct.DEMANDED))
        .with(Move.by("south").setsDeadline("harvest", "2024-02-01", "rain"))
        .with(Move.by("north").attests(EveryAct.AGREED))
        .with(Move.by("south").signs(EveryAct.AGREED));
  }

  @Example
  void json_says_every_component() {
    for (Act act : ALL) {
      if (beforeAll().record(EveryAct.by(act)) instanceof Accepted accepted) {
        Scenario scenario = Scenario.of("one", accepted.negotiation());
        String json = Json.of(Transcript.of(scenario));
        String entry = json.substring(json.lastIndexOf("\"act\" : {"));
        for (Component<?, ?> component : act.form().components()) {
          assertThat(entry).as(act.kind() + " " + component).containsAnyOf(KEYS.get(component));
        }
      }
    }
  }

  /** The key of a component, or what is put in its place where it is told by keys of its own. */
  private static final class KEYS {
    static String[] get(Component<?, ?> component) {
      return switch (component.shape().name()) {
        case "demand" -> new String[] {"\"asks\""};
        case "tie" -> new String[] {"\"others\""};
        case "deadline" -> new String[] {"\"words\""};
        case "claim" -> new String[] {"\"says\""};
        default -> new String[] {"\"" + component.name() + "\""};
      };
    }
  }
}
