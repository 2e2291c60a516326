package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A party to the talks, such as Qatar as a mediator: a name and one or more roles. Only a party in
 * the role of a principal is bound by terms. Immutable.
 */
@Structural
@Immutable
public sealed interface Party extends Travelling, Actor, WithParty permits ImmutableParty {
  /** What a party is in the talks; a party can be several of these at once. */
  enum Role {
    /** Negotiates for itself and is bound by what is agreed. */
    PRINCIPAL,
    /** Carries messages, convenes and proposes; is bound by nothing. */
    MEDIATOR,
    /** Stands for the performance of somebody else's obligation. */
    GUARANTOR,
    /** Supports the talks or one side of them. */
    SUPPORTER,
    /** Is present, or heard, and no more. */
    OBSERVER
  }

  @Override
  ActorId id();

  @Override
  String name();

  /** {@return what it is in the talks: one role or more, in the order of {@link Role}} */
  ImmutableSet<Role> roles();

  /**
   * {@return whose ally it is: parties beside which it stands, which speak for themselves; none
   * unless given}
   */
  ImmutableSet<ActorId> allyOf();

  /** {@return whether terms can bind it} */
  @Lazy
  default boolean isPrincipal() {
    return roles().contains(Role.PRINCIPAL);
  }

  /** {@return this as a principal, besides what it is already} */
  default Party asPrincipal() {
    return withRoles(Sets.union(roles(), ImmutableSet.of(Role.PRINCIPAL)));
  }

  /** {@return this as a principal no more: an observer, unless it is something else besides} */
  default Party asFormerPrincipal() {
    ImmutableSet<Role> others =
        Sets.difference(roles(), ImmutableSet.of(Role.PRINCIPAL)).immutableCopy();
    return withRoles(others.isEmpty() ? ImmutableSet.of(Role.OBSERVER) : others);
  }

  /**
   * Checks that there is a role.
   *
   * @return the party, its roles in order
   */
  @Check
  default Party check() {
    if (roles().isEmpty()) {
      throw new IllegalArgumentException(
          "party (%s) needs a role: principal, mediator, guarantor, supporter or observer"
              .formatted(id()));
    }
    if (allyOf().contains(id())) {
      throw new IllegalArgumentException(
          "party (%s) is said to be an ally of itself: name another party".formatted(id()));
    }
    ImmutableSet<Role> sorted = Sets.immutableEnumSet(roles());
    return sorted.asList().equals(roles().asList()) ? this : withRoles(sorted);
  }

  /**
   * {@return a party}
   *
   * @param id the identifier
   * @param name the name that people read
   * @param role what it is in the talks
   * @param more what it is besides
   */
  static Party of(String id, String name, Role role, Role... more) {
    return builder().id(ActorId.of(id)).name(name).addRoles(role).addRoles(more).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a party. */
  final class Builder extends ImmutableParty.Builder {
    Builder() {}
  }
}
