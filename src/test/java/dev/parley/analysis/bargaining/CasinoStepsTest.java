package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.OfferSequence.Bid;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.OfferSequence.StepClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;

/** The steps of 45 real dialogues, against the classes that follow from the corpus' own points. */
class CasinoStepsTest {
  private static final Agenda TABLE =
      Agenda.builder()
          .principal("a", "First camper")
          .principal("b", "Second camper")
          .issue("food", Scale.quantity(0, 3, "packages to a"))
          .issue("water", Scale.quantity(0, 3, "packages to a"))
          .issue("firewood", Scale.quantity(0, 3, "packages to a"))
          .build();
  private static final OutcomeSpace SPACE = OutcomeSpace.of(TABLE);
  private static final List<String> ISSUES = List.of("food", "water", "firewood");

  @Example
  void every_proposal_has_the_points_and_the_step_class_of_the_corpus() {
    Map<String, Integer> classes = new TreeMap<>();
    List<Profile> profiles = List.of();
    List<List<String>> proposals = new ArrayList<>();
    int dialogues = 0;
    for (List<String> line : Domains.lines("casino.steps")) {
      switch (line.get(0)) {
        case "dialogue" -> {
          profiles = List.of(camper("a", line.subList(2, 5)), camper("b", line.subList(5, 8)));
          proposals.clear();
          dialogues++;
        }
        case "end" -> {
          check(profiles, proposals, classes);
          ending(profiles, proposals, line);
        }
        default -> proposals.add(line);
      }
    }
    assertThat(dialogues).isEqualTo(45);
    assertThat(classes)
        .containsExactly(
            Map.entry("-", 81),
            Map.entry("CONCESSION", 22),
            Map.entry("FORTUNATE", 2),
            Map.entry("SELFISH", 11),
            Map.entry("SILENT", 11));
  }

  private static void check(
      List<Profile> profiles, List<List<String>> proposals, Map<String, Integer> classes) {
    OfferSequence sequence =
        OfferSequence.of(proposals.stream().map(CasinoStepsTest::bid).toList());
    List<BidStep> steps = sequence.steps(profiles);
    for (int i = 0; i < steps.size(); i++) {
      List<String> proposal = proposals.get(i);
      int maker = proposal.get(0).equals("A") ? 0 : 1;
      Terms terms = terms(proposal);
      assertThat(profiles.get(maker).utility(terms)).hasToString(proposal.get(4));
      assertThat(profiles.get(1 - maker).utility(terms)).hasToString(proposal.get(5));
      String expected = proposal.get(6);
      classes.merge(expected, 1, Integer::sum);
      ActorId other = profiles.get(1 - maker).party();
      if (expected.equals("-")) {
        assertThat(steps.get(i).towards()).isEmpty();
        assertThat(steps.get(i).unknown())
            .hasValue("it is the first bid of (%s)".formatted(profiles.get(maker).party()));
      } else {
        assertThat(steps.get(i).towards())
            .containsExactly(Map.entry(other, StepClass.valueOf(expected)));
      }
    }
  }

  private static void ending(
      List<Profile> profiles, List<List<String>> proposals, List<String> end) {
    boolean agreed = end.get(1).equals("AGREED");
    for (int p = 0; p < 2; p++) {
      Fraction points =
          agreed
              ? profiles.get(p).utility(terms(proposals.get(proposals.size() - 1)))
              : profiles.get(p).reservedUtility().orElseThrow();
      assertThat(points).hasToString(end.get(2 + p));
    }
  }

  private static Bid bid(List<String> proposal) {
    return Bid.of(proposal.get(0).equals("A") ? "a" : "b", terms(proposal));
  }

  private static Terms terms(List<String> proposal) {
    Terms.Builder terms = Terms.on(TABLE);
    for (int i = 0; i < 3; i++) {
      terms.set(ISSUES.get(i), proposal.get(i + 1));
    }
    return terms.build();
  }

  private static Profile camper(String party, List<String> worth) {
    AdditiveProfile.Builder profile = AdditiveProfile.on(SPACE, party).reservation("5");
    for (int i = 0; i < 3; i++) {
      profile.issue(
          ISSUES.get(i),
          worth.get(i),
          party.equals("a") ? Evaluation.linear("0", "3") : Evaluation.linear("3", "0"));
    }
    return profile.build();
  }
}
