package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.testing.Agendas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The two stores of the machine: the log that grows at its end, and the grid of lines. */
class StoreLaws {
  private static Log<Integer> log(List<Integer> elements) {
    Log<Integer> log = Log.empty();
    for (Integer element : elements) {
      log = log.plus(element);
    }
    return log;
  }

  @Property
  void a_log_reads_as_the_list_of_what_was_added(
      @ForAll @Size(max = 200) List<Integer> elements, @ForAll @IntRange(max = 200) int at) {
    Log<Integer> log = log(elements);
    assertThat(log.size()).isEqualTo(elements.size());
    assertThat(log).containsExactlyElementsOf(elements);
    int cut = Math.min(at, elements.size());
    assertThat(log.first(cut)).containsExactlyElementsOf(elements.subList(0, cut));
    assertThat(log.from(cut)).isEqualTo(elements.subList(cut, elements.size()));
    assertThat(log.first(cut)).isEqualTo(log(elements.subList(0, cut)));
    assertThat(log.first(cut).hashCode()).isEqualTo(log(elements.subList(0, cut)).hashCode());
    for (int i = 0; i < elements.size(); i++) {
      assertThat(log.get(i)).isEqualTo(elements.get(i));
    }
    if (!elements.isEmpty()) {
      assertThat(log.last()).isEqualTo(elements.get(elements.size() - 1));
    }
  }

  @Property
  void a_log_that_grows_leaves_the_shorter_one_as_it_was(
      @ForAll @Size(max = 50) List<Integer> elements, @ForAll int more) {
    Log<Integer> before = log(elements);
    Log<Integer> one = before.plus(more);
    Log<Integer> other = before.plus(more + 1);
    assertThat(before).containsExactlyElementsOf(elements);
    assertThat(one).isNotEqualTo(other).isNotEqualTo(before);
    assertThat(one).isEqualTo(log(elements).plus(more));
  }

  @Example
  void any_element_of_a_long_log_is_a_few_hops_away() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      all.add(i);
    }
    Log<Integer> log = log(all);
    for (int i = 0; i < 4000; i++) {
      assertThat(log.get(i)).isEqualTo(i);
    }
    assertThat(log).isEqualTo(log(all));
    assertThat(log.equals("a log")).isFalse();
  }

  @Example
  void what_a_log_has_not_is_out_of_bounds() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> log(List.of(1, 2)).first(3))
        .withMessage("3 of 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> log(List.of(1, 2)).first(-1))
        .withMessage("-1 of 2");
    assertThat(log(List.of(1, 2)).from(5)).isEmpty();
  }

  @Tag("slow")
  @Property
  void a_grid_keeps_what_was_set_on_each_line_and_only_there(
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @Size(max = 20) List<@IntRange(max = 5000) Integer> sets) {
    Agenda agenda = Agendas.ANY.draw(seed);
    List<Line> lines = new ArrayList<>();
    Grid<String> empty = Grid.of(agenda, "");
    empty.forEach((line, value) -> lines.add(line));
    int principals = agenda.principals().size();
    assertThat(lines)
        .doesNotHaveDuplicates()
        .hasSize(principals * (principals - 1) * agenda.issueList().size())
        .noneMatch(l -> l.party().equals(l.toward()));
    Grid.Edit<String> edit = empty.edit();
    Map<Line, String> expected = new HashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      Line line = lines.get(sets.get(i) % lines.size());
      edit.set(line, "value " + i);
      expected.put(line, "value " + i);
      assertThat(edit.get(line)).isEqualTo("value " + i);
    }
    Grid<String> done = edit.done();
    done.forEach((line, value) -> assertThat(value).isEqualTo(expected.getOrDefault(line, "")));
    lines.forEach(line -> assertThat(done.get(line)).isEqualTo(expected.getOrDefault(line, "")));
    empty.forEach((line, value) -> assertThat(value).isEmpty());
    assertThat(done.equals(empty)).isEqualTo(expected.isEmpty());
    Grid<String> again = Grid.of(agenda, "");
    Grid.Edit<String> second = again.edit();
    expected.forEach(second::set);
    assertThat(second.done()).isEqualTo(done).hasSameHashCodeAs(done);
  }

  @Example
  void a_grid_that_is_not_changed_is_the_same_grid() {
    Grid<String> grid = Grid.of(Shore.AGENDA, "x");
    Line line = new Line(ActorId.of("north"), IssueId.of("war"), ActorId.of("south"));
    Grid.Edit<String> edit = grid.edit();
    edit.set(line, grid.get(line));
    assertThat(edit.done()).isSameAs(grid);
    Grid<String> changed = set(grid, line, "y");
    Line other = new Line(ActorId.of("north"), IssueId.of("days"), ActorId.of("west"));
    Grid<String> twice = set(changed, other, "z");
    assertThat(changed.get(other)).isEqualTo("x");
    assertThat(twice.get(line)).isEqualTo("y");
    assertThat(grid.get(line)).isEqualTo("x");
    assertThat(grid.equals("a grid")).isFalse();
  }

  private static Grid<String> set(Grid<String> grid, Line line, String value) {
    Grid.Edit<String> edit = grid.edit();
    edit.set(line, value);
    return edit.done();
  }
}
