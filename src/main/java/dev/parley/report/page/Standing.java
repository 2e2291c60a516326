package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.Gap;
import dev.parley.report.words.IssueTable;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an issue stands at one moment: who says what, how far apart they are, whether it is settled.
 *
 * @param issue the issue
 * @param sides what each principal says; none for one who has said nothing
 * @param gaps the gaps, in words
 * @param apart the gap to draw, of two principals who are apart
 * @param settled the value at which it is settled among all
 */
record Standing(
    Issue issue,
    ImmutableList<Side> sides,
    ImmutableList<String> gaps,
    Optional<Gap> apart,
    Optional<Value> settled) {
  /**
   * What a principal says.
   *
   * @param party the principal
   * @param who its name, and towards whom it says so where it does not say the same to all
   * @param words what it says
   * @param region where that lies on the scale
   * @param before where it lay when the round before was closed
   */
  record Side(
      int party, String who, String words, Optional<Region> region, Optional<Region> before) {}

  /** So many positions are drawn of a principal that does not say the same to all. */
  private static final int SIDES = 12;

  /** Returns how each issue of the agenda stands. */
  static List<Standing> of(Situation situation, Names names) {
    List<Standing> all = new ArrayList<>();
    IssueTable table = new IssueTable(situation, names);
    for (Issue issue : situation.agenda().issueList()) {
      all.add(
          new Standing(
              issue,
              sides(issue, situation, names, table),
              ImmutableList.copyOf(table.gaps(issue.id())),
              table.onlyApart(issue.id()),
              Optional.ofNullable(situation.closed().get(issue.id()))));
    }
    return all;
  }

  private static ImmutableList<Side> sides(
      Issue issue, Situation situation, Names names, IssueTable table) {
    List<ActorId> principals = situation.agenda().principals();
    ImmutableList.Builder<Side> sides = ImmutableList.builder();
    for (int i = 0; i < principals.size(); i++) {
      ActorId party = principals.get(i);
      int counterparts = principals.size() - 1;
      List<Map.Entry<Position, List<ActorId>>> said =
          List.copyOf(table.said(party, issue.id()).entrySet());
      for (Map.Entry<Position, List<ActorId>> each :
          said.subList(0, Math.min(SIDES, said.size()))) {
        Line line = new Line(party, issue.id(), each.getValue().get(0));
        Position position = each.getKey();
        sides.add(
            new Side(
                i,
                each.getValue().size() == counterparts
                    ? names.party(party)
                    : names.party(party) + " to " + names.parties(each.getValue()),
                table.words(position, party, issue.id(), line.toward()),
                position.region(),
                before(situation, line).filter(b -> !Optional.of(b).equals(position.region()))));
      }
    }
    return sides.build();
  }

  private static Optional<Region> before(Situation situation, Line line) {
    return Optional.ofNullable(situation.baseline().get(line)).flatMap(Position::region);
  }

  /** Puts what a row of the overview is drawn from. */
  void data(JsonWriter sheet) {
    Bands bands = new Bands(issue.scale());
    sheet.objects(
        "sides",
        sides,
        (s, side) -> {
          s.put("party", side.party()).put("who", side.who()).put("text", side.words());
          side.region().ifPresent(r -> bands.region(s, r));
          side.before().ifPresent(b -> s.object("before", o -> bands.region(o, b)));
        });
    sheet.texts("gaps", gaps);
    apart.flatMap(bands::between).ifPresent(e -> sheet.put("low", e.low()).put("high", e.high()));
    settled
        .filter(issue.scale()::holds)
        .ifPresent(
            v -> sheet.object("settled", s -> bands.region(s, Region.exactly(issue.scale(), v))));
  }
}
