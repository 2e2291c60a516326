package dev.parley.talks;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Lasting;
import dev.parley.demand.Provisions.Condition;
import dev.parley.spelling.Listed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How what was done is verified, and what only words say is noted as having come about. */
final class FindingConduct {
  private FindingConduct() {}

  /** A finding settles what is done, whoever said what before; what is done later adds to it. */
  static final class Find extends ObligationConduct.About<AfterDeal.Find> {
    Find() {
      super(Tables.ObligationEvent.FIND);
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return super.subjects(s, by).stream()
          .filter(o -> isVerifiedBy((Obligation) o.orElseThrow(), by))
          .toList();
    }

    @Override
    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {
      Optional<ActorId> verifier = obligation.under().verifier();
      breaches.require(
          isVerifiedBy(obligation, by),
          Law.BY_VERIFIER,
          () -> "%s does not verify (%s)".formatted(by, obligation.name()),
          () ->
              verifier
                  .map(v -> "That is for " + v)
                  .orElse("The agreement names nobody who verifies it: let it say (verified by)"));
    }

    private static boolean isVerifiedBy(Obligation obligation, ActorId by) {
      return obligation.under().verifier().filter(by::equals).isPresent();
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Find act, Breaches breaches) {
      Optional<BigDecimal> total = act.obligation().total();
      act.amount()
          .ifPresent(
              amount ->
                  breaches.require(
                      amount.signum() >= 0
                          && total.filter(t -> amount.compareTo(t) <= 0).isPresent(),
                      Law.WITHIN_AMOUNT,
                      () ->
                          "%s cannot find (%s) done of (%s)"
                              .formatted(
                                  move.by(), amount.toPlainString(), act.obligation().name()),
                      () ->
                          total
                              .map(t -> "Owed: " + t.toPlainString())
                              .orElse("It is not counted: leave the amount out")));
    }

    @Override
    Tables.Report report(Situation s, Move move, AfterDeal.Find act) {
      if (act.breach().isPresent()) {
        return ObligationConduct.breach(s, act.obligation(), true);
      }
      Implementation found = degree(Implementation.NONE, act);
      boolean goesOn = act.obligation().undertaking().refrain();
      return new Tables.Report(goesOn ? ObligationConduct.lessThanFull(found) : found, false);
    }

    private static Implementation degree(Implementation said, AfterDeal.Find act) {
      boolean all = act.amount().isEmpty() || act.obligation().isAll(act.amount().get());
      return all ? Implementation.FULL : ObligationConduct.lessThanFull(said);
    }

    @Override
    Obligation.Status after(Obligation.Status before, Move move, AfterDeal.Find act) {
      Obligation.Status status = act.breach().isPresent() ? before.alleged(move.by()) : before;
      if (act.breach().isPresent() && act.amount().isEmpty()) {
        return status;
      }
      BigDecimal done = act.amount().or(() -> act.obligation().total()).orElse(status.done());
      return status.done(degree(status.degree(), act), done.stripTrailingZeros());
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Find act) {
      if (isVerifiedBy(act.obligation(), move.by())) {
        super.effect(draft, move, act);
      }
    }
  }

