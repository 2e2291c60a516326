package dev.parley.scenario.genius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Profiles of one's own, written and read back; and what neither tool can hold. */
class GeniusLaws {
  private static final OutcomeSpace SPACE =
      OutcomeSpace.of(
          List.of(
              Issue.of("custodian", Scale.options("oman", "chile", "norway")),
              Issue.of("days", Scale.quantity(0, 20, "days")),
              Issue.of("seat", Scale.options("oslo & co", "\"doha\" <old>"))));

  record Draft(List<Integer> weights, List<Integer> values, int low, int high, int reserved) {
    AdditiveProfile.Builder builder() {
      int sum = weights.stream().mapToInt(w -> w).sum();
      AdditiveProfile.Builder profile = AdditiveProfile.on(SPACE, "north");
      List<String> names = List.of("oman", "chile", "norway", "oslo & co", "\"doha\" <old>");
      List<Evaluation> tables = new ArrayList<>();
      for (int[] part : new int[][] {{0, 3}, {3, 5}}) {
        List<Integer> some = values.subList(part[0], part[1]);
        int most = some.stream().mapToInt(v -> v).max().orElseThrow();
        Evaluation.Table table = Evaluation.table();
        for (int v = part[0]; v < part[1]; v++) {
          table = table.value(names.get(v), Fraction.of(values.get(v), most));
        }
        tables.add(table);
      }
      return profile
          .issue(SPACE.issues().get(0).id(), Fraction.of(weights.get(0), sum), tables.get(0))
          .issue(
              SPACE.issues().get(1).id(),
              Fraction.of(weights.get(1), sum),
              Evaluation.linear(low + "/20", high + "/20"))
          .issue(SPACE.issues().get(2).id(), Fraction.of(weights.get(2), sum), tables.get(1));
    }

    AdditiveProfile withNumber() {
      return builder().reservation(ReservationPoint.of(Fraction.of(reserved, 100))).build();
    }
  }

  @Provide
  Arbitrary<Draft> drafts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9).list().ofSize(3).withoutEdgeCases(),
            Arbitraries.integers().between(1, 9).list().ofSize(5).withoutEdgeCases(),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(0, 100))
        .as(Draft::new);
  }

  @Property
  void xml_reads_back_as_the_same_utilities_or_says_which_number_has_no_end(
      @ForAll("drafts") Draft draft) {
    GeniusProfile mine = GeniusProfile.of("mine", draft.withNumber());
    GeniusDomain domain = GeniusXml.readDomain("mine", GeniusXml.write(mine.domain()));
    String text;
    try {
      text = GeniusXml.write(mine);
    } catch (GeniusException e) {
      assertThat(e).hasMessageEndingWith("is no decimal that ends, and the file takes decimals");
      return;
    }
    GeniusProfile read = GeniusXml.readProfile(domain, "north", text);
    assertThat(read.profile().reservedUtility()).isEqualTo(mine.profile().reservedUtility());
    for (int n = 0; n < SPACE.size().intValue(); n++) {
      assertThat(read.profile().utility(read.profile().space().outcome(n)))
          .isEqualTo(mine.profile().utility(SPACE.outcome(n)));
    }
  }

  @Property
  void json_reads_back_as_the_same_utilities_or_says_which_number_has_no_end(
      @ForAll("drafts") Draft draft) {
    AdditiveProfile profile = draft.builder().reservation(SPACE.outcome(draft.reserved())).build();
    String text;
    try {
      text = GeniusWebJson.write("mine", profile);
    } catch (GeniusException e) {
      assertThat(e).hasMessageEndingWith("is no decimal that ends, and the file takes decimals");
      return;
    }
    AdditiveProfile read = GeniusWebJson.readProfile("north", text).profile();
    assertThat(read.reservedUtility()).isEqualTo(profile.reservedUtility());
    for (int n = 0; n < SPACE.size().intValue(); n++) {
      assertThat(read.utility(read.space().outcome(n)))
          .isEqualTo(profile.utility(SPACE.outcome(n)));
    }
  }

  private static void refused(String message, Runnable writing) {
    assertThatExceptionOfType(GeniusException.class).isThrownBy(writing::run).withMessage(message);
  }

  private static AdditiveProfile one(Scale scale, String weight, Evaluation evaluation) {
    OutcomeSpace space = OutcomeSpace.of(List.of(Issue.of("aid", scale)));
    return AdditiveProfile.on(space, "north")
        .issue("aid", weight, evaluation)
        .reservation("0")
        .build();
  }

  @Example
  void what_genius_cannot_hold_is_refused_by_name() {
    Evaluation rising = Evaluation.linear("0", "1");
    refused(
        "issue (aid) has levels in order (none < some), and GENIUS knows named values without order"
            + " only: declare them as options to write them",
        () -> GeniusXml.write("x", one(Scale.levels("none", "some"), "1", rising)));
    Evaluation.Table table = Evaluation.table().value("nothing", "0").value("food", "1");
    refused(
        "issue (aid) is a checklist (any of food), for which GENIUS has no type: declare an option"
            + " for each set that matters",
        () -> GeniusXml.write("x", one(Scale.checklist("food"), "1", table)));
    refused(
        "issue (aid) has numbers by a step (0 to 1 tons by 0.5), for which GENIUS has no type: take"
            + " steps of 1, or options",
        () ->
            GeniusXml.write(
                GeniusDomain.of(
                    "x", one(Scale.quantity("0", "1", "0.5", "tons"), "1", rising).space())));
    refused(
        "profile of (north) has utilities up to (3), and GENIUS counts those above 1 as 1: divide"
            + " the weights and the reservation by (3) to write it",
        () -> GeniusXml.write("x", one(Scale.quantity(0, 5, "tons"), "3", rising)));
    refused(
        "slope of issue (aid) (1/7) is no decimal that ends, and the file takes decimals",
        () -> GeniusXml.write("x", one(Scale.quantity(0, 7, "tons"), "1", rising)));
    AdditiveProfile fine = one(Scale.quantity(0, 5, "tons"), "1", rising);
    refused(
        "profile of (north) reserves an outcome, and GENIUS takes a number: give its utility (0.4)"
            + " to write it",
        () ->
            GeniusXml.write(
                "x", fine.withReservation(ReservationPoint.of(fine.space().outcome(2)))));
    refused(
        "profile of (north) has no reservation, and GENIUS would read that as 0: give it one to"
            + " write it",
        () -> GeniusXml.write("x", fine.withReservation(java.util.Optional.empty())));
    refused(
        "profile of (north) reserves a number (0), and GeniusWeb takes an outcome: give one of that"
            + " utility to write it",
        () -> GeniusWebJson.write("x", fine));
  }
}
