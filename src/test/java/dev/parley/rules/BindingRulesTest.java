package dev.parley.rules;

import static dev.parley.rules.Plays.AGENDA;
import static dev.parley.rules.Plays.audit;
import static dev.parley.rules.Plays.breaks;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.byUnion;
import static dev.parley.rules.Plays.employer;
import static dev.parley.rules.Plays.inWords;
import static dev.parley.rules.Plays.keeps;
import static dev.parley.rules.Plays.played;
import static dev.parley.rules.Plays.recorded;
import static dev.parley.rules.Plays.terms;
import static dev.parley.rules.Plays.under;
import static dev.parley.rules.Plays.union;
import static dev.parley.rules.Plays.unionAsks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Scale;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Tie;
import dev.parley.talks.Communicative;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal;
import dev.parley.talks.Rule;
import net.jqwik.api.Example;

class BindingRulesTest {
  private static final Agenda WITH_EXPERTS =
      AGENDA.withDelegationList(
          Delegation.builder()
              .id(DelegationId.of("experts"))
              .party(ActorId.of("employer"))
              .name("the experts")
              .level(Level.TECHNICAL)
              .mandate(
                  Mandate.only(
                      ImmutableMap.of(
                          IssueId.of("staff"),
                          Authority.FINAL,
                          IssueId.of("pause"),
                          Authority.AD_REFERENDUM)))
              .build());

  private static Move byExperts(Offer... offers) {
    return Move.by("employer").through("experts").offers(offers);
  }

  @Example
  void a_delegation_offers_only_what_its_mandate_reaches() {
    Negotiation talks = under(WITH_EXPERTS, Rules.offersWithinMandate());
    keeps(talks, byExperts(byEmployer("staff 3", "pause one")));
    keeps(talks, employer(byEmployer("rise 3")));
    Refusal refusal =
        (Refusal) talks.apply(byExperts(byEmployer("staff 3"), byEmployer("rise 3", "staff 2")));
    assertThat(refusal.laws()).containsExactly(Law.WITHIN_MANDATE);
    assertThat(refusal.message())
        .isEqualTo(
            "experts (technical) cannot offer: its mandate does not reach rise. Let employer itself do so.");
    keeps(talks, Move.by("employer").through("experts").softens("rise"));
  }

  @Example
  void final_authority_can_be_asked_for() {
    Negotiation talks = under(WITH_EXPERTS, Rules.offersWithinMandate().with("authority", "final"));
    keeps(talks, byExperts(byEmployer("staff 3")));
    breaks(
        talks,
        byExperts(byEmployer("staff 3", "pause one")),
        "offers-within-mandate: experts (technical) offers on (pause), where its authority is"
            + " (ad-referendum). Leave (pause) out, or let employer itself offer it.");
    assertThatThrownBy(
            () -> OffersWithinMandate.KIND.rule(OffersWithinMandate.AUTHORITY, Authority.NONE))
        .hasMessage("authority (none) must be final or ad-referendum");
  }

  private static final Agenda CITY_MEDIATES =
      Agenda.builder()
          .principal("union", "Union")
          .party(Party.of("employer", "Employer", Role.PRINCIPAL, Role.MEDIATOR))
          .mediator("board", "Board")
          .issue("rise", Scale.quantity(0, 10, "percent"))
          .issue("staff", Scale.quantity(0, 12, "writers"))
          .build();

  private static String cannot(String who, String what) {
    return "mediator-binds-nothing: %s cannot %s: it mediates. ".formatted(who, what)
        + "Let a party that does not mediate do it.";
  }

