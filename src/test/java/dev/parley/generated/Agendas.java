package dev.parley.generated;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Better;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Level;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Role;
import dev.parley.agenda.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Agendas of two or three principals and a few issues on all kinds of scales. */
public final class Agendas {
  private static final List<String> ISSUES =
      List.of(
          "end-of-war",
          "withdrawal",
          "withdrawal-days",
          "prisoners",
          "hostages",
          "hostage-list",
          "custodian",
          "on",
          "words",
          "wage");

  private Agendas() {}

  /** Returns an arbitrary agenda; nothing about it is shrunk but its seed. */
  public static Arbitrary<Agenda> agendas() {
    return Arbitraries.longs().map(Agendas::agenda);
  }

  private static Agenda agenda(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Agenda.Builder agenda = Agenda.builder();
    List<ActorId> principals = new ArrayList<>();
    for (String id : List.of("north", "south", "east").subList(0, 2 + random.nextInt(2))) {
      principals.add(ActorId.of(id));
      Party party = Party.of(id, "The " + id, Role.PRINCIPAL);
      agenda.addPartyList(
          random.nextInt(4) == 0 ? party.withRoles(Role.PRINCIPAL, Role.SUPPORTER) : party);
    }
    agenda.mediator("valley", "Valley: a mediator, #1");
    if (random.nextBoolean()) {
      agenda.addPartyList(Party.of("all", "all of them", Role.OBSERVER, Role.GUARANTOR));
    }
    if (random.nextBoolean()) {
      agenda.addOutsiders(new Outsider(ActorId.of("court"), "the court"));
    }
    List<String> names = new ArrayList<>();
    for (String issue : ISSUES) {
      if (random.nextInt(2) == 0) {
        names.add(issue);
      }
    }
    if (names.isEmpty()) {
      names.add("wage");
    }
    for (String name : names) {
      agenda.addIssueList(issue(name, principals, random));
    }
    if (random.nextBoolean()) {
      agenda.addDelegationList(
          Delegation.builder()
              .id(DelegationId.of("team"))
              .party(principals.get(0))
              .name("a team")
              .level(Level.values()[random.nextInt(Level.values().length)])
              .mandate(mandate(names, random))
              .build());
    }
    return agenda.build();
  }

  private static Mandate mandate(List<String> issues, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Mandate.full();
      case 1 -> Mandate.adReferendum();
      case 2 -> Mandate.only(Map.of(IssueId.of(issues.get(0)), Authority.AD_REFERENDUM));
      default -> Mandate.only(Map.of());
    };
  }

  private static Issue issue(String name, List<ActorId> principals, SplittableRandom random) {
    Issue.Builder issue = Issue.builder().id(IssueId.of(name)).scale(scale(name, random));
    boolean ordered = !name.equals("custodian");
    if (ordered && random.nextBoolean()) {
      issue.putBetter(principals.get(0), Better.MORE).putBetter(principals.get(1), Better.LESS);
    }
    if (random.nextBoolean()) {
      issue.obligor(principals.get(random.nextInt(principals.size())));
    }
    if (random.nextInt(3) == 0) {
      issue.name("the question of " + name).putCode("pa-x", "Code: " + name);
    }
    return issue.build();
  }

  private static Scale scale(String name, SplittableRandom random) {
    return switch (name) {
      case "end-of-war", "words" ->
          Scale.levels("none", "pause", "truce", "phased end", "permanent end");
      case "custodian" -> Scale.options("Algeria", "Switzerland", "no one: yet");
      case "hostage-list" -> Scale.checklist("living", "deceased", "names", "medical state");
      case "wage" -> Scale.quantity("0", "9.5", "0.5", "percent");
      default -> Scale.quantity(0, 10 + random.nextInt(100), "persons");
    };
  }
}
