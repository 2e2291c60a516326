package dev.parley.cli;

import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.explore.Exploration;
import dev.parley.explore.Explorer;
import dev.parley.explore.NegotiationModel;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.explore.Play;
import dev.parley.explore.Property;
import dev.parley.report.Transcript;
import dev.parley.report.words.Names;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding.Severity;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Talks that were tried out from where a record leaves them, with the legal moves drawn from a few
 * values of every scale, up to a number of situations.
 *
 * @param model what was explored
 * @param drawn what the moves were drawn from, in words
 * @param found what came of it
 */
record Trial(NegotiationModel model, String drawn, Exploration<State, Happening> found) {
  private static final int MOST_VALUES = 3;

  /** With more, no play gets far. */
  private static final int MOST_OFFERS = 100;

  /** More than what a situation takes that shares nothing with another. */
  private static final int BYTES_OF_STATE = 4_000;

  /** Positions, each of one principal towards another on an issue: with more, no play gets far. */
  private static final int MOST_POSITIONS = 500;

  /** Names on the scales, which every move is tried with. */
  private static final int MOST_NAMES = 1_000;

  /** Says that talks are not tried out, and why; empty where they can be. */
  static Optional<String> tooLarge(Agenda agenda) {
    long principals = agenda.principals().size();
    long positions = principals * (principals - 1) * agenda.issueList().size();
    if (positions > MOST_POSITIONS) {
      return Optional.of(
          leftOut(
              "%,d positions of one principal towards another on an issue",
              positions, MOST_POSITIONS));
    }
    long names = agenda.issueList().stream().mapToLong(issue -> names(issue.scale())).sum();
    return names > MOST_NAMES
        ? Optional.of(leftOut("%,d names on the scales", names, MOST_NAMES))
        : Optional.empty();
  }

  private static String leftOut(String what, long many, int most) {
    return String.format(
        Locale.ROOT,
        "Left out: how the talks can go on. There are "
            + what
            + ", and at most %,d are tried. With --states N they are tried all the same.\n",
        many,
        most);
  }

  private static int names(Scale scale) {
    if (scale instanceof Scale.Options options) {
      return options.names().size();
    }
    if (scale instanceof Scale.Levels levels) {
      return levels.names().size();
    }
    return scale instanceof Scale.Checklist list ? list.items().size() : 0;
  }

  /** Tries the talks out; a model that is not sound is a defect of Parley's. */
  static Trial of(Transcript record, int states, Progress progress) {
    Negotiation negotiation = record.negotiation();
    NegotiationModel start = NegotiationModel.after(negotiation);
    if (record.day().isPresent()) {
      start = start.startingOn(record.day().get());
    }
    int values = values(negotiation.agenda());
    NegotiationModel model = values > 0 ? start.drawing(values) : start.drawing(2, others());
    Explorer<State, Happening> explorer =
        Explorer.of(model)
            .maxStates(states)
            .maxBytes(Runtime.getRuntime().maxMemory() / 2, BYTES_OF_STATE)
            .sample(100)
            .onProgress(progress.every(), progress.clock(), progress);
    for (Stage stage : Stage.values()) {
      explorer =
          explorer.check(
              Property.sometimes(sentence(stage), state -> state.situation().stage() == stage));
    }
    for (Rule rule : negotiation.ruleBook().rules()) {
      if (rule.severity() == Severity.WARN) {
        explorer = explorer.check(model.keeps(rule.id()));
      }
    }
    Exploration<State, Happening> found;
    try {
      found = explorer.explore();
    } finally {
      progress.finish();
    }
    if (found.extent().ending() == Exploration.Extent.Ending.FAULT) {
      throw new IllegalStateException(found.extent().because());
    }
    return new Trial(model, drawn(negotiation.agenda(), values), found);
  }

  /** A package over many issues has too many values for even two of each: then no offers. */
  private static int values(Agenda agenda) {
    for (int values = MOST_VALUES; values >= 2; values--) {
      if (NegotiationModel.offersDrawn(agenda, values) <= MOST_OFFERS) {
        return values;
      }
    }
    return 0;
  }

  private static ActKind[] others() {
    Set<ActKind> others =
        Sets.difference(
            NegotiationModel.DRAWABLE, Sets.immutableEnumSet(ActKind.MAKE_OFFER, ActKind.PROPOSE));
    return others.toArray(new ActKind[0]);
  }

  private static String drawn(Agenda agenda, int values) {
    return values > 0
        ? "up to %s values of each issue's scale were tried, offers always on every issue (%s)"
            .formatted(
                values,
                Names.counted(
                    Math.round(NegotiationModel.offersDrawn(agenda, values)), "offer", "offers"))
        : "up to two values of each issue's scale were tried, but no new offers: %s make too many"
            .formatted(Names.counted(agenda.issueList().size(), "issue", "issues"));
  }

  private static String sentence(Stage stage) {
    return "the talks are " + Names.words(stage);
  }

  /** Returns the shortest play to a stage, where one was found. */
  Optional<Play<State, Happening>> to(Stage stage) {
    return found.verdict(sentence(stage)).witness();
  }

  /** Returns the shortest play that breaks a rule, where one was found. */
  Optional<Play<State, Happening>> breaking(Rule rule) {
    return found.verdict(rule.statement()).counterexample().map(Exploration.Counterexample::play);
  }

  /** Returns the stages that no play has reached; nothing leads back to where talks begin. */
  List<Stage> unreached() {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage != Stage.EXPLORATORY && to(stage).isEmpty())
        .toList();
  }

  /** Returns how often a rule has refused a move. */
  long refusals(Rule rule) {
    return found.statistics().refusals().getOrDefault(rule.id(), 0L);
  }
}
