package dev.parley.rules;

import static java.lang.String.format;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@link Rules#guarantorNeeded}. */
record GuarantorNeeded(Settings settings) implements Declared {
  static final Setting<ImmutableList<IssueId>> ISSUES =
      Setting.issues("issues").under(Ordering.natural()::immutableSortedCopy);
  static final RuleKind KIND =
      new RuleKind(
          "guarantor-needed",
          "what somebody is bound to do has a guarantor",
          "Settlements of civil wars hold where a third party secures their terms"
              + " (Walter 2002, Committing to Peace)",
          GuarantorNeeded::new,
          ISSUES);

  @Override
  public ImmutableSet<IssueId> issues() {
    return ImmutableSet.copyOf(get(ISSUES));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    Set<String> open = new LinkedHashSet<>();
    for (Offer offer : move.act().offersMade()) {
      open.addAll(unsecured(situation.agenda(), offer.undertakings()));
    }
    for (Text text : bindingOnItself(situation, move)) {
      open.addAll(unsecured(situation.agenda(), text.undertakings()));
      if (text.undertakings().isEmpty()) {
        secured(text.terms()).forEach(issue -> open.add(issue.text()));
      }
    }
    return open.isEmpty()
        ? ImmutableList.of()
        : finding(
            format(
                "%s cannot %s: nobody stands for (%s)",
                move.by(), move.act().kind().words(), String.join(", ", open)),
            "Name a guarantor for each: " + guarantors(situation.agenda()));
  }

  /** Returns the texts by which a move's maker is bound from then on: it ratifies, or need not. */
  private static List<Text> bindingOnItself(Situation s, Move move) {
    if (move.act() instanceof AfterDeal.Ratify ratify) {
      return ratify.text().map(List::of).orElseGet(() -> Agreed.awaiting(s, move.by()));
    }
    return MoveContent.signed(move).stream()
        .filter(text -> !Agreed.mustRatify(s, text).contains(move.by()))
        .toList();
  }

  /** Returns the issues of terms on which this rule asks for a guarantor. */
  private Set<IssueId> secured(Terms terms) {
    return issues().isEmpty() ? terms.issues() : Sets.intersection(terms.issues(), issues());
  }

  private List<String> unsecured(Agenda agenda, List<Undertaking> undertakings) {
    return undertakings.stream()
        .filter(u -> issues().isEmpty() || u.terms().filter(t -> !secured(t).isEmpty()).isPresent())
        .filter(
            u ->
                u.guarantor()
                    .filter(g -> Declared.hasRole(agenda, g, Role.GUARANTOR) && !g.equals(u.by()))
                    .isEmpty())
        .map(Undertaking::name)
        .toList();
  }

  private static String guarantors(Agenda agenda) {
    String all =
        agenda.partyList().stream()
            .filter(p -> p.roles().contains(Role.GUARANTOR))
            .map(p -> p.id().text())
            .collect(joining(", "));
    return all.isEmpty() ? "the agenda has none yet" : all;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