  @Example
  void a_principal_that_mediates_binds_nothing_either() {
    Negotiation talks = under(CITY_MEDIATES, Rules.mediatorBindsNothing());
    Offer offer = Offer.of("union", "employer", terms(CITY_MEDIATES, "rise 5"));
    Offer back = Offer.of("employer", "union", terms(CITY_MEDIATES, "rise 5"));
    breaks(talks, employer(back), cannot("employer", "make an offer"));
    talks = keeps(talks, union(offer));
    breaks(talks, Move.by("employer").accepts(offer), cannot("employer", "accept an offer"));
    breaks(
        talks,
        Move.by("employer").attests(terms(CITY_MEDIATES, "rise 5")),
        cannot("employer", "attest an agreement"));
    breaks(
        talks,
        Move.by("employer").ties("rise", Tie.Order.values()[0], "staff"),
        cannot("employer", "tie a commitment to others"));
    keeps(talks, Move.by("employer").rejects(offer));
    keeps(talks, Move.by("union").attests(terms(CITY_MEDIATES, "rise 5")));
  }

  @Example
  void a_mediator_commits_to_nothing_in_public_and_may_promise() {
    Negotiation talks = under(CITY_MEDIATES, Rules.mediatorBindsNothing());
    breaks(
        talks,
        Move.by("board").does(new Communicative.Commit("to pay")),
        cannot("board", "commit in public"));
    keeps(talks, Move.by("board").promises("to be there"));
    keeps(talks, Move.by("union").does(new Communicative.Commit("to strike")));
  }

  @Example
  void a_record_in_which_a_mediator_binds_itself_is_found() {
    Offer whole = Offer.of("union", "employer", terms(CITY_MEDIATES, "rise 5", "staff 3"));
    Negotiation record =
        recorded(
            CITY_MEDIATES,
            union(whole),
            Move.by("board").accepts(whole),
            Move.by("employer").accepts(whole),
            Move.by("employer").ratifies());
    assertThat(audit(record, Rules.mediatorBindsNothing()).lines())
        .containsExactly(
            "[2] REFUSE " + cannot("board", "accept an offer"),
            "[3] REFUSE " + cannot("employer", "accept an offer"),
            "[4] REFUSE " + cannot("employer", "ratify"));
  }

  private static final String UNSTATED =
      "stated-before-accepting: union accepts on (%s), where it has stated no position towards"
          + " employer. State what you ask for first.";

  @Example
  void nobody_accepts_who_has_stated_nothing() {
    Offer offer = byEmployer("rise 5", "staff 3");
    Negotiation talks = played(under(Rules.statedBeforeAccepting()), employer(offer));
    breaks(talks, Move.by("union").accepts(offer), UNSTATED.formatted("rise, staff"));
    keeps(played(talks, union(unionAsks("staff", "at least 6"))), Move.by("union").accepts(offer));
    keeps(
        played(talks, union(inWords("union", "employer", "rise", "a fair one"))),
        Move.by("union").accepts(offer));
    breaks(
        played(talks, union(unionAsks("pause", "two"))),
        Move.by("union").accepts(offer),
        UNSTATED.formatted("rise, staff"));
    breaks(
        played(talks, union(unionAsks("staff", "at least 6")), Move.by("union").drops("staff")),
        Move.by("union").accepts(offer),
        UNSTATED.formatted("rise, staff"));
    keeps(talks, Move.by("union").rejects(offer));
  }

  @Example
  void a_position_on_every_issue_can_be_asked_for() {
    Rule every = Rules.statedBeforeAccepting().with("on", "every");
    Offer offer = byEmployer("rise 5", "staff 3").withBinding(Binding.SEVERABLE);
    Negotiation talks =
        played(under(every), employer(offer), union(unionAsks("staff", "at least 6")));
    breaks(talks, Move.by("union").accepts(offer), UNSTATED.formatted("rise"));
    keeps(
        talks,
        Move.by("union")
            .does(
                new dev.parley.talks.Substantive.Accept(
                    offer,
                    com.google.common.collect.ImmutableSet.of(IssueId.of("staff")),
                    Authority.FINAL)));
    keeps(played(talks, union(byUnion("rise 9"))), Move.by("union").accepts(offer));
  }
}
