package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A package is played through the machine, by parties that keep their word. */
class PackageLaws {
  private static final Scope SCOPE = Scope.builder().first(8).sets(300).build();

  @Provide
  static Arbitrary<Negotiation> talks() {
    return Arbitraries.longs().between(0, 1_000_000_000).withoutEdgeCases().map(Problems::small);
  }

  @Property(tries = 400)
  void a_package_closes_the_deal_when_played_and_not_without_one_concession(
      @ForAll("talks") Negotiation talks) {
    Packages packages = Analysis.of(talks, SCOPE).packages();
    int played = 0;
    for (ClosingPackage closing : packages.first()) {
      if (closing.terms().isEmpty()) {
        continue;
      }
      played++;
      Negotiation after = new Witness(talks).play(closing.moves(talks.situation()));
      assertThat(after.situation().stage()).as("%s", closing).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
      for (Concession concession : closing.concessions()) {
        ClosingPackage less = Witness.without(closing, concession);
        assertThat(new Witness(talks).play(less.moves(talks.situation())).situation().stage())
            .as("%s without %s", closing, concession)
            .isNotEqualTo(Stage.AGREED_IN_PRINCIPLE);
      }
    }
    Statistics.label("verdict").collect(packages.verdict());
    Statistics.label("played").collect(played > 0);
    Statistics.label("played").coverage(c -> c.check(true).percentage(p -> p > 30));
  }
}
