package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a party last gave a figure on a line before it spoke in words, or took back what it had
 * offered: what its next figure is measured from.
 */
final class LastFigure {
  private final Line line;
  private final Scale scale;

  private LastFigure(Line line, Scale scale) {
    this.line = line;
    this.scale = scale;
  }

  /**
   * Returns the entry of the last figure, then those that said something in words since; none where
   * there is no figure.
   *
   * @param earlier what counts of the record before, oldest first
   */
  static ImmutableList<EntryId> entries(Line line, Scale scale, List<Chronicle.Reading> earlier) {
    LastFigure last = new LastFigure(line, scale);
    List<EntryId> words = new ArrayList<>();
    for (Chronicle.Reading reading : Lists.reverse(earlier)) {
      List<Boolean> said = last.said(reading.move()).toList();
      if (said.contains(true)) {
        return ImmutableList.<EntryId>builder()
            .add(reading.id())
            .addAll(Lists.reverse(words))
            .build();
      }
      if (!said.isEmpty()) {
        words.add(reading.id());
      }
    }
    return ImmutableList.of();
  }

  /** What a move says on the line: each a figure, or words. */
  private Stream<Boolean> said(Move move) {
    if (!move.by().equals(line.party())) {
      return Stream.empty();
    }
    Act act = move.act();
    return Stream.of(
            act.value(Shape.DEMAND).stream().flatMap(this::demanded),
            act.offersMade().stream()
                .filter(offer -> offer.to().contains(line.toward()) && !offer.proposal())
                .flatMap(this::provided),
            act.value(Shape.STANDING_OFFER).stream().flatMap(offer -> answered(act, offer)),
            act.value(Shape.TEXT).or(() -> signed(act)).stream()
                .filter(text -> text.parties().isEmpty() || text.parties().contains(line.toward()))
                .flatMap(this::provided))
        .flatMap(figures -> figures);
  }

  private Stream<Boolean> demanded(Demand demand) {
    return demand.of().isEmpty() || demand.of().contains(line.toward())
        ? Optional.ofNullable(demand.asks().get(line.issue())).map(this::isFigure).stream()
        : Stream.empty();
  }

  private boolean isFigure(Ask ask) {
    return ask.on(scale).isPresent();
  }

  private Stream<Boolean> provided(Provisions text) {
    return Stream.concat(
        text.terms().on(line.issue()).stream().map(value -> true),
        text.conditions().stream()
            .filter(c -> c.issue().equals(line.issue()))
            .map(c -> isFigure(c.ask())));
  }

  /** What somebody accepts of an offer, or leaves undisputed in rejecting it. */
  private Stream<Boolean> answered(Act act, Offer offer) {
    ImmutableSet<IssueId> named = act.value(Shape.ISSUES).orElse(ImmutableSet.of());
    boolean agrees =
        act.kind() == ActKind.ACCEPT && (named.isEmpty() || named.contains(line.issue()))
            || act.kind() == ActKind.REJECT_OFFER && named.contains(line.issue());
    return agrees && offer.text().parties().contains(line.toward())
        ? provided(offer)
        : Stream.empty();
  }

  private static Optional<Text> signed(Act act) {
    return act.kind() == ActKind.SIGN || act.kind() == ActKind.INITIAL
        ? act.value(Shape.STANDING_TEXT)
        : Optional.empty();
  }
}
