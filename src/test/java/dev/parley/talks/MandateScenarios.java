package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.talks.Outcome.Accepted;
import java.util.Map;
import net.jqwik.api.Example;

/**
 * A mandate covers every act that commits. What goes beyond it is refused in play, and on record it
 * is a finding.
 */
class MandateScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("crew", "Crew")
          .principal("port", "Port")
          .issue("hours", Scale.quantity(1, 24, "hours"))
          .issue("rest", Scale.quantity(0, 12, "hours"))
          .delegation(sent("clerks", "port").mandate(Mandate.only(rest(Authority.FINAL))).build())
          .delegation(
              sent("envoys", "port").level(Level.SENIOR).mandate(Mandate.adReferendum()).build())
          .build();

  private static final Offer HOURS = Offer.of("crew", "port", terms("hours", 10));
  private static final Offer REST = Offer.of("crew", "port", terms("rest", 8));

  private static Delegation.Builder sent(String id, String party) {
    return Delegation.builder().id(DelegationId.of(id)).party(ActorId.of(party)).name(id);
  }

  private static Map<IssueId, Authority> rest(Authority authority) {
    return Map.of(IssueId.of("rest"), authority);
  }

  private static Terms terms(String issue, long hours) {
    return Terms.of(Map.of(IssueId.of(issue), dev.parley.agenda.Value.amount(hours)));
  }

  private static Negotiation talks() {
    return Negotiation.about(AGENDA).with(Move.by("crew").opensRound());
  }

  private static Mover clerks() {
    return Move.by("port").through("clerks");
  }

  private static Mover envoys() {
    return Move.by("port").through("envoys");
  }

  /** Holds a move for refused in play, and for a finding on record. */
  private static void beyond(Negotiation talks, Move move, String message) {
    assertThat(talks.apply(move))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.laws()).contains(Law.WITHIN_MANDATE);
              assertThat(refusal.message()).contains(message);
            });
    assertThat(talks.record(move))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted ->
                assertThat(accepted.findings())
                    .anySatisfy(f -> assertThat(f.message()).contains(message.split("\\. ")[0])));
  }

  private static void within(Negotiation talks, Move move) {
    assertThat(talks.apply(move)).isInstanceOf(Accepted.class);
  }

  @Example
  void an_offer() {
    Offer rest = Offer.of("port", "crew", terms("rest", 8));
    within(talks(), clerks().offers(rest));
    beyond(
        talks(),
        clerks().offers(Offer.of("port", "crew", terms("hours", 9))),
        "clerks cannot offer: its mandate does not reach hours. Let port itself do so.");
    beyond(
        talks(),
        clerks()
            .offers(
                rest.withConditions(
                    new Condition(IssueId.of("hours"), Ask.of("at least 9"), false))),
        "clerks cannot offer: its mandate does not reach hours");
    beyond(
        talks(),
        clerks()
            .offers(
                rest.withUndertakings(
                    Undertaking.builder()
                        .name("roster")
                        .by(ActorId.of("port"))
                        .words("a roster of twelve hours")
                        .terms(terms("hours", 12))
                        .trigger(new Trigger.OnForce())
                        .build())),
        "clerks cannot offer: its mandate does not reach hours");
  }

  @Example
  void an_acceptance() {
    Negotiation made = talks().with(Move.by("crew").offers(HOURS), Move.by("crew").offers(REST));
    within(made, clerks().accepts(REST));
    within(made, envoys().acceptsAdReferendum(HOURS));
    beyond(
        made,
        clerks().accepts(HOURS),
        "clerks cannot accept on (hours): its mandate does not reach there. Let port itself"
            + " speak.");
    beyond(
        made,
        clerks().acceptsAdReferendum(HOURS),
        "clerks cannot accept: its mandate does not reach hours. Let port itself do so.");
    beyond(
        made,
        envoys().accepts(HOURS),
        "envoys (senior) cannot accept finally on (hours): it may commit only ad referendum."
            + " Accept ad referendum; port can confirm.");
  }

  @Example
  void a_rejection_of_a_whole_package() {
    Offer parts = HOURS.withBinding(Binding.SEVERABLE);
    within(talks().with(Move.by("crew").offers(REST)), clerks().rejects(REST));
    within(talks().with(Move.by("crew").offers(parts)), clerks().rejects(parts));
    beyond(
        talks().with(Move.by("crew").offers(HOURS)),
        clerks().rejects(HOURS),
        "clerks cannot reject: its mandate does not reach hours. Let port itself do so.");
  }

  @Example
  void signing() {
    within(talks(), clerks().attests(terms("rest", 8)));
    beyond(
        talks(),
        clerks().attests(terms("hours", 9)),
        "clerks cannot attest on (hours): its mandate does not reach there. Let port itself"
            + " speak.");
    beyond(
        talks(),
        envoys().attests(terms("rest", 8)),
        "envoys (senior) cannot attest finally on (rest): it may commit only ad referendum");
  }

  @Example
  void ratifying_and_terminating() {
    Negotiation agreed =
        Negotiation.about(AGENDA.withRatification(Ratification.all()))
            .with(
                Move.by("crew").opensRound(),
                Move.by("crew").offers(HOURS),
                Move.by("port").accepts(HOURS));
    beyond(
        agreed,
        clerks().ratifies(),
        "clerks cannot ratify on (hours): its mandate does not reach there");
    beyond(
        agreed,
        envoys().ratifies(),
        "envoys (senior) cannot ratify finally on (hours): it may commit only ad referendum");
    within(agreed, Move.by("port").abandonsTalks());
    beyond(
        agreed,
        clerks().abandonsTalks(),
        "clerks cannot abandon the talks on (hours): its mandate does not reach there");
    beyond(
        agreed,
        envoys().abandonsTalks(),
        "envoys (senior) cannot abandon the talks finally on (hours)");
  }

  @Example
  void breaking_off() {
    within(talks(), envoys().breaksOff());
    beyond(
        talks(),
        clerks().breaksOff(),
        "clerks cannot break off: its mandate does not reach hours. Let port itself do so.");
  }
}
