package dev.parley.agreement;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.When;
import dev.parley.travel.Travelling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * How one text stands with those whom it binds: all that decides what may be done about it next,
 * without dates. {@link Agreement} is the same with its history. Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable(lazyhash = true)
public sealed interface Accord extends Travelling, WithAccord permits ImmutableAccord {
  /** {@return what is consented to; its parties are named} */
  Text text();

  /** {@return its stage} */
  AgreementStage stage();

  /**
   * {@return how far each party consents: the assents, in the order in which they were first given}
   */
  ImmutableMap<ActorId, Assent> assents();

  /** {@return the obligations under it: each and where it stands, in the order of the text} */
  ImmutableMap<Obligation, Obligation.Status> obligations();

  /** {@return between whom it is suspended: who has suspended it, and towards whom} */
  ImmutableSetMultimap<ActorId, ActorId> suspensions();

  /** {@return who has agreed to end it; it is over when all whom it binds have} */
  ImmutableSet<ActorId> endedBy();

  /** {@return the date with which it ends, once it is in force; empty where it lasts on} */
  Optional<When> ends();

  /**
   * {@return when it entered into force, kept where something is to be done so many days after
   * that, or an instalment then; else empty}
   */
  Optional<When> entered();

  /**
   * {@return from when on what it makes owed has nothing more to wait for, where that is so long
   * after something else, or was known before it came into force}
   */
  ImmutableMap<Obligation, When> awaitedUntil();

  /** {@return its conditions, each with what has become of it} */
  ImmutableMap<Condition, Fulfilment> conditions();

  /**
   * {@return who has ratified it under conditions, and which of them are open: its consent stays
   * what it was until none is}
   */
  ImmutableMap<ActorId, ImmutableSet<Condition>> ratifiedIf();

  /** {@return whether the event in words has come about with which it comes into force} */
  @Default
  default boolean noted() {
    return false;
  }

  /** {@return how each whom it binds reads a term, in words, where it has said so} */
  ImmutableMap<IssueId, ImmutableMap<ActorId, String>> readings();

  /**
   * {@return whether two whom it binds read a term differently: what hangs on it cannot be told}
   *
   * @param term the issue of a term
   */
  default boolean isContested(IssueId term) {
    List<Answer> read =
        readings().getOrDefault(term, ImmutableMap.of()).entrySet().stream()
            .filter(e -> bound().contains(e.getKey()))
            .map(e -> Answer.text(e.getValue()))
            .toList();
    return read.stream().anyMatch(r -> r.contradicts(read.get(0), Optional.empty()));
  }

  /**
   * {@return the terms whose meaning is contested on which an obligation hangs: where there are
   * any, whether it is done cannot be told}
   *
   * @param obligation an obligation under it
   */
  default ImmutableSet<IssueId> contested(Obligation obligation) {
    return readings().keySet().stream()
        .filter(i -> obligation.isOn(i) && isContested(i))
        .collect(toImmutableSet());
  }

  /** What has become of a condition. */
  enum Fulfilment {
    /** Nothing yet: what hangs on it is pending. */
    OPEN,
    /** It is met. */
    MET,
    /** It has failed: what hung on it is discharged. */
    FAILED
  }

  /**
   * {@return whom it binds: its parties and those who have joined it, but not who has left it, or,
   * once it is signed, has refused to ratify it}
   */
  @Lazy
  default ImmutableSet<ActorId> bound() {
    return Stream.concat(
            text().parties().stream(),
            text().openTo().stream().filter(p -> is(p, Consent.Kind::isFinal)))
        .filter(p -> !is(p, kind -> kind == Consent.Kind.WITHDRAWN))
        .filter(p -> !stage().isSigned() || !is(p, kind -> kind == Consent.Kind.REFUSED))
        .collect(toImmutableSet());
  }

  /** {@return whom it binds or has bound: its parties, and those who have joined it} */
  @Lazy
  default ImmutableSet<ActorId> concerned() {
    return Stream.concat(
            text().parties().stream(), text().openTo().stream().filter(assents()::containsKey))
        .collect(toImmutableSet());
  }

  /**
   * {@return to whom an obligation under it is owed: those it binds beside the obligor, save who
   * has excused it}
   *
   * @param obligation an obligation under it
   */
  default ImmutableSet<ActorId> creditors(Obligation obligation) {
    Obligation.@Nullable Status status = obligations().get(obligation);
    return bound().stream()
        .filter(p -> !p.equals(obligation.by()))
        .filter(p -> status == null || !status.excusedBy().contains(p))
        .collect(toImmutableSet());
  }

