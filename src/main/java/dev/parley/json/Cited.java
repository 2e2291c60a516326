package dev.parley.json;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Text;
import dev.parley.progress.Heard;
import dev.parley.report.words.JsonType;
import dev.parley.talks.Situation;
import dev.parley.talks.Standing;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The offers and the texts on which the positions of a situation rest. Each is written once and
 * cited by its place: a package on twelve issues stands on twelve lines. They have no order but
 * that of what is written of them. Immutable.
 *
 * @param offers the offers
 * @param texts the texts
 */
record Cited(ImmutableList<Offer> offers, ImmutableList<Text> texts) {
  static Cited of(Situation situation) {
    Collected all = new Collected();
    situation.positions().forEach((line, position) -> all.add(position));
    situation.baseline().forEach((line, position) -> all.add(position));
    situation.heard().forEach((line, heard) -> all.add(heard));
    for (Standing standing : situation.offers().values()) {
      all.offers.addAll(standing.alternatives());
    }
    return new Cited(
        JsonType.sorted(JsonValues.OFFER, all.offers), JsonType.sorted(JsonValues.TEXT, all.texts));
  }

  /** What is found on the way through a situation. */
  private static final class Collected {
    private final Set<Offer> offers = new LinkedHashSet<>();
    private final Set<Text> texts = new LinkedHashSet<>();

    private void add(Position position) {
      position.stated().forEach(stated -> stated.by().ifPresent(offers::add));
      position.signatures().forEach(signature -> texts.add(signature.to()));
      position
          .given()
          .ifPresent(
              given -> {
                texts.add(given.to());
                add(given.before());
              });
    }

    private void add(Heard heard) {
      heard.opening().ifPresent(this::add);
      heard.closing().ifPresent(this::add);
      heard
          .sayings()
          .forEach(
              saying -> {
                add(saying.before());
                add(saying.after());
                add(saying.heard());
              });
    }
  }

  Optional<Integer> offer(Optional<Offer> offer) {
    return offer.map(offers::indexOf);
  }

  int text(Text text) {
    return texts.indexOf(text);
  }

  ImmutableList<Integer> offers(Set<Offer> some) {
    return some.stream().map(offers::indexOf).sorted().collect(ImmutableList.toImmutableList());
  }
}
