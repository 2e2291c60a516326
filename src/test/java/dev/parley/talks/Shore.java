package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import java.util.Map;

/** Three principals, a mediator, a guarantor and an outlet, who talk about five issues. */
final class Shore {
  static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .principal("west", "West")
          .mediator("island", "Island")
          .addPartyList(Party.of("league", "League", Role.GUARANTOR))
          .addOutsiders(new Outsider(ActorId.of("outlet"), "Outlet"))
          .issue("war", Scale.levels("none", "pause", "truce", "peace"))
          .issue("grain", Scale.quantity(0, 100, "tons"))
          .issue("days", Scale.quantity(0, 60, "days"))
          .issue("custodian", Scale.options("norway", "oman", "chile"))
          .issue("list", Scale.checklist("names", "living", "deceased"))
          .addDelegationList(
              delegation("officers", "south", Mandate.adReferendum()),
              delegation("farmers", "south", Mandate.only(grainOnly())))
          .build();

  /** The same, where what is signed binds nobody before it is ratified. */
  static final Agenda RATIFIED = AGENDA.withRatification(Ratification.all());

  private Shore() {}

  private static Map<IssueId, Authority> grainOnly() {
    return Map.of(IssueId.of("grain"), Authority.FINAL);
  }

  private static Delegation delegation(String id, String party, Mandate mandate) {
    return Delegation.builder()
        .id(DelegationId.of(id))
        .party(ActorId.of(party))
        .name(id)
        .level(Level.MID_LEVEL)
        .mandate(mandate)
        .build();
  }

  static Negotiation talks(Move... moves) {
    return Negotiation.about(AGENDA).with(moves);
  }

  /** Talks in which every principal must ratify. */
  static Negotiation ratified(Move... moves) {
    return Negotiation.about(RATIFIED).with(moves);
  }

  static Mover north() {
    return Move.by("north");
  }

  static Mover south() {
    return Move.by("south");
  }

  static Mover west() {
    return Move.by("west");
  }

  static Mover island() {
    return Move.by("island");
  }

  static Mover outlet() {
    return Move.by("outlet");
  }

  static Terms grain(long tons) {
    return Terms.on(AGENDA).set("grain", tons).build();
  }

  static Terms terms(String war, long tons) {
    return Terms.on(AGENDA).set("war", war).set("grain", tons).build();
  }

  static Offer offer(long tons) {
    return Offer.of("north", "south", grain(tons));
  }

  static GeneralDemand wants(String by, String of, String issue, String region) {
    return GeneralDemand.of(by, of, issue, region);
  }

  static String region(Negotiation talks, String party, String issue, String toward) {
    return talks.situation().position(party, issue, toward).toString();
  }

  static String refused(Negotiation talks, Move move) {
    return ((Refusal) talks.apply(move)).message();
  }
}
