package dev.parley.agenda;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Map;

/**
 * A delegation's mandate: for each issue, whether it can commit its party finally, ad referendum or
 * not at all. {@code Mandate.adReferendum()} on everything is what a mid-level delegation usually
 * has. Immutable.
 *
 * @param on the issues that are named, and the authority on each
 * @param otherwise the authority on every other issue
 */
public record Mandate(ImmutableMap<IssueId, Mandate.Authority> on, Mandate.Authority otherwise)
    implements Serializable {
  /** How far a delegation can bind its party on an issue. */
  public enum Authority {
    /** It can commit finally: its acceptance binds its party. */
    FINAL,
    /** It can commit subject to its party's confirmation: its acceptance is provisional. */
    AD_REFERENDUM,
    /** It cannot commit at all; it can listen, ask and explain. */
    NONE
  }

  /**
   * Sorts the issues.
   *
   * @param on the issues that are named, and the authority on each
   * @param otherwise the authority on every other issue
   */
  public Mandate {
    on = ImmutableSortedMap.copyOf(on);
  }

  /** {@return a mandate to commit finally on every issue} */
  public static Mandate full() {
    return new Mandate(ImmutableMap.of(), Authority.FINAL);
  }

  /** {@return a mandate to commit ad referendum on every issue} */
  public static Mandate adReferendum() {
    return new Mandate(ImmutableMap.of(), Authority.AD_REFERENDUM);
  }

  /**
   * {@return a mandate on some issues and none on the others}
   *
   * @param on the authority on each issue that is named
   */
  public static Mandate only(Map<IssueId, Authority> on) {
    return new Mandate(ImmutableMap.copyOf(on), Authority.NONE);
  }

  /**
   * {@return the authority on an issue}
   *
   * @param issue any issue
   */
  public Authority on(IssueId issue) {
    return on.getOrDefault(issue, otherwise);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
