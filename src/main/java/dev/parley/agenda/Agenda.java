package dev.parley.agenda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Party.Role;
import dev.parley.spelling.Listed;
import dev.parley.travel.Travelling;
import java.util.Locale;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * Who negotiates, about what: the parties, the outsiders who speak, the delegations and the issues.
 * An agenda for two principals, a mediator and six issues is what a negotiation starts with; a move
 * can add an issue or widen a scale, and parties are admitted, leave or are excluded.
 *
 * <p>Laws: identifiers are unique, over parties and outsiders together; there are two principals or
 * more and one issue or more; whoever an issue or a delegation names is on the agenda, and who must
 * ratify is a party, which is asked for it once it is a principal. Orders are kept as given.
 * Immutable.
 */
@Structural
@Immutable(lazyhash = true)
public sealed interface Agenda extends Travelling, WithAgenda permits ImmutableAgenda {
  /**
   * The most positions for which an agenda has room, such as those of 1,000 principals on one issue
   * or of 100 on a hundred.
   */
  long MOST_POSITIONS = 1_000_000;

  /** {@return the parties, in the order given} */
  ImmutableList<Party> partyList();

  /**
   * {@return those who can speak and set deadlines without being a party: the outsiders, in the
   * order given}
   */
  ImmutableList<Outsider> outsiders();

  /** {@return the delegations, in the order given} */
  ImmutableList<Delegation> delegationList();

  /** {@return the issues, in the order given} */
  ImmutableList<Issue> issueList();

  /** {@return who must ratify what it has signed; nobody unless given} */
  @Default
  default Ratification ratification() {
    return Ratification.none();
  }

  /**
   * {@return whose signature binds only once they have ratified: of the parties, in order; who has
   * left the talks among them, where it is named}
   */
  @Lazy
  default ImmutableSet<ActorId> mustRatify() {
    return partyList().stream()
        .filter(p -> p.isPrincipal() || ratification() instanceof Ratification.Those)
        .filter(p -> ratification().isRequiredOf(p.id()))
        .map(Party::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return everybody who can act or speak: parties, then outsiders, by identifier} */
  @Lazy
  default ImmutableMap<ActorId, Actor> actors() {
    ImmutableMap.Builder<ActorId, Actor> all = ImmutableMap.builder();
    partyList().forEach(p -> all.put(p.id(), p));
    outsiders().forEach(o -> all.put(o.id(), o));
    return all.buildOrThrow();
  }

  /** {@return the place of each issue on this agenda: the places, from 0, by issue} */
  @Lazy
  default ImmutableMap<IssueId, Integer> places() {
    ImmutableMap.Builder<IssueId, Integer> places = ImmutableMap.builder();
    for (int i = 0; i < issueList().size(); i++) {
      places.put(issueList().get(i).id(), i);
    }
    return places.buildOrThrow();
  }

  /**
   * {@return the place of each principal on this agenda: the places, from 0, by principal}
   *
   * @hidden
   */
  @Lazy
  default ImmutableMap<ActorId, Integer> principalPlaces() {
    ImmutableMap.Builder<ActorId, Integer> places = ImmutableMap.builder();
    for (int i = 0; i < principals().size(); i++) {
      places.put(principals().get(i), i);
    }
    return places.buildOrThrow();
  }

  /** {@return the issues by identifier, in the order given} */
  @Lazy
  default ImmutableMap<IssueId, Issue> issues() {
    return issueList().stream().collect(ImmutableMap.toImmutableMap(Issue::id, i -> i));
  }

  /** {@return the delegations by identifier, in the order given} */
  @Lazy
  default ImmutableMap<DelegationId, Delegation> delegations() {
    return delegationList().stream().collect(ImmutableMap.toImmutableMap(Delegation::id, d -> d));
  }

  /** {@return the delegations that speak for several parties, in the order given} */
  @Lazy
  default ImmutableList<Delegation> jointDelegations() {
    return delegationList().stream()
        .filter(delegation -> !delegation.others().isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the parties that terms can bind: the principals, two or more, in the order given} */
  @Lazy
  default ImmutableList<ActorId> principals() {
    return partyList().stream()
        .filter(Party::isPrincipal)
        .map(Party::id)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return every principal but this one, in the order given}
   *
   * @param principal a principal
   */
  default ImmutableSet<ActorId> counterparts(ActorId principal) {
    return principals().stream()
        .filter(p -> !p.equals(principal))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return an issue, or empty when it is not on this agenda}
   *
   * @param id any identifier
   */
  default Optional<Issue> issue(IssueId id) {
    return Optional.ofNullable(issues().get(id));
  }

  /**
   * {@return an issue that must be on this agenda}
   *
   * @param id an issue's identifier
   * @throws IllegalArgumentException if it is not on this agenda
   */
  default Issue requireIssue(IssueId id) {
    Issue issue = issues().get(id);
    if (issue == null) {
      throw new IllegalArgumentException(noSuch(id));
    }
    return issue;
  }

  /**
   * {@return the sentence that says that an issue is not on this agenda, with the issues that are}
   *
   * @param id an identifier
   */
  default String noSuch(IssueId id) {
    return "issue (%s) is not on the agenda. Issues: %s"
        .formatted(id, Listed.names(issues().keySet()));
  }

  /**
   * {@return the sentence that says that nobody by this identifier is on this agenda, with those
   * who are}
   *
   * @param id an identifier
   */
  default String noSuch(ActorId id) {
    return "(%s) is neither a party nor an outsider here. On the agenda: %s"
        .formatted(id, Listed.names(actors().keySet()));
  }

  /**
   * {@return the name that people read of somebody; the identifier when nobody has it}
   *
   * @param id any identifier
   */
  default String nameOf(ActorId id) {
    Actor actor = actors().get(id);
    if (actor != null) {
      return actor.name();
    }
    return id.isNamed() ? id.text() : "somebody not named";
  }

  /**
   * {@return whether terms can bind somebody}
   *
   * @param id any identifier
   */
  default boolean isPrincipal(ActorId id) {
    return principalPlaces().containsKey(id);
  }

  /**
   * {@return how many positions there can be: of each principal, on each issue, towards each other
   * principal}
   */
  default long positions() {
    long principals = principals().size();
    return principals * (principals - 1) * issueList().size();
  }

  /** Checks the laws above. */
  @Check
  default void check() {
    unique(
        "party or outsider",
        java.util.stream.Stream.concat(
                partyList().stream().map(Party::id), outsiders().stream().map(Outsider::id))
            .toList());
    unique("issue", issueList().stream().map(Issue::id).toList());
    unique("delegation", delegationList().stream().map(Delegation::id).toList());
    if (principals().size() < 2) {
      throw new IllegalArgumentException(
          "an agenda needs two principals or more, not %s: %s"
              .formatted(principals().size(), Listed.names(principals())));
    }
    if (issueList().isEmpty()) {
      throw new IllegalArgumentException("an agenda needs one issue or more");
    }
    if (positions() > MOST_POSITIONS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an agenda has room for %,d positions, and (%,d) principals would have (%,d) on (%,d) issues towards each other. Leave out principals who state nothing, or issues",
              MOST_POSITIONS,
              principals().size(),
              positions(),
              issueList().size()));
    }
    for (Party party : partyList()) {
      party
          .allyOf()
          .forEach(p -> requireParty("party (%s) is an ally of".formatted(party.id()), p));
    }
    for (Issue issue : issueList()) {
      for (ActorId party : issue.better().keySet()) {
        requireParty("issue (%s) is better for".formatted(issue.id()), party);
      }
      issue
          .obligor()
          .ifPresent(p -> requireParty("issue (%s) is carried out by".formatted(issue.id()), p));
    }
    if (ratification() instanceof Ratification.Those those) {
      those.parties().forEach(p -> requireParty("ratification is asked of", p));
    }
    for (Delegation delegation : delegationList()) {
      for (ActorId party : delegation.parties()) {
        requireParty("delegation (%s) is sent by".formatted(delegation.id()), party);
      }
      for (IssueId issue : delegation.mandate().on().keySet()) {
        if (!issues().containsKey(issue)) {
          throw new IllegalArgumentException(
              "delegation (%s) has a mandate on an issue that is not there: %s"
                  .formatted(delegation.id(), noSuch(issue)));
        }
      }
      delegation.confirmedBy().ifPresent(organ -> requireOrgan(delegation, organ));
    }
  }

