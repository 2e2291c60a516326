package dev.parley.testing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.When;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said on an agenda: any terms that fit, demands, offers. */
final class Contents {
  private final Agenda agenda;
  private final Choices choices;

  Contents(Agenda agenda, Choices choices) {
    this.agenda = agenda;
    this.choices = choices;
  }

  ActorId principal() {
    return choices.of(agenda.principals());
  }

  Issue issue() {
    return choices.of(agenda.issueList());
  }

  /** One counterpart, or all of them. */
  ImmutableSet<ActorId> others(ActorId by) {
    List<ActorId> others = agenda.principals().stream().filter(p -> !p.equals(by)).toList();
    return choices.oneIn(2) ? ImmutableSet.of(choices.of(others)) : ImmutableSet.copyOf(others);
  }

  Terms terms() {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (Issue issue : agenda.issueList()) {
      if (choices.oneIn(2)) {
        values.put(issue.id(), Rungs.any(issue.scale(), choices));
      }
    }
    if (values.isEmpty()) {
      Issue issue = issue();
      values.put(issue.id(), Rungs.any(issue.scale(), choices));
    }
    return Terms.of(values);
  }

  /** Other values for the same issues. */
  Terms alternative(Terms terms) {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (IssueId issue : terms.issues()) {
      values.put(issue, Rungs.any(agenda.requireIssue(issue).scale(), choices));
    }
    return Terms.of(values);
  }

  Ask ask(Scale scale) {
    String one = Rungs.any(scale, choices).toString();
    if (scale instanceof Scale.Checklist list) {
      return Ask.of(items(list, one));
    }
    if (scale instanceof Scale.Options) {
      return Ask.of(choices.oneIn(2) ? one + " or " + Rungs.any(scale, choices) : one);
    }
    return Ask.of(
        switch (choices.below(4)) {
          case 0 -> "at least " + one;
          case 1 -> "at most " + one;
          case 2 -> one + " or " + Rungs.any(scale, choices);
          default -> one;
        });
  }

  private String items(Scale.Checklist list, String items) {
    String other = choices.of(list.items());
    return switch (choices.below(3)) {
      case 0 -> "exactly " + items;
      case 1 -> {
        if (items.contains(other)) {
          yield items;
        }
        yield items.equals("nothing") ? "without " + other : items + " but without " + other;
      }
      default -> items;
    };
  }

  Demand demand(ActorId by) {
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    Issue first = issue();
    wanted.put(first.id(), ask(first.scale()));
    if (choices.oneIn(4)) {
      Issue second = issue();
      wanted.putIfAbsent(second.id(), ask(second.scale()));
    }
    ImmutableSet<ActorId> of = choices.oneIn(3) ? ImmutableSet.of() : others(by);
    return demand(by, of, wanted, choices.oneIn(3));
  }

  /** Returns a demand of the ready-made kind that the issue names, where it names one. */
  Demand demand(ActorId by, Set<ActorId> of, Map<IssueId, Ask> wanted, boolean sufficient) {
    Optional<Firmness> firmness =
        choices.oneIn(3) ? Optional.of(choices.of(List.of(Firmness.values()))) : Optional.empty();
    if (wanted.size() == 1) {
      IssueId issue = wanted.keySet().iterator().next();
      Ask ask = wanted.values().iterator().next();
      String kind = agenda.issue(issue).flatMap(Issue::demandKind).orElse("");
      Optional<Demand> ready =
          switch (kind) {
            case "end of war" ->
                Optional.of(
                    EndOfWar.builder()
                        .by(by)
                        .addAllOf(of)
                        .issue(issue)
                        .level(ask)
                        .sufficient(sufficient)
                        .firmness(firmness)
                        .build());
            case "prisoner release" ->
                Optional.of(
                    PrisonerRelease.builder()
                        .by(by)
                        .addAllOf(of)
                        .issue(issue)
                        .number(ask)
                        .sufficient(sufficient)
                        .firmness(firmness)
                        .build());
            case "hostage release" ->
                Optional.of(
                    HostageRelease.builder()
                        .by(by)
                        .addAllOf(of)
                        .issue(issue)
                        .number(ask)
                        .sufficient(sufficient)
                        .firmness(firmness)
                        .build());
            case "withdrawal" ->
                Optional.of(
                    Withdrawal.builder()
                        .by(by)
                        .addAllOf(of)
                        .extentIssue(issue)
                        .extent(ask)
                        .sufficient(sufficient)
                        .firmness(firmness)
                        .build());
            case "hostage list" -> list(by, of, issue, ask, sufficient);
            default -> Optional.empty();
          };
      if (ready.isPresent()) {
        return ready.get();
      }
    }
    return GeneralDemand.builder()
        .by(by)
        .addAllOf(of)
        .putAllWanted(wanted)
        .sufficient(sufficient)
        .firmness(firmness)
        .build();
  }

