package dev.parley.cli;

import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.explore.Exploration;
import dev.parley.explore.Explorer;
import dev.parley.explore.NegotiationModel;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.explore.Property;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How talks can go on from where a record leaves them: explored with the legal moves, drawn from a
 * few values of every scale, up to a number of states. Rules that warn are asked whether a play
 * would break them; those that refuse, whether they ever do.
 */
final class ExplorationReport {
  private static final int VALUES = 3;

  /** With more, no play gets far. */
  private static final int MOST_OFFERS = 100;

  /** More than what a situation takes that shares nothing with another. */
  private static final int BYTES_OF_STATE = 4_000;

  private static final Duration EVERY = Duration.ofMillis(200);

  private ExplorationReport() {}

  static String of(
      Negotiation negotiation,
      Optional<LocalDate> day,
      int states,
      Optional<ProgressBar> progress) {
    NegotiationModel model = NegotiationModel.after(negotiation);
    if (day.isPresent()) {
      model = model.startingOn(day.get());
    }
    model = drawing(model, negotiation.agenda());
    Explorer<State, Happening> explorer =
        Explorer.of(model)
            .maxStates(states)
            .maxBytes(Runtime.getRuntime().maxMemory() / 2, BYTES_OF_STATE)
            .sample(100)
            .check(
                reaching("an agreement that concludes the talks can be reached", Stage.CONCLUDED),
                reaching("the talks can be abandoned", Stage.ABANDONED));
    for (Rule rule : negotiation.ruleBook().rules()) {
      if (rule.severity() == Finding.Severity.WARN) {
        explorer = explorer.check(model.keeps(rule.id()));
      }
    }
    if (progress.isPresent()) {
      explorer = explorer.onProgress(EVERY, System::nanoTime, progress.get());
    }
    Exploration<State, Happening> found = explorer.explore();
    progress.ifPresent(ProgressBar::finish);
    return text(found)
        .lines()
        .map(ExplorationReport::safe)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What an exploration that was cut has not met yet says little, and is left out. */
  private static String text(Exploration<State, Happening> found) {
    if (found.extent().isComplete()) {
      return found.toString();
    }
    StringBuilder text = new StringBuilder();
    text.append(found.extent()).append('\n');
    found.verdicts().forEach(verdict -> text.append(verdict).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "%,d situations by %,d moves, %s in each\n",
            found.statistics().distinct(),
            found.statistics().generated(),
            Names.counted(Math.round(found.statistics().meanDegree()), "move", "moves")));
    found.counterexample().ifPresent(broken -> text.append('\n').append(broken.transcript()));
    return text.toString();
  }

  /** A package over many issues has too many values for even two of each: then no offers. */
  private static NegotiationModel drawing(NegotiationModel model, Agenda agenda) {
    for (int values = VALUES; values >= 2; values--) {
      if (NegotiationModel.offersDrawn(agenda, values) <= MOST_OFFERS) {
        return model.drawing(values);
      }
    }
    Set<ActKind> others =
        Sets.difference(NegotiationModel.DRAWABLE, Sets.immutableEnumSet(ActKind.MAKE_OFFER));
    return model.drawing(2, others.toArray(new ActKind[0]));
  }

  /** The spaces in front of a line are the explorer's own. */
  private static String safe(String line) {
    String text = line.stripLeading();
    return " ".repeat(line.length() - text.length()) + PlainText.safe(text);
  }

  private static Property<State, Happening> reaching(String sentence, Stage stage) {
    return Property.sometimes(sentence, state -> state.situation().stage() == stage);
  }
}
