package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Actor;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Terms;
import dev.parley.play.SessionResult.End;
import dev.parley.report.page.TablePage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a tally for a browser. */
final class TallyPage {
  /** So many agreements are shown, the most frequent first. */
  private static final int SHOWN = 12;

  private static final ImmutableList<String> FIGURES =
      ImmutableList.of("", "found", "from", "to", "plays");

  private final Tally tally;
  private final Agenda agenda;

  private TallyPage(Tally tally) {
    this.tally = tally;
    agenda = tally.session().opened().agenda();
  }

  static String of(Tally tally, String title) {
    TallyPage page = new TallyPage(tally);
    ImmutableList.Builder<TablePage.Part> parts = ImmutableList.builder();
    parts.add(new TablePage.Part("ends", "How the plays ended", FIGURES, page.ends()));
    if (!tally.agreements().isEmpty()) {
      parts.add(
          new TablePage.Part("agreements", "What was agreed", FIGURES, page.agreements()),
          new TablePage.Part("figures", "How good the agreements are", FIGURES, page.figures()),
          new TablePage.Part("parties", "What each party got", FIGURES, page.parties()));
    }
    return TablePage.page(title, parts.build(), page.notes());
  }

  private ImmutableList<ImmutableList<String>> ends() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (End end : End.values()) {
      rows.add(row(end.name().toLowerCase(Locale.ROOT).replace('_', ' '), tally.share(end)));
    }
    return rows.add(row("rounds, on average", tally.rounds())).build();
  }

  private ImmutableList<ImmutableList<String>> agreements() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    tally.agreements().entrySet().stream()
        .limit(SHOWN)
        .forEach(each -> rows.add(row(terms(each.getKey()), each.getValue())));
    int more = tally.agreements().size() - SHOWN;
    return more > 0
        ? rows.add(ImmutableList.of("and " + more + " more", "", "", "", "")).build()
        : rows.build();
  }

  private String terms(Terms terms) {
    return terms.values().entrySet().stream()
        .map(e -> agenda.requireIssue(e.getKey()).name() + ": " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private ImmutableList<ImmutableList<String>> figures() {
    return ImmutableList.of(
        row("welfare: the sum of the utilities", tally.welfare()),
        row("distance to the nearest efficient outcome", tally.frontierDistance()),
        row("distance to the nearest Nash solution", tally.nashDistance()));
  }

  private ImmutableList<ImmutableList<String>> parties() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Participant participant : tally.session().participants()) {
      ActorId party = participant.party();
      Map<ActorId, Actor> actors = agenda.actors();
      String name = actors.containsKey(party) ? agenda.nameOf(party) : party.text();
      rows.add(row(name + ": utility", tally.utility(party)));
      rows.add(row(name + ": share of its possible gain", tally.gainShare(party)));
    }
    return rows.build();
  }

  private List<String> notes() {
    return List.of(
        String.format(
            Locale.ROOT,
            "Of %,d plays. 95 of 100 such intervals hold the true figure: Wilson's for shares,"
                + " a bootstrap or the normal one for means.",
            tally.plays()),
        "What was agreed is a share of all plays; the figures on agreements are means over the"
            + " plays that reached one.",
        "These are plays of strategies under stated preferences. They do not say what real"
            + " parties will do.");
  }

  private static ImmutableList<String> row(String what, Optional<Estimate> found) {
    return found.map(e -> row(what, e)).orElse(ImmutableList.of(what, "unknown", "", "", ""));
  }

  private static ImmutableList<String> row(String what, Estimate e) {
    return ImmutableList.of(
        what,
        number(e.value()),
        number(e.low()),
        number(e.high()),
        String.format(Locale.ROOT, "%,d", e.sessions()));
  }

  private static String number(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }
}
