package dev.parley.analysis;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Line;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All terms there are, and what they ask: a witness for packages on small scales. */
final class Brute {
  private Brute() {}

  static List<Terms> allTerms(Agenda agenda, Set<IssueId> issues) {
    List<Map<IssueId, Value>> all = new ArrayList<>();
    all.add(new HashMap<>());
    for (IssueId issue : issues) {
      List<Map<IssueId, Value>> longer = new ArrayList<>();
      for (Map<IssueId, Value> terms : all) {
        for (Value value : values(agenda.requireIssue(issue).scale())) {
          Map<IssueId, Value> more = new HashMap<>(terms);
          more.put(issue, value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return issues.isEmpty() ? List.of() : all.stream().map(Terms::of).toList();
  }

  private static List<Value> values(Scale scale) {
    List<Value> values = new ArrayList<>();
    for (String text :
        List.of(
            "0", "1", "2", "3", "4", "none", "some", "most", "all", "north", "south", "east",
            "nothing", "a", "b", "a, b")) {
      try {
        values.add(scale.parse(text));
      } catch (IllegalArgumentException e) {
        continue; // a text of another scale
      }
    }
    return values;
  }

  static boolean keepsFirm(Situation s, Terms terms) {
    for (Demand demand : s.standingDemands()) {
      boolean firm = demand.firmness().filter(f -> f != Firmness.NEGOTIABLE).isPresent();
      for (IssueId issue : demand.asks().keySet()) {
        Optional<Value> value = terms.on(issue);
        Region region =
            demand.asks().get(issue).on(s.agenda().requireIssue(issue).scale()).orElseThrow();
        if (firm && value.isPresent() && !region.holds(value.get())) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether terms ask of everybody whom a package asks for a value as much, on the same side; and
   * the same value without its condition of everybody whom the package asks that.
   */
  static boolean asksNoMore(Negotiation talks, ClosingPackage closing, Terms terms) {
    return closing.concessions().stream().allMatch(c -> asked(talks, c, terms));
  }

  private static boolean asked(Negotiation talks, Concession concession, Terms terms) {
    Situation s = talks.situation();
    if (concession instanceof Concession.NewValue value) {
      return asked(s, value, terms.on(value.issue()).orElseThrow());
    }
    return !(concession instanceof Concession.WithoutCondition without)
        || terms.on(without.issue()).orElseThrow().equals(without.value())
            && !new Witness(talks).accepts(s, without.by(), without.issue(), terms);
  }

  private static boolean asked(Situation s, Concession.NewValue asked, Value value) {
    ActorId other = s.agenda().counterparts(asked.by()).iterator().next();
    Region from = s.position(new Line(asked.by(), asked.issue(), other)).region().orElseThrow();
    Region there = Region.exactly(from.scale(), value);
    Region here = Region.exactly(from.scale(), asked.value());
    if (!(from instanceof Span span)) {
      return value.equals(asked.value());
    }
    boolean sameSide =
        ((Span) there).low().compareTo(span.low()) < 0
            == ((Span) here).low().compareTo(span.low()) < 0;
    return sameSide && from.distance(there).compareTo(from.distance(here)) >= 0;
  }
}