  /** What is said in words has come about when somebody says so. */
  static final class Note implements Conduct<AfterDeal.Note> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return AgreementConduct.texts(s, Note::isNotable);
    }

    private static boolean isNotable(Accord accord) {
      return accord.stage().isSigned() && (endsInWords(accord) || accord.isConditional())
          || !accord.stage().isOver() && !accord.ratifiedIf().isEmpty()
          || Entering.awaitsEvent(accord);
    }

    private static boolean endsInWords(Accord accord) {
      return accord.text().lasts().filter(Lasting.UntilEvent.class::isInstance).isPresent();
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          AgreementConduct.named(s, subject).filter(Note::isNotable).isPresent(),
          Law.NOTABLE,
          () -> by + " notes nothing that a signed agreement waits for",
          () -> AgreementConduct.agreements(s, breaches));
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Note act, Breaches breaches) {
      breaches.require(
          act.met().isEmpty() || !act.met().equals(act.failed()),
          Law.NOTABLE,
          () ->
              "%s notes that the condition on (%s) is met and that it has failed"
                  .formatted(move.by(), act.met().orElseThrow()),
          () -> "Say one of the two");
      AgreementConduct.named(s, Optional.of(act.text()))
          .filter(Note::isNotable)
          .ifPresent(
              accord ->
                  breaches.require(
                      conditions(act).isEmpty()
                          ? Entering.awaitsEvent(accord) || endsInWords(accord)
                          : conditions(act).keySet().stream().allMatch(i -> isOpen(accord, i)),
                      Law.NOTABLE,
                      () ->
                          conditions(act).isEmpty()
                              ? "%s neither comes into force nor ends with an event in words"
                                  .formatted(breaches.name(accord.text()))
                              : "%s has no open condition on %s"
                                  .formatted(
                                      breaches.name(accord.text()),
                                      Listed.names(conditions(act).keySet())),
                      () ->
                          openIn(accord).isEmpty()
                              ? "No condition of it is open"
                              : "Open conditions: " + Listed.names(openIn(accord))));
    }

    private static ImmutableMap<IssueId, Fulfilment> conditions(AfterDeal.Note act) {
      Map<IssueId, Fulfilment> said = new LinkedHashMap<>();
      act.met().ifPresent(issue -> said.put(issue, Fulfilment.MET));
      act.failed().ifPresent(issue -> said.put(issue, Fulfilment.FAILED));
      return ImmutableMap.copyOf(said);
    }

    private static boolean isOpen(Accord accord, IssueId issue) {
      return openIn(accord).contains(issue);
    }

    private static List<IssueId> openIn(Accord accord) {
      return Stream.concat(
              accord.conditions().entrySet().stream()
                  .filter(e -> e.getValue() == Fulfilment.OPEN)
                  .map(Map.Entry::getKey),
              accord.ratifiedIf().values().stream().flatMap(Set::stream))
          .map(Condition::issue)
          .distinct()
          .toList();
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Note act) {
      Optional<Accord> accord =
          AgreementConduct.named(draft.situation, Optional.of(act.text())).filter(Note::isNotable);
      if (accord.isEmpty()) {
        return;
      }
      ImmutableMap<IssueId, Fulfilment> said = conditions(act);
      if (said.isEmpty()) {
        if (Entering.awaitsEvent(accord.get())) {
          draft.put(accord.get().withNoted(true));
          Agreeing.settleUp(draft, move.on());
        } else if (endsInWords(accord.get())) {
          Agreeing.over(draft, accord.get(), Tables.AgreementEvent.EXPIRE);
        }
        return;
      }
      Map<Condition, Fulfilment> now = new LinkedHashMap<>(accord.get().conditions());
      now.replaceAll(
          (condition, was) ->
              was == Fulfilment.OPEN ? said.getOrDefault(condition.issue(), was) : was);
      Conditions.weighed(draft, accord.get(), now);
      Conditions.noted(draft, accord.get().text(), said, move.on());
      Agreeing.settleUp(draft, move.on());
    }
  }

  /** Each whom it binds has one reading of a term, the last. */
  static final class Interpret implements Conduct<AfterDeal.Interpret> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return AgreementConduct.texts(s, a -> a.stage().isSigned() && a.bound().contains(by));
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      Optional<Accord> accord = AgreementConduct.named(s, subject);
      if (accord.isEmpty() || !accord.get().stage().isSigned()) {
        breaches.add(
            Law.AGREED_TERM,
            () -> by + " interprets no agreement that is signed",
            () -> AgreementConduct.agreements(s, breaches));
        return;
      }
      breaches.require(
          accord.get().bound().contains(by),
          Law.CONCERNED,
          () ->
              "%s cannot interpret %s: it is not bound by it"
                  .formatted(by, breaches.name(accord.get().text())),
          () -> "Bound: " + Listed.names(accord.get().bound()));
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Interpret act, Breaches breaches) {
      breaches.require(
          !act.words().isBlank(),
          Law.AGREED_TERM,
          () -> "%s does not say how it reads (%s)".formatted(move.by(), act.term()),
          () -> "Say it in words");
      breaches.require(
          act.text().terms().issues().contains(act.term()),
          Law.AGREED_TERM,
          () -> "(%s) is no term of %s".formatted(act.term(), breaches.name(act.text())),
          () -> "Terms: " + Listed.names(act.text().terms().issues()));
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Interpret act) {
      AgreementConduct.named(draft.situation, Optional.of(act.text()))
          .filter(accord -> accord.stage().isSigned())
          .filter(accord -> accord.bound().contains(move.by()))
          .filter(accord -> accord.text().terms().issues().contains(act.term()))
          .filter(accord -> !act.words().isBlank())
          .ifPresent(accord -> read(draft, accord, move, act));
    }

    private static void read(Draft draft, Accord accord, Move move, AfterDeal.Interpret act) {
      Map<IssueId, ImmutableMap<ActorId, String>> readings = new LinkedHashMap<>(accord.readings());
      Map<ActorId, String> ofTerm =
          new LinkedHashMap<>(readings.getOrDefault(act.term(), ImmutableMap.of()));
      ofTerm.put(move.by(), act.words());
      readings.put(act.term(), ImmutableMap.copyOf(ofTerm));
      Accord read = accord.withReadings(readings);
      draft.put(read);
      if (Agreeing.reread(draft, accord, read)) {
        Agreeing.settleUp(draft, move.on());
      }
    }
  }
}