  /** A list is asked for by its items only. */
  private static Optional<Demand> list(
      ActorId by, Set<ActorId> of, IssueId issue, Ask ask, boolean sufficient) {
    String region = ask.region().orElse("nothing");
    if (region.contains("nothing") || region.contains("without") || region.contains("exactly")) {
      return Optional.empty();
    }
    return Optional.of(
        HostageList.builder()
            .by(by)
            .addAllOf(of)
            .issue(issue)
            .addItems(region.split(", ", -1))
            .sufficient(sufficient)
            .build());
  }

  Offer offer(ActorId by, When expiry) {
    Terms terms = terms();
    Offer.Builder offer =
        Offer.builder()
            .by(by)
            .addAllTo(others(by))
            .terms(terms)
            .binding(choices.oneIn(3) ? Binding.SEVERABLE : Binding.WHOLE);
    if (choices.oneIn(4)) {
      condition(offer, terms);
    }
    if (choices.oneIn(4)) {
      instalments(offer, terms);
    } else if (choices.oneIn(4)) {
      undertaking(offer, terms, by, expiry);
    }
    if (choices.oneIn(3)) {
      offer.expiry(expiry);
    }
    more(offer, expiry);
    return offer.build();
  }

  /** A party that no terms bind: who could verify what others do; empty where there is none. */
  private Optional<ActorId> bystander() {
    List<ActorId> bystanders =
        agenda.partyList().stream().filter(party -> !party.isPrincipal()).map(Party::id).toList();
    return bystanders.isEmpty() ? Optional.empty() : Optional.of(choices.<ActorId>of(bystanders));
  }

  /**
   * What few texts say: that they are for a time, or the whole, who verifies, and how they come
   * into force.
   *
   * @param later a day after the talks
   */
  void more(Offer.Builder offer, When later) {
    switch (choices.below(20)) {
      case 16 -> offer.denounceable(true);
      case 17, 18, 19 -> offer.verifier(bystander());
      case 12, 13 -> offer.comprehensive(true);
      case 14 -> offer.interim(true);
      case 15 -> offer.standsAlone(true);
      default -> {}
    }
    switch (choices.below(16)) {
      case 13, 14 -> offer.inForce(entry());
      case 15 -> offer.inForce(EntryIntoForce.on(later));
      default -> {}
    }
    if (choices.oneIn(6)) {
      offer.lasts(lasting(later));
    }
    if (agenda.principals().size() > 2 && choices.oneIn(3)) {
      offer.addOpenTo(principal());
    }
  }

  /** How few texts come into force. */
  private EntryIntoForce entry() {
    return switch (choices.below(8)) {
      case 0 -> EntryIntoForce.onceRatifiedBy(principal());
      case 1 -> EntryIntoForce.onceRatifiedBy(1);
      case 2 -> EntryIntoForce.forEach();
      case 3 -> EntryIntoForce.ON_RATIFICATION.appliedProvisionally();
      case 4 -> EntryIntoForce.ON_RATIFICATION.after(new Trigger.When("a law is passed"));
      default -> EntryIntoForce.ON_SIGNATURE;
    };
  }

  private Lasting lasting(When later) {
    return switch (choices.below(6)) {
      case 0, 1 -> new Lasting.Days(choices.between(1, 60));
      case 2 -> new Lasting.Hours(12 * choices.between(1, 8));
      case 3, 4 -> new Lasting.Until(later);
      default -> new Lasting.UntilEvent("the next elections");
    };
  }

  /**
   * Returns a proposal to all others, now and then with a clause in brackets, or as a later draft
   * of one that its maker has put forward. Where there is only one other, its maker is addressed as
   * well, which breaks a law.
   *
   * @param by who proposes
   * @param terms the terms, where it is no later draft
   * @param earlier what it has put forward, that still stands
   * @param later a day after the talks
   */
  Offer proposal(ActorId by, Terms terms, List<Offer> earlier, When later) {
    if (!earlier.isEmpty() && !choices.oneIn(4)) {
      return draft(choices.of(earlier));
    }
    ImmutableSet<ActorId> others = agenda.counterparts(by);
    List<ActorId> to = others.size() > 1 ? others.asList() : agenda.principals();
    Offer.Builder proposal = Offer.builder().by(by).addAllTo(to).terms(terms).proposal(true);
    if (choices.oneIn(3)) {
      proposal.binding(Binding.SEVERABLE);
    }
    List<Issue> rest = rest(terms);
    if (!rest.isEmpty() && choices.oneIn(3)) {
      brackets(proposal, choices.of(rest), to);
    } else {
      more(proposal, later);
    }
    return proposal.build();
  }

  /** Says something else on one issue, and takes a clause out of its brackets. */
  private Offer draft(Offer earlier) {
    Map<IssueId, Value> values = new LinkedHashMap<>(earlier.terms().values());
    IssueId changed =
        choices.of(
            (earlier.brackets().isEmpty() ? earlier.terms().issues() : earlier.brackets().keySet())
                .asList());
    values.put(changed, Rungs.any(agenda.requireIssue(changed).scale(), choices));
    return earlier
        .withBrackets(Maps.filterKeys(earlier.brackets(), i -> !i.equals(changed)))
        .withTerms(Terms.of(values))
        .withInstalments()
        .withUndertakings()
        .withConditions()
        .withReplaces(earlier.text());
  }

