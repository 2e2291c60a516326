package dev.parley.cli;

import dev.parley.evidence.When;
import dev.parley.explore.Exploration.Statistics;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.explore.Play;
import dev.parley.report.Transcript;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding.Severity;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How talks can go on from where a record leaves them, told: the shortest play that reaches an
 * agreement and the shortest that breaks a rule, as a transcript tells what was done; what was not
 * reached; and how far the search went.
 */
final class Story {
  private static final int LABEL = 12;

  private final Transcript record;
  private final Negotiation negotiation;
  private final Trial trial;
  private final TextLayout page;

  private Story(Transcript record, Trial trial, int width) {
    this.record = record;
    this.negotiation = record.negotiation();
    this.trial = trial;
    this.page = new TextLayout(width);
  }

  /** Explores up to a number of situations, and tells what came of it. */
  static String of(Transcript record, int states, int columns, Progress progress) {
    Story story = new Story(record, Trial.of(record, states, progress), columns);
    story.tell();
    return PlainText.readable(story.page.text());
  }

  private void tell() {
    heading(
        "%s: how the talks can go on%s"
            .formatted(
                PlainText.safe(record.title()),
                record.day().map(day -> " from " + When.on(day).describe()).orElse("")));
    page.blank();
    agreement();
    page.blank();
    brokenRule();
    page.blank();
    notReached();
    bounds();
  }

  private void agreement() {
    Optional<Play<State, Happening>> play = trial.to(Stage.CONCLUDED);
    if (negotiation.situation().stage() == Stage.CONCLUDED) {
      heading("AGREEMENT  The talks are concluded already.");
    } else if (play.isEmpty()) {
      heading("AGREEMENT  No play that was tried concludes the talks.");
    } else {
      heading("AGREEMENT  The shortest play that concludes the talks: " + length(play.get()));
      told(play.get());
    }
  }

  /** Tells the shortest play that breaks a rule which only warns; no play breaks the others. */
  private void brokenRule() {
    List<Rule> rules = negotiation.ruleBook().rules();
    Optional<Rule> first =
        rules.stream()
            .filter(rule -> rule.severity() == Severity.WARN && trial.breaking(rule).isPresent())
            .min(Comparator.comparingInt(r -> trial.breaking(r).orElseThrow().steps().size()));
    if (first.isPresent()) {
      Play<State, Happening> play = trial.breaking(first.get()).orElseThrow();
      heading("BROKEN RULE  The shortest play that breaks a rule: " + length(play));
      told(play);
      trial.model().negotiation(play).remarks(negotiation.ruleBook()).stream()
          .reduce((before, last) -> last)
          .ifPresent(
              last ->
                  last.findings().stream()
                      .filter(finding -> finding.rule().equals(first.get().id()))
                      .forEach(finding -> page.labelled("breaks", LABEL, said(finding + ""))));
    } else {
      heading(
          rules.isEmpty()
              ? "BROKEN RULE  The file names no rules that a play could break."
              : "BROKEN RULE  No play that was tried breaks a rule.");
    }
    for (Rule rule : rules) {
      if (first.isEmpty() || !rule.equals(first.get())) {
        page.labelled("rule", LABEL, said(rule.id()) + ": " + otherwise(rule));
      }
    }
  }

  private String otherwise(Rule rule) {
    if (rule.severity() == Severity.REFUSE) {
      return "it refuses, so that no play breaks it; here it refused "
          + Names.counted(trial.refusals(rule), "move", "moves");
    }
    return trial
        .breaking(rule)
        .map(play -> "it can be broken, too, in " + length(play))
        .orElse("no play that was tried breaks it");
  }

  private void notReached() {
    List<String> stages = trial.unreached().stream().map(Names::words).toList();
    if (!stages.isEmpty()) {
      heading(
          "NOT REACHED  %s: talks that are %s"
              .formatted(
                  trial.found().extent().isComplete()
                      ? "Whatever the parties do"
                      : "Within the bound",
                  String.join(", ", stages)));
    }
  }

  private void bounds() {
    Statistics figures = trial.found().statistics();
    int depth = trial.found().extent().depth();
    heading(
        "TRIED  %s. %s, by %s; %s."
            .formatted(
                trial.found().extent().isComplete()
                    ? "Every play, to its end"
                    : "%s, and some longer ones, until %s"
                        .formatted(
                            depth < 1
                                ? "Not even every single move"
                                : "Every play of up to " + counted(depth, "move"),
                            trial.found().extent().because()),
                counted(figures.distinct(), "situation"),
                counted(figures.generated(), "move"),
                trial.drawn()));
  }

  private static String counted(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : one + "s");
  }

  private static String length(Play<State, Happening> play) {
    return counted(play.steps().size(), "move");
  }

  private static String said(String text) {
    return PlainText.safe(text);
  }

  private void heading(String words) {
    page.paragraph(0, TextLayout.INDENT, words);
  }

  /** Tells a play entry by entry, with the date where it changes, and where it leaves the talks. */
  private void told(Play<State, Happening> play) {
    Negotiation then = trial.model().negotiation(play);
    EntryWords telling = Wording.of(then, record.sources()).telling();
    int before = negotiation.chronicle().size();
    List<List<String>> rows = new ArrayList<>();
    When last = When.UNKNOWN;
    for (Entry entry : then.chronicle().entries()) {
      if (entry.id().number() <= before) {
        continue;
      }
      String date =
          entry.on().equals(last) || entry.on().isUnknown() ? "" : entry.on().describe() + ": ";
      last = entry.on();
      rows.add(List.of(telling.who(entry), date + telling.words(entry), entry.id().toString()));
    }
    page.table(TextLayout.INDENT, true, rows);
    page.labelled("then", LABEL, "the talks are " + Names.words(then.situation().stage()));
  }
}
