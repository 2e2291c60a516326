package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.RoundVerdict.Remark;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of a round, and its verdict, in words.
 *
 * @param names what things are called
 */
public record StepWords(Names names) {
  private static final Pattern VERDICTS =
      Pattern.compile(
          Stream.of(Progress.values()).map(Enum::name).collect(Collectors.joining("|")));

  /**
   * Returns what made the verdict, without a full stop: "Hamas conceded on withdrawal days".
   *
   * @return the words, and the entries that they rest on
   */
  public Reason reason(RoundVerdict verdict) {
    List<String> parts = new ArrayList<>();
    Set<EntryId> entries = new TreeSet<>();
    switch (verdict.progress()) {
      case MOVED -> concessions(verdict, parts, entries);
      case REGRESSED -> hardenings(verdict, parts, entries);
      case MIXED -> {
        concessions(verdict, parts, entries);
        hardenings(verdict, parts, entries);
      }
      case STATED -> {
        done(verdict, STATING, "stated a position on", parts, entries);
        done(verdict, EnumSet.of(StepKind.CHANGED), "changed its position on", parts, entries);
      }
      case HELD -> {
        parts.add("no one moved");
        verdict.steps().forEach(step -> entries.addAll(step.entries()));
      }
      case UNREPORTED -> parts.add("too little is known for a verdict");
    }
    return new Reason(Names.some(parts), ImmutableList.copyOf(entries));
  }

  /**
   * What made a verdict.
   *
   * @param words what was done, without a full stop
   * @param entries the entries behind it
   */
  public record Reason(String words, ImmutableList<EntryId> entries) {}

  private static final Set<StepKind> STATING = EnumSet.of(StepKind.STATED, StepKind.QUANTIFIED);
  private static final Set<StepKind> DROPPING = EnumSet.of(StepKind.DROPPED);

  private void concessions(RoundVerdict verdict, List<String> parts, Set<EntryId> entries) {
    if (!verdict.closed().isEmpty()) {
      parts.add(issues(verdict.closed()) + " settled");
      verdict.steps().stream()
          .filter(s -> s.issue().filter(verdict.closed()::contains).isPresent())
          .forEach(s -> entries.addAll(s.entries()));
    }
    done(verdict, EnumSet.of(StepKind.CONCEDED), "conceded on", parts, entries);
    done(verdict, DROPPING, "dropped its demand on", parts, entries);
  }

  private void hardenings(RoundVerdict verdict, List<String> parts, Set<EntryId> entries) {
    if (!verdict.opened().isEmpty()) {
      parts.add(issues(verdict.opened()) + " settled no longer");
    }
    done(verdict, EnumSet.of(StepKind.HARDENED), "hardened its position on", parts, entries);
    done(verdict, EnumSet.of(StepKind.REOPENED), "reopened", parts, entries);
  }

  private String issues(Set<IssueId> issues) {
    return issues.size() == 1
        ? names.issue(issues.iterator().next()) + " was"
        : Names.number(issues.size()) + " issues were";
  }

  /** Says who did so on which issues, each party once; what is settled is said already. */
  private void done(
      RoundVerdict verdict,
      Set<StepKind> kinds,
      String verb,
      List<String> parts,
      Set<EntryId> entries) {
    Map<ActorId, Set<String>> byParty = new LinkedHashMap<>();
    for (Step step : verdict.steps()) {
      boolean said = step.issue().filter(verdict.closed()::contains).isPresent();
      if (kinds.contains(step.kind()) && !said) {
        byParty
            .computeIfAbsent(step.party(), p -> new LinkedHashSet<>())
            .add(step.issue().map(names::issue).orElse("an issue that is not reported"));
        entries.addAll(step.entries());
      }
    }
    byParty.forEach(
        (party, issues) ->
            parts.add(
                names.party(party) + " " + verb + " " + Names.some(ImmutableList.copyOf(issues))));
  }

  /** Returns the verdict, a line for what is attested and one for each thing that is alleged. */
  public static String verdict(RoundVerdict verdict) {
    return VERDICTS
        .matcher(verdict.describe().replace("; ", "\n"))
        .replaceAll((MatchResult found) -> Mark.VERDICT.on(found.group()));
  }

  /**
   * Returns how many issues are open, before and after: {@code "3 open -> 1"}. One on which nobody
   * has said anything is not among them.
   */
  public static String open(RoundVerdict verdict) {
    if (verdict.openBefore() == 0 && verdict.openAfter() == 0) {
      return "none known to be open";
    }
    return verdict.openBefore() == verdict.openAfter()
        ? verdict.openAfter() + " open, as before"
        : verdict.openBefore() + " open -> " + verdict.openAfter();
  }

