package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.talks.Stage;
import dev.parley.talks.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state machine of the talks, with the path that they took through it. */
record StagesPanel(Material of) implements Panel {
  private record Arrow(Stage from, Stage to) {}

  @Override
  public String id() {
    return "stages";
  }

  @Override
  public void html(Markup page) {
    page.element("p", of.say("stages.how", Names.words(of.negotiation().situation().stage())));
    Panel.chart(page, "stages-chart", of.say("stages.label"), "tall");
    List<List<String>> rows = new ArrayList<>();
    for (TalksHistory.StageChange passage : of.course().stageChanges()) {
      rows.add(
          List.of(
              passage.entry().toString(),
              of.entries().get(passage.entry().number() - 1).on().describe(),
              Names.words(passage.from()),
              Names.words(passage.event()),
              Names.words(passage.to())));
    }
    folded(
        page,
        of.say("stages.table"),
        List.of("entry", "date", "stages.from", "stages.event", "stages.to"),
        rows);
  }

  @Override
  public void data(JsonWriter data) {
    Map<Arrow, List<TalksHistory.StageChange>> taken = new LinkedHashMap<>();
    of.course()
        .stageChanges()
        .forEach(
            p -> taken.computeIfAbsent(new Arrow(p.from(), p.to()), a -> new ArrayList<>()).add(p));
    Set<Arrow> possible = new LinkedHashSet<>();
    Tables.STAGE.rows().stream()
        .filter(row -> row.from() != row.to())
        .forEach(row -> possible.add(new Arrow(row.from(), row.to())));
    possible.addAll(taken.keySet());
    Stage current = of.negotiation().situation().stage();
    Set<Stage> seen = new LinkedHashSet<>(List.of(Tables.STAGE.start()));
    taken.keySet().forEach(a -> seen.addAll(List.of(a.from(), a.to())));
    data.objects(
        "states",
        List.of(Stage.values()),
        (s, stage) -> {
          s.put("id", stage.name()).put("name", Names.words(stage));
          s.put("current", stage == current).put("seen", seen.contains(stage));
          s.put("text", arrivals(taken, stage));
        });
    data.objects(
        "arrows",
        possible,
        (s, arrow) -> {
          List<TalksHistory.StageChange> passages = taken.getOrDefault(arrow, ImmutableList.of());
          s.put("from", arrow.from().name()).put("to", arrow.to().name());
          s.put("times", passages.size());
          s.put("text", entries(passages));
        });
  }

  private String arrivals(Map<Arrow, List<TalksHistory.StageChange>> taken, Stage stage) {
    List<String> lines = new ArrayList<>();
    taken.forEach(
        (arrow, passages) -> {
          if (arrow.to() == stage) {
            lines.add(of.say("stages.reached", Names.words(arrow.from()), entries(passages)));
          }
        });
    return lines.isEmpty() ? of.say("stages.not-reached") : String.join("\n", lines);
  }

  /** Names the first passages and counts the rest. */
  private static String entries(List<TalksHistory.StageChange> passages) {
    int named = Math.min(3, passages.size());
    String first =
        Names.entries(
            passages.subList(0, named).stream().map(TalksHistory.StageChange::entry).toList());
    return passages.size() > named ? first + " +" + (passages.size() - named) : first;
  }
}