  private void requireOrgan(Delegation delegation, DelegationId organ) {
    @Nullable Delegation named = delegations().get(organ);
    if (named == null
        || organ.equals(delegation.id())
        || !named.parties().containsAll(delegation.parties())) {
      throw new IllegalArgumentException(
          "delegation (%s) is confirmed by (%s), which is no other delegation of %s. Delegations: %s"
              .formatted(
                  delegation.id(),
                  organ,
                  Listed.names(delegation.parties()),
                  Listed.names(delegations().keySet())));
    }
  }

  private void requireParty(String what, ActorId id) {
    if (!(actors().get(id) instanceof Party)) {
      throw new IllegalArgumentException(
          "%s (%s), who is not a party. Parties: %s"
              .formatted(what, id, Listed.names(partyList(), p -> p.id().text())));
    }
  }

  private static void unique(String what, Iterable<?> ids) {
    java.util.Set<Object> seen = new java.util.HashSet<>();
    for (Object id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "%s id (%s) appears twice on the agenda".formatted(what, id));
      }
    }
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an agenda. */
  final class Builder extends ImmutableAgenda.Builder {
    Builder() {}

    /**
     * Adds a principal.
     *
     * @param id the identifier
     * @param name the name that people read
     * @return this builder
     */
    public Builder principal(String id, String name) {
      return addPartyList(Party.of(id, name, Role.PRINCIPAL));
    }

    /**
     * Adds a mediator.
     *
     * @param id the identifier
     * @param name the name that people read
     * @return this builder
     */
    public Builder mediator(String id, String name) {
      return addPartyList(Party.of(id, name, Role.MEDIATOR));
    }

    /**
     * Adds a party in any roles.
     *
     * @param party the party
     * @return this builder
     */
    public Builder party(Party party) {
      return addPartyList(party);
    }

    /**
     * Adds somebody who can speak and set deadlines without being a party.
     *
     * @param id the identifier
     * @param name the name that people read
     * @return this builder
     */
    public Builder outsider(String id, String name) {
      return addOutsiders(new Outsider(ActorId.of(id), name));
    }

    /**
     * Adds a delegation.
     *
     * @param delegation the delegation
     * @return this builder
     */
    public Builder delegation(Delegation delegation) {
      return addDelegationList(delegation);
    }

    /**
     * Adds an issue.
     *
     * @param issue the issue
     * @return this builder
     */
    public Builder issue(Issue issue) {
      return addIssueList(issue);
    }

    /**
     * Adds an issue.
     *
     * @param id the identifier
     * @param scale all the values that it can take
     * @return this builder
     */
    public Builder issue(String id, Scale scale) {
      return addIssueList(Issue.of(id, scale));
    }
  }
}
