package dev.parley.report;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.evidence.When;
import dev.parley.report.words.Mark;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The head of a transcript: title, who, and about what. */
final class Head {
  private static final int LABEL = 6;

  private Head() {}

  static void print(
      String title, Optional<LocalDate> recordTo, int sources, Wording wording, TextLayout page) {
    page.ends(
        Mark.HEADING.on(PlainText.safe(title)),
        extent(recordTo, wording.entries().size(), sources));
    page.blank();
    Names names = wording.names();
    Agenda agenda = names.agenda();
    page.labelled("who", LABEL, who(agenda));
    if (!agenda.outsiders().isEmpty()) {
      page.labelled(
          "",
          LABEL,
          "outside the talks: "
              + agenda.outsiders().stream()
                  .map(Outsider::name)
                  .map(PlainText::safe)
                  .collect(Collectors.joining(", ")));
    }
    for (Delegation sent : agenda.delegationList()) {
      page.labelled("", LABEL, "delegation: " + delegation(sent, names));
    }
    String label = "about";
    List<List<String>> issues = new ArrayList<>();
    for (Issue issue : agenda.issueList()) {
      issues.add(
          List.of(
              PlainText.padded(label, LABEL),
              PlainText.safe(issue.name()),
              Names.scale(issue.scale())));
      label = "";
    }
    page.table(TextLayout.INDENT, false, issues);
  }

  private static String extent(Optional<LocalDate> recordTo, int entries, int sources) {
    List<String> parts = new ArrayList<>();
    recordTo.ifPresent(day -> parts.add("record to " + When.on(day).describe()));
    parts.add(Names.counted(entries, "entry", "entries"));
    if (sources > 0) {
      parts.add(Names.counted(sources, "source", "sources"));
    }
    return String.join(", ", parts);
  }

  private static String who(Agenda agenda) {
    Map<String, List<String>> byRoles = new LinkedHashMap<>();
    for (Party party : agenda.partyList()) {
      String roles = Names.all(party.roles().stream().map(Names::words).toList());
      byRoles.computeIfAbsent(roles, r -> new ArrayList<>()).add(PlainText.safe(party.name()));
    }
    return byRoles.entrySet().stream()
        .map(
            e ->
                "%s (%s)"
                    .formatted(
                        String.join(", ", e.getValue()),
                        e.getValue().size() > 1
                            ? e.getKey().replaceAll("(?=$| and|,)", "s")
                            : e.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static String delegation(Delegation sent, Names names) {
    String mandate =
        sent.mandate().on().isEmpty()
            ? authority(sent.mandate().otherwise())
            : sent.mandate().on().entrySet().stream()
                    .map(e -> names.issue(e.getKey()) + ": " + authority(e.getValue()))
                    .collect(Collectors.joining(", "))
                + ", on the rest: "
                + authority(sent.mandate().otherwise());
    return "%s of %s%s, mandate: %s"
        .formatted(
            PlainText.safe(sent.name()),
            names.party(sent.party()),
            sent.level().map(l -> ", " + Names.words(l).replace(' ', '-')).orElse(""),
            mandate);
  }

  private static String authority(Authority authority) {
    return Names.words(authority);
  }
}
