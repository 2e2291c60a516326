package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Actor;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a move against every law, and collects all that it breaks. */
final class Judgement {
  private Judgement() {}

  static void judge(Situation s, RuleBook book, Memories memories, Move move, Breaches breaches) {
    refers(s, move, breaches);
    if (s.isOver()) {
      breaches.add(
          Law.OVER_IS_OVER,
          () ->
              "%s cannot %s: the negotiation is %s"
                  .formatted(move.by(), move.act().kind().words(), s.stage()),
          () -> "Start a new negotiation");
    }
    ActKind kind = move.act().kind();
    openTo(s, move.by(), kind, move.act().subject(), breaches);
    kind.conduct().admits(s, move, move.act(), breaches);
    move.through().ifPresent(d -> owns(s, move.by(), d, breaches));
    for (Move with : Joint.saidWith(s, move)) {
      if (breaches.isEmpty()) { // what a joint delegation says, each may say
        openTo(s, with.by(), kind, with.act().subject(), breaches);
        kind.conduct().admits(s, with, with.act(), breaches);
      }
    }
    if (breaches.isEmpty()) {
      for (int i = 0; i < book.rules().size(); i++) {
        for (Finding finding : memories.check(i, s, move)) {
          breaches.remark(finding);
          if (finding.severity() == Finding.Severity.REFUSE) {
            breaches.add(finding);
          }
        }
      }
    }
  }

  /** Checks that whatever the move names is there. */
  static void refers(Situation s, Move move, Breaches breaches) {
    if (move.by().isNamed()) {
      knows(s, move.by(), breaches);
    } else {
      breaches.require(
          move.act().kind().form().impersonal().isPresent()
              && (move.act().subject().isEmpty() || move.act().kind().who() == ActKind.Who.ANYBODY),
          Law.KNOWN_ACTOR,
          () -> "somebody must be named who can " + move.act().kind().words(),
          () -> "Say who does it");
    }
    move.through().ifPresent(d -> knows(s, d, breaches));
    move.act().kind().conduct().refers(s, move, move.act(), breaches);
  }

  /** Checks stage, role and subject: what an opening is about. */
  static void openTo(
      Situation s, ActorId by, ActKind kind, Optional<Object> subject, Breaches breaches) {
    breaches.require(
        s.isOver() || s.machine().stage().admits(s.stage(), kind.event(subject), s),
        Law.PLACE_IN_STAGE,
        () -> "%s cannot %s: talks are %s".formatted(by, kind.words(), Listed.word(s.stage())),
        () ->
            "What has its place then: "
                + Listed.names(
                    Sets.difference(
                        s.machine().stage().events(s.stage()), Set.of(Stage.Event.SETTLE)),
                    Listed::word));
    if (!by.isNamed()) {
      somebody(s, kind, subject, breaches);
      return;
    }
    Actor actor = s.agenda().actors().get(by);
    if (actor == null) {
      return;
    }
    boolean principal = actor instanceof Party party && party.isPrincipal();
    if (kind.who() == ActKind.Who.PRINCIPAL && !principal) {
      breaches.add(
          Law.PRINCIPALS_ONLY,
          () ->
              "%s cannot %s: it is %s"
                  .formatted(
                      by, kind.words(), actor instanceof Party p ? p.roles() : "an outsider"),
          () -> "Principals: " + Listed.names(s.agenda().principals()));
    } else if (kind.who() == ActKind.Who.PARTY && !(actor instanceof Party)) {
      breaches.add(
          Law.PARTIES_ONLY,
          () -> "%s cannot %s: it is an outsider".formatted(by, kind.words()),
          () -> "Parties: " + Listed.names(s.agenda().partyList(), p -> p.id().text()));
    }
    kind.conduct().openTo(s, by, subject, breaches);
  }

  /** What nobody is named for is judged as that of whoever may do it, if there is one. */
  private static void somebody(
      Situation s, ActKind kind, Optional<Object> subject, Breaches breaches) {
    kind.conduct().openTo(s, ActorId.UNNAMED, subject, breaches);
    boolean anybody =
        s.agenda().actors().keySet().stream()
            .anyMatch(
                actor -> {
                  Breaches one = Breaches.withoutChronicle();
                  openTo(s, actor, kind, subject, one);
                  return one.isEmpty();
                });
    breaches.require(
        anybody || !breaches.isEmpty(),
        Law.PLACE_IN_STAGE,
        () -> "nobody can %s now".formatted(kind.words()),
        () -> "Say who does it");
  }

  static void knows(Situation s, ActorId id, Breaches breaches) {
    breaches.require(
        s.agenda().actors().containsKey(id),
        Law.KNOWN_ACTOR,
        () -> s.agenda().noSuch(id),
        () -> "Use one of these, or add it to the agenda");
  }

