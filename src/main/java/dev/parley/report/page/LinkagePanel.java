package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.Commitment;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Linkage;
import dev.parley.demand.Tie;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which commitment waits for which; a ring of them that all wait stands out. */
final class LinkagePanel implements Panel {
  /** One commitment that waits for another. */
  private record Wait(String waiting, Precondition precondition, boolean inRing) {}

  private final Material of;
  private final Linkage linkage;
  private final Optional<Ring> ring;
  private final ImmutableList<Wait> waits;
  private final ImmutableSet<String> linked;

  LinkagePanel(Material of) {
    this.of = of;
    linkage = Linkage.of(of.negotiation());
    ring = linkage.shortestRing();
    Set<Wait> all = new LinkedHashSet<>();
    linkage
        .preconditions()
        .forEach(
            (waiting, alternatives) ->
                alternatives.forEach(
                    set -> set.forEach(p -> all.add(new Wait(waiting, p, inRing(waiting, p))))));
    waits = ImmutableList.copyOf(all);
    Set<String> ends = new LinkedHashSet<>();
    waits.forEach(
        w -> {
          ends.add(w.waiting());
          ends.add(w.precondition().on());
        });
    linked =
        linkage.commitments().keySet().stream()
            .filter(ends::contains)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return whether nothing waits for anything} */
  boolean isEmpty() {
    return waits.isEmpty();
  }

  private boolean inRing(String waiting, Precondition precondition) {
    return ring.isPresent()
        && ring.get().links().stream()
            .anyMatch(
                l ->
                    l.commitment().name().equals(waiting)
                        && l.precondition().on().equals(precondition.on()));
  }

  @Override
  public Material of() {
    return of;
  }

  @Override
  public String id() {
    return "linkage";
  }

  @Override
  public void html(Markup page) {
    page.element("p", of.say("linkage.how"), "class", "note");
    page.element("p", verdict(), "class", ring.isPresent() ? "ring-note" : "note");
    Panel.chart(page, "linkage-chart", of.say("linkage.label", waits.size()));
    List<List<String>> rows = new ArrayList<>();
    for (Wait wait : waits) {
      rows.add(
          List.of(
              name(wait.waiting()),
              by(wait.waiting()),
              order(wait),
              name(wait.precondition().on()),
              by(wait.precondition().on()),
              entries(wait)));
    }
    folded(
        page,
        of.say("linkage.table"),
        List.of(
            "linkage.waits", "linkage.by", "linkage.order", "linkage.for", "linkage.by", "entries"),
        rows);
  }

  private String verdict() {
    if (ring.isPresent()) {
      return of.say(
          "linkage.ring",
          ring.get().links().stream()
              .map(
                  l ->
                      of.say(
                          "linkage.waits-for",
                          name(l.commitment().name()),
                          name(l.precondition().on())))
              .collect(Collectors.joining("; ")));
    }
    return linkage.deadEnds().isEmpty()
        ? of.say("linkage.free")
        : of.say(
            "linkage.dead-end", Names.all(linkage.deadEnds().stream().map(this::name).toList()));
  }

  private String name(String commitment) {
    return Optional.ofNullable(linkage.commitments().get(commitment))
        .flatMap(Commitment::issue)
        .map(this::issue)
        .filter(issue -> issue.equals(commitment.replace('-', ' ')))
        .orElse(PlainText.safe(commitment));
  }

  private String issue(IssueId issue) {
    return of.names().issue(issue);
  }

  private String by(String commitment) {
    return Optional.ofNullable(linkage.commitments().get(commitment))
        .map(Commitment::by)
        .map(of.names()::party)
        .orElse("");
  }

  private String order(Wait wait) {
    return of.say(
            wait.precondition().order() == Tie.Order.AFTER ? "linkage.after" : "linkage.together")
        + (wait.inRing() ? of.say("linkage.in-ring") : "");
  }

  private static String entries(Wait wait) {
    return Names.entries(wait.precondition().words().stream().map(Statement::entry).toList());
  }

  @Override
  public void data(JsonWriter data) {
    if (waits.isEmpty()) {
      return;
    }
    ImmutableList<String> names = linked.asList();
    List<ActorId> principals = of.names().agenda().principals();
    data.objects(
        "nodes",
        names,
        (s, n) -> {
          s.put("name", name(n)).put("by", by(n));
          s.put(
              "party",
              Optional.ofNullable(linkage.commitments().get(n))
                  .map(c -> principals.indexOf(c.by()))
                  .orElse(-1));
          s.put(
              "text",
              waits.stream()
                  .filter(w -> w.waiting().equals(n))
                  .map(w -> order(w) + " " + name(w.precondition().on()) + " " + entries(w))
                  .collect(Collectors.joining("\n")));
        });
    data.objects(
        "edges",
        waits,
        (s, w) -> {
          s.put("from", names.indexOf(w.waiting())).put("to", names.indexOf(w.precondition().on()));
          s.put("after", w.precondition().order() == Tie.Order.AFTER).put("ring", w.inRing());
          s.put("text", order(w) + " " + entries(w));
        });
  }
}
