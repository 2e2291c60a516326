package dev.parley.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.talks.Finding;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.Arrays;

/** A union and an employer, a mediation board and a guarantor, and what they say. */
final class Plays {
  static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .mediator("board", "Mediation board")
          .party(Party.of("state", "State", Role.GUARANTOR))
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("staff", Scale.quantity(0, 12, "writers"))
          .issue("pause", Scale.levels("none", "one", "two"))
          .build();

  private Plays() {}

  static Negotiation under(Rule... rules) {
    return under(AGENDA, rules);
  }

  static Negotiation under(Agenda agenda, Rule... rules) {
    RuleBook book = RuleBook.DEFAULT;
    for (Rule rule : rules) {
      book = book.and(rule);
    }
    return Negotiation.about(agenda, book);
  }

  static Move union(Object what) {
    return said("union", "XXXX", what);
  }

  static Move employer(Object what) {
    return said("employer", "XXXX", what);
  }

  /** A move by what it is about: an offer is made, a demand is raised. */
  static Move said(String by, String on, Object what) {
    return what instanceof Offer offer
        ? Move.by(by).on(on).offers(offer)
        : Move.by(by).on(on).demands((Demand) what);
  }

  static Move board() {
    return Move.by("board").opensRound();
  }

  /** An offer of the union to the employer, in the form of terms. */
  static Offer byUnion(String... terms) {
    return Offer.of("union", "employer", terms(AGENDA, terms));
  }

  static Offer byEmployer(String... terms) {
    return Offer.of("employer", "union", terms(AGENDA, terms));
  }

  static Terms terms(Agenda agenda, String... terms) {
    Terms.Builder builder = Terms.on(agenda);
    for (String term : terms) {
      int space = term.indexOf(' ');
      builder.set(term.substring(0, space), term.substring(space + 1));
    }
    return builder.build();
  }

  static Offer under(Offer offer, String issue, String region, boolean sufficient) {
    return offer.withConditions(new Condition(IssueId.of(issue), Ask.of(region), sufficient));
  }

  static GeneralDemand unionAsks(String issue, String region) {
    return GeneralDemand.of("union", "employer", issue, region);
  }

  static GeneralDemand employerAsks(String issue, String region) {
    return GeneralDemand.of("employer", "union", issue, region);
  }

  static GeneralDemand inWords(String by, String of, String issue, String words) {
    return GeneralDemand.builder()
        .by(ActorId.of(by))
        .addOf(ActorId.of(of))
        .putWanted(IssueId.of(issue), Ask.inWords(words))
        .build();
  }

  /** Plays moves that must be legal; no rule may remark on one. */
  static Negotiation played(Negotiation talks, Move... moves) {
    Negotiation now = talks;
    for (Move move : moves) {
      now = keeps(now, move);
    }
    return now;
  }

  static Negotiation keeps(Negotiation talks, Move move) {
    Outcome outcome = talks.apply(move);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(((Accepted) outcome).findings()).isEmpty();
    return outcome.negotiation();
  }

  /** A refusal by the rule book and nothing else, in so many words. */
  static void breaks(Negotiation talks, Move move, String... messages) {
    Outcome outcome = talks.apply(move);
    assertThat(outcome).isInstanceOf(Refusal.class);
    assertThat(((Refusal) outcome).laws()).containsExactly(Law.RULE_BOOK);
    assertThat(outcome.toString().lines()).containsExactly(messages);
  }

  static Negotiation warns(Negotiation talks, Move move, String... messages) {
    Outcome outcome = talks.apply(move);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(((Accepted) outcome).findings())
        .allMatch(f -> f.severity() == Finding.Severity.WARN)
        .extracting(Finding::toString)
        .containsExactly(messages);
    return outcome.negotiation();
  }

  /** Records moves as they were made, lawful or not. */
  static Negotiation recorded(Agenda agenda, Move... moves) {
    Negotiation now = Negotiation.about(agenda);
    for (Move move : moves) {
      Outcome outcome = now.record(move);
      assertThat(outcome).as(outcome.toString()).isInstanceOf(Accepted.class);
      now = outcome.negotiation();
    }
    return now;
  }

  static String audit(Negotiation record, Rule... rules) {
    return Audit.of(
            record,
            new RuleBook(
                record.ruleBook().policy(),
                com.google.common.collect.ImmutableList.copyOf(Arrays.asList(rules))))
        .toString();
  }
}
