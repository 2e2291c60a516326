package dev.parley.report.page;

import com.google.common.collect.ImmutableSet;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.Section;
import dev.parley.talks.Stage;
import dev.parley.talks.Tables;
import java.util.ArrayList;
import java.util.List;

/** Where the talks stand: deadlines and stall, and the path through the stages along time. */
record StandsPanel(Material of, Section section) implements Panel {
  @Override
  public String id() {
    return section.id();
  }

  @Override
  public String heading() {
    return of.say("stands.heading");
  }

  @Override
  public void html(Markup page) {
    SectionPanel.lead(page, section);
    SectionPanel.lines(page, section);
    if (!of.course().stageChanges().isEmpty()) {
      page.element("p", of.say("stages.how"), "class", "note");
      Panel.chart(page, "stages-chart", of.say("stages.label"));
      List<List<String>> rows = new ArrayList<>();
      for (TalksHistory.StageChange passage : of.course().stageChanges()) {
        rows.add(
            List.of(
                passage.entry().toString(),
                of.negotiation().chronicle().entry(passage.entry()).orElseThrow().on().describe(),
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
    next(page);
  }

  /** Folds out what can lead on from the stage in which the talks are. */
  private void next(Markup page) {
    Stage now = of.negotiation().situation().stage();
    ImmutableSet<List<String>> rows =
        Tables.STAGE.rows().stream()
            .filter(row -> row.from() == now && row.to() != now)
            .map(row -> List.of(Names.words(row.event()), Names.words(row.to())))
            .collect(ImmutableSet.toImmutableSet());
    if (!rows.isEmpty()) {
      page.open("details").element("summary", of.say("stages.next"));
      Panel.table(
          page,
          of.say("stages.next"),
          List.of(of.say("stages.event"), of.say("stages.to")),
          rows.asList());
      page.end();
    }
  }

  @Override
  public void data(JsonWriter data) {
    List<Stage> seen = new ArrayList<>(List.of(Tables.STAGE.start()));
    of.course().stageChanges().forEach(c -> seen.add(c.to()));
    List<Stage> rows = seen.stream().distinct().sorted().toList();
    data.texts("names", rows.stream().map(Names::words).toList());
    data.put("start", rows.indexOf(Tables.STAGE.start()));
    data.objects(
        "changes",
        of.course().stageChanges(),
        (s, c) ->
            s.put("at", c.entry().number())
                .put("to", rows.indexOf(c.to()))
                .put("text", Names.words(c.event())));
  }
}
