package dev.parley.agreement;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * How far one party consents to one text: a {@link Consent} without its date. Immutable.
 *
 * @param kind how it is meant
 * @param parts on which issues of the text, each with how it is meant there
 * @param organ the delegation that is to confirm it, where it is provisional and one is named
 */
public record Assent(
    Consent.Kind kind, ImmutableMap<IssueId, Consent.Kind> parts, Optional<DelegationId> organ)
    implements Serializable {
  /**
   * {@return a consent on some issues}
   *
   * @param kind how it is meant
   * @param issues the issues
   */
  public static Assent of(Consent.Kind kind, Set<IssueId> issues) {
    return new Assent(kind, ImmutableMap.copyOf(Maps.asMap(issues, i -> kind)), Optional.empty());
  }

  /**
   * {@return the same, to be confirmed by some organ where it is provisional}
   *
   * @param by the delegation that is to confirm it, or empty for the party itself
   */
  public Assent confirmedBy(Optional<DelegationId> by) {
    return new Assent(kind, parts, by.filter(o -> isProvisional()));
  }

  /** {@return whether it is still to be confirmed, all of it or what it says on some issues} */
  public boolean isProvisional() {
    return kind == Consent.Kind.PROVISIONAL || parts.containsValue(Consent.Kind.PROVISIONAL);
  }

  /** {@return on which issues it is still to be confirmed} */
  public ImmutableSet<IssueId> provisionallyOn() {
    return ImmutableSet.copyOf(
        Maps.filterValues(parts, k -> k == Consent.Kind.PROVISIONAL).keySet());
  }

  /** {@return on which issues it stands finally} */
  public ImmutableSet<IssueId> finallyOn() {
    return ImmutableSet.copyOf(Maps.filterValues(parts, Consent.Kind::isFinal).keySet());
  }

  /**
   * Returns this with a consent to more, or a stronger one to the same.
   *
   * @param more how it is meant, on which issues
   * @return the sum: what was consented to finally is not weakened
   */
  public Assent and(Assent more) {
    if (!kind.stands()) {
      return more;
    }
    ImmutableMap.Builder<IssueId, Consent.Kind> all = ImmutableMap.builder();
    all.putAll(parts);
    more.parts.forEach(
        (issue, stronger) -> all.put(issue, max(stronger, parts.getOrDefault(issue, stronger))));
    return new Assent(max(kind, more.kind), all.buildKeepingLast(), Optional.empty())
        .confirmedBy(more.isProvisional() ? more.organ : organ);
  }

  /**
   * Returns this without some issues.
   *
   * @param lost the issues on which it stands no more
   * @return the rest, or empty where that is nothing of what it covered
   */
  public Optional<Assent> without(Set<IssueId> lost) {
    ImmutableMap<IssueId, Consent.Kind> left =
        ImmutableMap.copyOf(Maps.filterKeys(parts, issue -> !lost.contains(issue)));
    return left.isEmpty() && !parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Assent(kind, left, organ));
  }

  private static Consent.Kind max(Consent.Kind one, Consent.Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
