package dev.parley.json;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.talks.Policy;

/** Who negotiates about what, on which scales, as JSON. */
final class JsonAgenda {
  private JsonAgenda() {}

  private static final JsonShape<Scale.Levels> LEVELS =
      JsonShape.<Scale.Levels>of("scale-levels", "Named values in their order.")
          .fixed("kind", "which scale", "levels")
          .texts("levels", "the values, the least first", Scale.Levels::names)
          .build();

  private static final JsonShape<Scale.Options> OPTIONS =
      JsonShape.<Scale.Options>of("scale-options", "Named values that have no order.")
          .fixed("kind", "which scale", "options")
          .texts("options", "the values, as listed", Scale.Options::names)
          .build();

  private static final JsonShape<Scale.Quantity> QUANTITY =
      JsonShape.<Scale.Quantity>of("scale-quantity", "Numbers.")
          .fixed("kind", "which scale", "quantity")
          .number("least", "the least", Scale.Quantity::least)
          .number("most", "the most", Scale.Quantity::most)
          .number("step", "from one value to the next", Scale.Quantity::step)
          .text("unit", "what is counted", Scale.Quantity::unit)
          .build();

  private static final JsonShape<Scale.Checklist> CHECKLIST =
      JsonShape.<Scale.Checklist>of("scale-checklist", "Any items of a list.")
          .fixed("kind", "which scale", "checklist")
          .texts("items", "the items, as listed", Scale.Checklist::items)
          .build();

  static final JsonType<Scale> SCALE =
      JsonType.<Scale>cases()
          .with(Scale.Levels.class, LEVELS)
          .with(Scale.Options.class, OPTIONS)
          .with(Scale.Quantity.class, QUANTITY)
          .with(Scale.Checklist.class, CHECKLIST);

  static final JsonShape<Issue> ISSUE =
      JsonShape.<Issue>of("issue", "What is negotiated about.")
          .text("id", "its identifier", Issue::id)
          .text("name", "its name", Issue::name)
          .one("scale", "the values that it can take", SCALE, Issue::scale)
          .map(
              "better",
              "which end is better, by party",
              JsonType.constant(Better.class),
              Issue::better)
          .textIf("obligor", "who carries it out", Issue::obligor)
          .textIf("demand-kind", "the kind of demand made on it", Issue::demandKind)
          .map("codes", "its codes, by scheme", JsonType.TEXT, Issue::codes)
          .build();

  private static final JsonShape<Party> PARTY =
      JsonShape.<Party>of("party", "Who takes part.")
          .text("id", "its identifier", Party::id)
          .text("name", "its name", Party::name)
          .constants("roles", "what it is in the talks", Party.Role.class, Party::roles)
          .ids("ally-of", "beside which parties it stands", Party::allyOf)
          .build();

  private static final JsonShape<Outsider> OUTSIDER =
      JsonShape.<Outsider>of("outsider", "Who speaks from outside.")
          .text("id", "its identifier", Outsider::id)
          .text("name", "its name", Outsider::name)
          .build();

  private static final JsonShape<Delegation> DELEGATION =
      JsonShape.<Delegation>of("delegation", "Who speaks for a party, or for several.")
          .text("id", "its identifier", Delegation::id)
          .text("party", "for whom", Delegation::party)
          .ids("others", "for whom else", Delegation::others)
          .text("name", "its name", Delegation::name)
          .constantIf("level", "at which level", Delegation.Level.class, Delegation::level)
          .map(
              "mandate",
              "how far it may commit its party, by issue",
              JsonType.constant(Mandate.Authority.class),
              d -> d.mandate().on())
          .constant(
              "mandate-otherwise",
              "how far on any other issue",
              Mandate.Authority.class,
              d -> d.mandate().otherwise())
          .textIf("confirmed-by", "which body confirms what it accepts", Delegation::confirmedBy)
          .build();

  private static final JsonShape<Ratification> RATIFICATION =
      JsonShape.<Ratification>of("ratification", "Who must ratify what it has signed.")
          .flag(
              "all",
              "whether every principal must, one that is admitted later, too",
              r -> r instanceof Ratification.Everybody)
          .ids(
              "parties",
              "who must, where not all do",
              r -> r instanceof Ratification.Those those ? those.parties() : ImmutableSet.of())
          .build();

  static final JsonShape<Agenda> AGENDA =
      JsonShape.<Agenda>of("agenda", "Who negotiates, about what.")
          .list("parties", "who takes part", PARTY, Agenda::partyList)
          .list("outsiders", "who speaks from outside", OUTSIDER, Agenda::outsiders)
          .list("delegations", "who speaks for whom", DELEGATION, Agenda::delegationList)
          .list("issues", "what is negotiated about", ISSUE, Agenda::issueList)
          .ids("must-ratify", "whose signature binds once it has ratified", Agenda::mustRatify)
          .one("ratification", "who that is, now and later", RATIFICATION, Agenda::ratification)
          .build();

  static final JsonShape<Policy> POLICY =
      JsonShape.<Policy>of("policy", "The coder's choices.")
          .integer("stall-after", "after how many rounds talks are stalled", Policy::stallAfter)
          .number("negligible", "the share of a scale that is no move", Policy::negligible)
          .integer(
              "dormant-after-days",
              "after how many days without contact talks are dormant",
              Policy::dormantAfterDays)
          .flag(
              "single-undertaking",
              "whether nothing is agreed until all is",
              Policy::singleUndertaking)
          .numberIf(
              "about-percent",
              "within how many per cent a number is about another",
              p -> p.about().map(t -> t.percent()))
          .build();
}