  /**
   * {@return when an obligation under it is set off by itself: on a date, so many days after the
   * entry into force, or so long after something else; empty where it waits for no day, or the day
   * is not known yet}
   *
   * @param obligation an obligation under it
   */
  default Optional<When> setOffOn(Obligation obligation) {
    Trigger trigger = obligation.undertaking().trigger();
    if (trigger instanceof Trigger.AfterDays after) {
      return entered().flatMap(on -> on.endPlus(Duration.ofDays(after.days())));
    }
    return trigger instanceof Trigger.OnDate day
        ? Optional.of(day.date())
        : Optional.ofNullable(awaitedUntil().get(obligation));
  }

  /**
   * {@return by when an obligation under it is due: as its undertaking says, or, as an instalment,
   * on the day that its trigger gives; empty where no day is given, or it is not known yet}
   *
   * @param obligation an obligation under it
   */
  default Optional<When> dueOn(Obligation obligation) {
    boolean isInstalment =
        text().instalments().stream().anyMatch(step -> obligation.isNamed(step.name()));
    return obligation
        .undertaking()
        .due()
        .or(
            () ->
                !isInstalment
                    ? Optional.empty()
                    : obligation.undertaking().trigger() instanceof Trigger.OnForce
                        ? entered()
                        : setOffOn(obligation));
  }

  /**
   * {@return whether it is suspended between two whom it binds: by either of them}
   *
   * @param one a party
   * @param other another party
   */
  default boolean isSuspendedBetween(ActorId one, ActorId other) {
    return suspensions().containsEntry(one, other) || suspensions().containsEntry(other, one);
  }

  /**
   * {@return whether an obligation is suspended towards all to whom it is owed}
   *
   * @param obligation an obligation under it
   */
  default boolean isSuspended(Obligation obligation) {
    ImmutableSet<ActorId> creditors = creditors(obligation);
    return !creditors.isEmpty()
        && creditors.stream().allMatch(to -> isSuspendedBetween(obligation.by(), to));
  }

  /** {@return whether all whom it binds have suspended it towards all others} */
  default boolean isSuspendedByAll() {
    return bound().stream()
        .allMatch(
            by ->
                bound().stream()
                    .allMatch(to -> to.equals(by) || suspensions().containsEntry(by, to)));
  }

  /** {@return whether what hangs on a condition of it is still pending} */
  default boolean isConditional() {
    return conditions().containsValue(Fulfilment.OPEN);
  }

  /**
   * Returns whether a party's consent is of some kind.
   *
   * @param party a party
   * @param kind which kind
   * @return whether it has given one, and it is of that kind
   */
  default boolean is(ActorId party, Predicate<Consent.Kind> kind) {
    @Nullable Assent assent = assents().get(party);
    return assent != null && kind.test(assent.kind());
  }

  /**
   * {@return the issues of its terms on which all consent that it binds: all or none of a whole
   * text}
   *
   * @param kind consents of which kind count
   */
  default ImmutableSet<IssueId> agreed(Predicate<Consent.Kind> kind) {
    Set<IssueId> common = text().terms().issues();
    for (ActorId party : bound()) {
      @Nullable Assent assent = assents().get(party);
      if (assent == null || !assent.kind().stands()) {
        return ImmutableSet.of();
      }
      common =
          Sets.filter(
              common,
              i -> {
                Consent.@Nullable Kind given = assent.parts().get(i);
                return given != null && kind.test(given);
              });
    }
    boolean inPart =
        text().binding() == Binding.WHOLE && common.size() < text().terms().issues().size();
    return inPart ? ImmutableSet.of() : ImmutableSet.copyOf(common);
  }

  /**
   * {@return whether all whom it binds consent, to the whole or to some part of what is severable}
   *
   * @param kind consents of which kind count
   */
  default boolean isGivenByAll(Predicate<Consent.Kind> kind) {
    return bound().size() > 1
        && (text().terms().issues().isEmpty()
            ? bound().stream().allMatch(p -> is(p, kind))
            : !agreed(kind).isEmpty());
  }

  /**
   * {@return how many more of those it binds must ratify before it is in force, where its text asks
   * for a number of them, whoever they are; else empty}
   */
  default OptionalInt ratificationsToCome() {
    if (!(text().inForce().ratifiers() instanceof Ratifiers.AtLeast some)) {
      return OptionalInt.empty();
    }
    long have = bound().stream().filter(p -> is(p, k -> k == Consent.Kind.RATIFIED)).count();
    return OptionalInt.of((int) Math.max(0, some.parties() - have));
  }

  /** {@return the issues on which all consent finally; none where a condition of it has failed} */
  @Lazy
  default ImmutableSet<IssueId> agreedFinally() {
    return conditions().containsValue(Fulfilment.FAILED)
        ? ImmutableSet.of()
        : agreed(Consent.Kind::isFinal);
  }

  /** {@return the issues that it settles among those it binds; none before all have signed} */
  @Lazy
  default ImmutableSet<IssueId> settles() {
    return stage().isSigned() ? agreedFinally() : ImmutableSet.of();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an accord. */
  final class Builder extends ImmutableAccord.Builder {
    Builder() {}
  }
}