  /** Returns the verdict in one text: what is attested and alleged, then {@link #counts}. */
  public String told(RoundVerdict verdict) {
    return verdict.describe() + "\n" + counts(verdict);
  }

  /** Returns what is settled no more, where anything is, then how many issues are open. */
  public String counts(RoundVerdict verdict) {
    String unsettled =
        verdict.unsettled().isEmpty()
            ? ""
            : "no longer settled: " + names.issues(verdict.opened()) + "\n";
    return unsettled + "issues: " + open(verdict);
  }

  /** Returns a row for each step: the issue, the party and towards whom, what, the entries. */
  public List<List<String>> rows(RoundVerdict verdict) {
    List<List<String>> rows = new ArrayList<>();
    String issueBefore = "";
    List<IssueId> order = names.agenda().issues().keySet().asList();
    for (Step step :
        Ordering.natural()
            .onResultOf((Step s) -> s.issue().map(order::indexOf).orElse(order.size()))
            .sortedCopy(verdict.steps())) {
      String issue = step.issue().map(names::issue).orElse("issue not reported");
      rows.add(
          List.of(
              issue.equals(issueBefore) ? "" : issue,
              names.party(step.party())
                  + step.toward()
                      .filter(t -> names.agenda().principals().size() > 2)
                      .map(t -> " towards " + names.party(t))
                      .orElse(""),
              what(step),
              Names.entries(step.entries())));
      issueBefore = issue;
    }
    return rows;
  }

  private static String what(Step step) {
    StringBuilder what = new StringBuilder();
    step.opening().ifPresent(r -> what.append("STATED ").append(Names.region(r)).append(", then "));
    what.append(step.kind().name());
    if (step.size().isPresent()) {
      what.append(size(step, step.size().get()));
    } else if (step.kind() == StepKind.CONCEDED || step.kind() == StepKind.HARDENED) {
      what.append(", size unknown");
    } else if (step.after().isEmpty() && step.kind() == StepKind.STATED) {
      what.append(", in words only");
    }
    String before = step.before().map(Names::region).orElse("not stated");
    String after = step.after().map(Names::region).orElse("no figure");
    if (step.after().isPresent() && !step.before().equals(step.after())) {
      what.append(step.before().isEmpty() ? ": " + after : ": " + before + " -> " + after);
    } else if (step.after().isPresent() || step.before().isPresent()) {
      what.append(": ").append(step.before().isPresent() ? before : after);
    }
    boolean said = step.kind() == StepKind.STATED || step.kind() == StepKind.CHANGED;
    if (said && step.words().isPresent()) {
      what.append(step.before().isPresent() ? " -> " : ": ");
      what.append(Names.inWords(step.words().get()));
    }
    step.marks().forEach(mark -> what.append(", ").append(Names.mark(mark)));
    if (!step.lastFigure().isEmpty()) {
      what.append(", from its last figure ").append(step.lastFigure().get(0));
      ImmutableList<EntryId> words = step.lastFigure().subList(1, step.lastFigure().size());
      what.append(words.isEmpty() ? "" : ", in words between " + Names.entries(words));
    }
    if (!step.reversals().isEmpty()) {
      what.append("; turned round at ").append(Names.entries(step.reversals()));
    }
    return what.toString();
  }

  private static String size(Step step, BigDecimal size) {
    if (size.signum() == 0) {
      return step.kind() == StepKind.CHANGED ? ", no nearer and no farther" : "";
    }
    String direction =
        switch (step.kind()) {
          case CONCEDED, HARDENED -> " ";
          default -> size.signum() > 0 ? ", nearer by " : ", farther by ";
        };
    return direction
        + Names.size(size.abs(), step.unit())
        + step.share()
            .map(
                s ->
                    " ("
                        + Names.plain(s.abs().movePointRight(2))
                        + PlainText.HARD_SPACE
                        + "% of the scale)")
            .orElse("");
  }

  public String remark(Remark remark) {
    String what =
        switch (remark.kind()) {
          case INTERNAL_INCONSISTENCY ->
              "two who speak for it contradict each other; there is no step";
          case MOVED_GOALPOSTS ->
              "tightened after it was declared sufficient and met (moved goalposts)";
          case ESCALATION -> "tightened (escalation)";
          case OWN_OFFER_OUTSIDE -> "demands more than its own offer, which still stands";
        };
    return "%s on %s: %s %s"
        .formatted(
            names.party(remark.party()),
            names.issue(remark.issue()),
            what,
            Names.entries(remark.entries()));
  }

  /** Returns the number of a degree on the scale of the Peace Accords Matrix. */
  public static int degree(Implementation degree) {
    return switch (degree) {
      case NONE -> 0;
      case MINIMAL -> 1;
      case INTERMEDIATE -> 2;
      case FULL -> 3;
    };
  }
}