  private void brackets(Offer.Builder proposal, Issue issue, List<ActorId> parties) {
    Map<ActorId, Value> versions = new LinkedHashMap<>();
    for (ActorId party : parties.subList(0, 2)) {
      versions.put(party, Rungs.any(issue.scale(), choices));
    }
    proposal.putBracket(issue.id(), ImmutableMap.copyOf(versions));
  }

  /**
   * Returns a text that some attest, now and then with what somebody undertakes, or of nothing but
   * that, or in the place of an agreement before it, or to change that.
   *
   * @param among whom it binds; none for all principals
   * @param before the agreements among the same
   */
  Text text(Terms terms, ActorId by, Set<ActorId> among, List<Text> before, When due) {
    boolean undertakes = choices.oneIn(4);
    Offer.Builder said =
        Offer.builder()
            .by(by)
            .addAllTo(agenda.counterparts(by))
            .terms(undertakes && choices.oneIn(4) ? Terms.NONE : terms);
    if (undertakes) {
      undertaking(said, terms, by, due);
    }
    if (choices.oneIn(3)) {
      said.binding(Binding.SEVERABLE);
    }
    more(said, due);
    if (!before.isEmpty() && choices.oneIn(2)) {
      Text earlier = choices.of(before);
      if (choices.oneIn(3)) {
        return otherDates(earlier, due);
      }
      if (choices.oneIn(2)) {
        said.amends(earlier);
      } else {
        said.replaces(earlier);
      }
    }
    return Text.builder().saying(said.build()).addAllParties(among).build();
  }

  /** Amends nothing but the dates of a text: when it ends, and when what it promises is due. */
  private static Text otherDates(Text earlier, When later) {
    List<Undertaking> due = earlier.undertakings().stream().map(u -> u.withDue(later)).toList();
    return Text.builder()
        .addAllParties(earlier.parties())
        .terms(earlier.terms())
        .binding(earlier.binding())
        .addAllUndertakings(due)
        .lasts(new Lasting.Until(later))
        .amends(earlier)
        .build();
  }

  private void condition(Offer.Builder offer, Terms terms) {
    List<Issue> rest = rest(terms);
    if (!rest.isEmpty()) {
      Issue issue = choices.of(rest);
      offer.addConditions(new Condition(issue.id(), ask(issue.scale()), choices.oneIn(4)));
    }
  }

  List<Issue> rest(Terms terms) {
    return agenda.issueList().stream().filter(i -> terms.on(i.id()).isEmpty()).toList();
  }

  /**
   * Delivers one issue first and the others later, or one issue twice where there is no other; what
   * comes later waits for the first, for a day, or for an event that only words describe.
   */
  void instalments(Offer.Builder offer, Terms terms) {
    IssueId early = choices.of(terms.issues().stream().toList());
    Terms first = terms.only(Set.of(early));
    Set<IssueId> others = Sets.difference(terms.issues(), Set.of(early));
    Terms second = others.isEmpty() ? first : terms.only(others);
    Trigger then =
        switch (choices.below(4)) {
          case 2 -> new Trigger.AfterDays(7 * choices.between(1, 8));
          case 3 -> new Trigger.When("the list is agreed");
          default -> new Trigger.After("first phase");
        };
    offer.addInstalments(
        new Instalment("first phase", first, new Trigger.OnForce()),
        new Instalment("second phase", second, then));
  }

  void undertaking(Offer.Builder offer, Terms terms, ActorId by, When due) {
    Trigger trigger =
        switch (choices.below(4)) {
          case 0, 3 -> new Trigger.OnForce();
          case 1 -> new Trigger.When("the text is published");
          default -> new Trigger.AfterDays(7 * choices.between(1, 8));
        };
    Undertaking.Builder undertaking =
        Undertaking.builder().name("delivery").by(by).trigger(trigger);
    if (choices.oneIn(2)) {
      IssueId issue = choices.of(terms.issues().stream().toList());
      undertaking.terms(terms.only(Set.of(issue)));
    } else if (choices.oneIn(2)) {
      undertaking.words("visits").amount(BigDecimal.valueOf(choices.between(2, 6)));
    } else {
      undertaking.words("what was agreed, in good faith").refrain(choices.oneIn(3));
    }
    if (choices.oneIn(2) && !due.isUnknown()) {
      undertaking.due(due);
    }
    agenda.partyList().stream()
        .filter(p -> p.roles().contains(dev.parley.agenda.Party.Role.GUARANTOR))
        .findFirst()
        .filter(p -> choices.oneIn(2))
        .ifPresent(p -> undertaking.guarantor(p.id()));
    offer.addUndertakings(undertaking.build());
    if (choices.oneIn(4)) {
      offer.addUndertakings(
          Undertaking.builder()
              .name("report")
              .by(by)
              .words("a report")
              .trigger(new Trigger.After("delivery"))
              .build());
    }
  }
}
