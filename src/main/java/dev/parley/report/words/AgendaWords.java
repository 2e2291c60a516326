package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.talks.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who negotiates and about what, in words; and what the coder has chosen. */
final class AgendaWords {
  private AgendaWords() {}

  /**
   * {@return the section: parties and roles, outsiders, delegations, the coder's choices, issues}
   */
  static Section section(Wording wording) {
    Names names = wording.names();
    Agenda agenda = names.agenda();
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    lines.put("parties", who(agenda, names));
    if (!agenda.outsiders().isEmpty()) {
      lines.put(
          "outside",
          agenda.outsiders().stream()
              .map(Outsider::name)
              .map(PlainText::safe)
              .collect(Collectors.joining(", ")));
    }
    for (Delegation sent : agenda.delegationList()) {
      lines.put("delegations", delegation(sent, names));
    }
    agenda
        .issueList()
        .forEach(i -> lines.put("issues", names.issue(i.id()) + ": " + Names.scale(i.scale())));
    if (!agenda.mustRatify().isEmpty()) {
      lines.put("ratification", "asked of " + names.parties(agenda.mustRatify()));
    }
    lines.put("policy", policy(wording.negotiation().situation().policy()));
    return Section.of("agenda", "Who negotiates, and about what", lines.build());
  }

  private static String who(Agenda agenda, Names names) {
    Map<String, List<String>> byRoles = new LinkedHashMap<>();
    for (Party party : agenda.partyList()) {
      String roles = Names.all(party.roles().stream().map(Names::words).toList());
      String allied = party.allyOf().isEmpty() ? "" : ", ally of " + names.parties(party.allyOf());
      byRoles
          .computeIfAbsent(roles, r -> new ArrayList<>())
          .add(PlainText.safe(party.name()) + allied);
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
    return "%s of %s%s, mandate: %s%s"
        .formatted(
            PlainText.safe(sent.name()),
            names.parties(sent.parties()),
            sent.level().map(l -> ", " + Names.words(l).replace(' ', '-')).orElse(""),
            mandate,
            sent.confirmedBy().map(organ -> ", confirmed by " + organ).orElse(""));
  }

  private static String authority(Authority authority) {
    return Names.words(authority);
  }

  private static String policy(Policy policy) {
    return "the coder's choices: a stall after %s; %s; dormant after %s without contact; %s%s"
        .formatted(
            Names.counted(policy.stallAfter(), "round", "rounds"),
            policy.negligible().signum() == 0
                ? "every step counts"
                : "a step up to "
                    + Names.plain(policy.negligible())
                    + " of one step of the scale counts as none",
            Names.counted(policy.dormantAfterDays(), "day", "days"),
            policy.singleUndertaking() ? "nothing is agreed until everything is agreed; " : "",
            policy
                .about()
                .map(t -> "\"about\" means within " + t)
                .orElse("tolerance for \"about\": not set"));
  }
}
