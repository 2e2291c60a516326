package dev.parley.analysis.prospect;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be said of one package that would close a deal: what it is worth to each, who would
 * refuse it, whether another outcome is better for one and worse for nobody, who calls it fair, and
 * whether it would last. Immutable.
 */
public final class PackageProspect {
  private final ClosingPackage closing;
  private final Terms outcome;
  private final ImmutableMap<ActorId, Fraction> utilities;
  private final ImmutableList<ActorId> refusers;
  private final ImmutableList<ActorId> undecided;
  private final Optional<Appraisal> appraisal;
  private final Supplier<Aftermath.Read> aftermath;

  PackageProspect(
      ClosingPackage closing,
      Terms outcome,
      Iterable<ActorId> principals,
      Map<ActorId, AdditiveProfile> profiles,
      Optional<Frontier> frontier,
      Aftermath aftermath) {
    this.closing = closing;
    this.outcome = outcome;
    ImmutableMap.Builder<ActorId, Fraction> worth = ImmutableMap.builder();
    ImmutableList.Builder<ActorId> refusing = ImmutableList.builder();
    ImmutableList.Builder<ActorId> open = ImmutableList.builder();
    for (ActorId party : principals) {
      AdditiveProfile profile = profiles.get(party);
      if (profile == null) {
        open.add(party);
        continue;
      }
      Fraction utility = profile.utility(outcome);
      worth.put(party, utility);
      Optional<Boolean> refuses = profile.refuses(utility);
      if (refuses.isEmpty()) {
        open.add(party);
      } else if (refuses.get()) {
        refusing.add(party);
      }
    }
    utilities = worth.buildOrThrow();
    refusers = refusing.build();
    undecided = open.build();
    appraisal = frontier.map(f -> f.appraise(outcome));
    this.aftermath = Suppliers.memoize(() -> aftermath.of(closing, outcome));
  }

  /** {@return the package: the concessions that would close the deal} */
  public ClosingPackage closing() {
    return closing;
  }

  /** {@return the deal: a value on each issue that the package settles} */
  public Terms outcome() {
    return outcome;
  }

  /**
   * {@return what it is worth to each whose preference is known: the utilities, each on its party's
   * own scale, with what is agreed already}
   */
  public ImmutableMap<ActorId, Fraction> utilities() {
    return utilities;
  }

  /**
   * {@return who would rather have no agreement: the parties that it leaves below what they have
   * without one}
   */
  public ImmutableList<ActorId> refusers() {
    return refusers;
  }

  /**
   * {@return of whom it is not known whether they would rather have no agreement: the parties whose
   * preference or reservation is missing}
   */
  public ImmutableList<ActorId> undecided() {
    return undecided;
  }

  /**
   * {@return whether it is individually rational: no party is left below what it has without an
   * agreement; empty while that is not known of all, and nobody is known to refuse}
   */
  public Optional<Boolean> isRational() {
    if (!refusers.isEmpty()) {
      return Optional.of(false);
    }
    return undecided.isEmpty() ? Optional.of(true) : Optional.empty();
  }

  /**
   * {@return whether it is efficient, with an outcome that is better if not, and who calls it fair;
   * empty while the preference of a principal is not known}
   */
  public Optional<Appraisal> appraisal() {
    return appraisal;
  }

  /**
   * {@return whether it would last; empty where the record has too many stances to weigh} This is
   * the work, done when it is first asked for.
   */
  public Optional<Durability> durability() {
    return aftermath.get().durability();
  }

  /**
   * {@return why there is no {@link #durability}: the size, the bound and what would work; empty
   * where there is one}
   */
  public Optional<String> limit() {
    return aftermath.get().limit();
  }
}
