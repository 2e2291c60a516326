package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Party;
import dev.parley.compare.Comparison.Unlike;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.spelling.Listed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How two agendas differ: in their parties and their roles, in their issues and their scales. */
final class Agendas {
  private Agendas() {}

  static ImmutableList<Unlike> unlike(Agenda one, Agenda other) {
    return ImmutableList.<Unlike>builder()
        .addAll(unlike("party", parties(one), parties(other)))
        .addAll(unlike("issue", issues(one), issues(other)))
        .build();
  }

  private static Map<String, String> parties(Agenda agenda) {
    Map<String, String> parties = new LinkedHashMap<>();
    for (Party party : agenda.partyList()) {
      parties.put(
          party.id().text(),
          "%s, %s%s"
              .formatted(
                  PlainText.safe(party.name()),
                  Names.all(party.roles().stream().sorted().map(Names::words).toList()),
                  party.allyOf().isEmpty() ? "" : ", ally of " + Listed.names(party.allyOf())));
    }
    return parties;
  }

  private static Map<String, String> issues(Agenda agenda) {
    Map<String, String> issues = new LinkedHashMap<>();
    for (Issue issue : agenda.issueList()) {
      issues.put(issue.id().text(), issue.scale().describe());
    }
    return issues;
  }

  private static ImmutableList<Unlike> unlike(
      String thing, Map<String, String> one, Map<String, String> other) {
    Set<String> all = new LinkedHashSet<>(one.keySet());
    all.addAll(other.keySet());
    return all.stream()
        .map(
            id ->
                new Unlike(
                    thing,
                    id,
                    Optional.ofNullable(one.get(id)),
                    Optional.ofNullable(other.get(id))))
        .filter(each -> !each.one().equals(each.other()))
        .collect(ImmutableList.toImmutableList());
  }
}
