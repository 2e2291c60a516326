package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Role;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.demand.Undertaking;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Attestation;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is bound to do is secured by a guarantor: a party in that role, and not the obligor
 * itself. Asked of an offer that spells out its undertakings, and once more of whoever ratifies:
 * then an agreement that spells out none has nobody to stand for it. Immutable.
 *
 * @param issues the issues on which undertakings need a guarantor; empty for all undertakings
 * @param severity what breaking it means; illegal unless given
 */
public record GuarantorNeeded(ImmutableSet<IssueId> issues, Finding.Severity severity)
    implements Rule, OnIssues {
  static final String ID = "guarantor-needed";

  /**
   * Puts the issues in order.
   *
   * @param issues the issues on which undertakings need a guarantor; empty for all undertakings
   * @param severity what breaking it means; illegal unless given
   */
  public GuarantorNeeded {
    issues = ImmutableSortedSet.copyOf(issues);
  }

  /** {@return the rule about all undertakings, which refuses} */
  public static GuarantorNeeded everywhere() {
    return new GuarantorNeeded(ImmutableSet.of(), Finding.Severity.REFUSE);
  }

  static GuarantorNeeded from(Parameters p) {
    return new GuarantorNeeded(
        ImmutableSet.copyOf(p.issues("issues")), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "what somebody is bound to do has a guarantor";
  }

  @Override
  public String rationale() {
    return "Settlements of civil wars hold where a third party secures their terms"
        + " (Walter 2002, Committing to Peace)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return issues.isEmpty()
        ? ImmutableMap.of()
        : ImmutableMap.of(
            "issues", issues.stream().map(IssueId::text).collect(Collectors.joining(", ")));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    Set<String> open = new LinkedHashSet<>();
    if (move.act() instanceof Substantive.MakeOffer make) {
      for (Offer offer : make.alternatives()) {
        open.addAll(unsecured(situation.agenda(), offer.undertakings()));
      }
    } else if (move.act() instanceof AfterDeal.Ratify) {
      for (Attestation agreed : situation.agreements()) {
        open.addAll(unsecured(situation.agenda(), agreed.undertakings()));
        if (agreed.undertakings().isEmpty()) {
          secured(agreed.terms()).forEach(issue -> open.add(issue.text()));
        }
      }
    }
    return open.isEmpty()
        ? ImmutableList.of()
        : finding(
            "%s cannot %s: nobody stands for (%s)"
                .formatted(move.by(), move.act().kind().words(), String.join(", ", open)),
            "Name a guarantor for each: " + guarantors(situation.agenda()));
  }

  /** Returns the issues of terms on which this rule asks for a guarantor. */
  private Set<IssueId> secured(Terms terms) {
    return issues.isEmpty() ? terms.issues() : Sets.intersection(terms.issues(), issues);
  }

  private List<String> unsecured(Agenda agenda, List<Undertaking> undertakings) {
    return undertakings.stream()
        .filter(u -> issues.isEmpty() || u.terms().filter(t -> !secured(t).isEmpty()).isPresent())
        .filter(
            u -> u.guarantor().filter(g -> isGuarantor(agenda, g) && !g.equals(u.by())).isEmpty())
        .map(Undertaking::name)
        .toList();
  }

  private static boolean isGuarantor(Agenda agenda, ActorId id) {
    return agenda.actors().get(id) instanceof Party party && party.roles().contains(Role.GUARANTOR);
  }

  private static String guarantors(Agenda agenda) {
    String all =
        agenda.partyList().stream()
            .filter(p -> p.roles().contains(Role.GUARANTOR))
            .map(p -> p.id().text())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "the agenda has none yet" : all;
  }
}
