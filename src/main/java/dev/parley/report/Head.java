package dev.parley.report;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Scale;
import dev.parley.evidence.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The head of a transcript: title, who, and about what. */
final class Head {
  private static final int LABEL = 6;

  private Head() {}

  static void print(Transcript transcript, Names names, Page page) {
    page.ends(Ink.Mark.HEADING.on(Text.safe(transcript.title())), extent(transcript));
    page.blank();
    Agenda agenda = names.agenda();
    page.labelled("who", LABEL, who(agenda));
    if (!agenda.outsiders().isEmpty()) {
      page.labelled(
          "",
          LABEL,
          "outside the talks: "
              + agenda.outsiders().stream()
                  .map(Outsider::name)
                  .map(Text::safe)
                  .collect(Collectors.joining(", ")));
    }
    for (Delegation sent : agenda.delegationList()) {
      page.labelled("", LABEL, "delegation: " + delegation(sent, names));
    }
    String label = "about";
    List<List<String>> issues = new ArrayList<>();
    for (Issue issue : agenda.issueList()) {
      issues.add(List.of(Text.padded(label, LABEL), Text.safe(issue.name()), scale(issue)));
      label = "";
    }
    page.table(Page.INDENT, false, issues);
  }

  private static String extent(Transcript transcript) {
    List<String> parts = new ArrayList<>();
    transcript.recordTo().ifPresent(day -> parts.add("record to " + When.on(day).describe()));
    parts.add(Names.counted(transcript.negotiation().chronicle().size(), "entry", "entries"));
    if (!transcript.sources().isEmpty()) {
      parts.add(Names.counted(transcript.sources().size(), "source", "sources"));
    }
    return String.join(", ", parts);
  }

  private static String who(Agenda agenda) {
    Map<String, List<String>> byRoles = new LinkedHashMap<>();
    for (Party party : agenda.partyList()) {
      String roles = Names.all(party.roles().stream().map(Names::words).toList());
      byRoles.computeIfAbsent(roles, r -> new ArrayList<>()).add(Text.safe(party.name()));
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
    return "%s of %s, %s, mandate: %s"
        .formatted(
            Text.safe(sent.name()),
            names.party(sent.party()),
            Names.words(sent.level()).replace(' ', '-'),
            mandate);
  }

  private static String authority(Authority authority) {
    return Names.words(authority);
  }

  private static String scale(Issue issue) {
    return scale(issue.scale());
  }

  static String scale(Scale scale) {
    if (scale instanceof Scale.Options options) {
      return Text.safe("one of " + String.join(", ", options.names()));
    }
    if (scale instanceof Scale.Checklist list) {
      return Text.safe("any of " + String.join(", ", list.items()));
    }
    if (scale instanceof Scale.Quantity quantity) {
      String range =
          "%s to %s".formatted(Names.plain(quantity.least()), Names.plain(quantity.most()));
      String step = Names.plain(quantity.step());
      return Names.withUnit(range, scale) + (step.equals("1") ? "" : " by " + step);
    }
    return Text.safe(scale.describe());
  }
}