  static void knows(Situation s, IssueId id, Breaches breaches) {
    breaches.require(
        s.agenda().issues().containsKey(id),
        Law.KNOWN_ISSUE,
        () -> s.agenda().noSuch(id),
        () -> "Use one of these, or amend the agenda first");
  }

  static void knows(Situation s, DelegationId id, Breaches breaches) {
    breaches.require(
        s.agenda().delegations().containsKey(id),
        Law.KNOWN_DELEGATION,
        () -> "delegation (%s) is not on the agenda".formatted(id),
        () -> "Delegations: " + Listed.names(s.agenda().delegations().keySet()));
  }

  static void owns(Situation s, ActorId by, DelegationId id, Breaches breaches) {
    Delegation delegation = s.agenda().delegations().get(id);
    if (delegation != null) {
      breaches.require(
          delegation.parties().contains(by),
          Law.OWN_DELEGATION,
          () ->
              "%s cannot act through (%s), a delegation of %s"
                  .formatted(by, id, delegation.party()),
          () -> "Use a delegation of " + by);
    }
  }

  static void ownName(Move move, ActorId maker, String what, Breaches breaches) {
    breaches.require(
        move.by().equals(maker),
        Law.OWN_NAME,
        () -> "%s cannot make %s in the name of %s".formatted(move.by(), what, maker),
        () -> "Make it a move by " + maker);
  }

  static void addressedToOthers(
      Situation s, ActorId by, ImmutableSet<ActorId> to, String what, Breaches breaches) {
    for (ActorId addressee : to) {
      breaches.require(
          !addressee.equals(by)
              && (!s.agenda().actors().containsKey(addressee) || s.agenda().isPrincipal(addressee)),
          Law.ADDRESSED_TO_OTHERS,
          () ->
              addressee.equals(by)
                  ? "%s addresses its %s to itself".formatted(by, what)
                  : "%s addresses its %s to (%s), whom terms cannot bind"
                      .formatted(by, what, addressee),
          () -> "Address it to " + Listed.names(s.agenda().counterparts(by)));
    }
  }

  /** A delegation that may commit its party nowhere near something cannot put it forward. */
  static void mayCommit(
      Situation s, Move move, Set<IssueId> issues, String verb, Breaches breaches) {
    Delegation delegation = move.through().map(d -> s.agenda().delegations().get(d)).orElse(null);
    if (delegation == null) {
      return;
    }
    List<IssueId> beyond =
        issues.stream().filter(i -> delegation.mandate().on(i) == Authority.NONE).toList();
    breaches.require(
        beyond.isEmpty(),
        Law.WITHIN_MANDATE,
        () ->
            "%s cannot %s: its mandate does not reach %s"
                .formatted(
                    delegation.describe(),
                    verb,
                    beyond.stream().map(IssueId::text).collect(Collectors.joining(", "))),
        () -> "Let %s itself do so".formatted(delegation.party()));
  }

  /**
   * What is consented to through those who may commit only ad referendum is so, whatever they say.
   */
  static boolean isAdReferendum(Situation s, Move move, Set<IssueId> issues) {
    return move.through()
        .map(s.agenda().delegations()::get)
        .filter(d -> issues.stream().anyMatch(i -> d.mandate().on(i) == Authority.AD_REFERENDUM))
        .isPresent();
  }

  /** A delegation without final authority on an issue cannot bind its party there. */
  static void withinMandate(
      Situation s, Move move, Set<IssueId> issues, String verb, Breaches breaches) {
    Delegation delegation = move.through().map(d -> s.agenda().delegations().get(d)).orElse(null);
    if (delegation == null) {
      return;
    }
    for (IssueId issue : issues) {
      Authority authority = delegation.mandate().on(issue);
      breaches.require(
          authority == Authority.FINAL,
          Law.WITHIN_MANDATE,
          () ->
              authority == Authority.NONE
                  ? "%s cannot %s on (%s): its mandate does not reach there"
                      .formatted(delegation.describe(), verb, issue)
                  : "%s cannot %s finally on (%s): it may commit only ad referendum"
                      .formatted(delegation.describe(), verb, issue),
          () ->
              authority == Authority.NONE
                  ? "Let %s itself speak".formatted(delegation.party())
                  : switch (verb) {
                    case "accept" -> "Accept ad referendum; " + delegation.party() + " can confirm";
                    case "sign" -> "Initial it; " + delegation.party() + " can confirm";
                    default -> "Let %s itself %s it".formatted(delegation.party(), verb);
                  });
    }
  }
}
