package dev.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.evidence.When;
import dev.parley.report.Records;
import dev.parley.report.words.JsonDocument;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two situations are written alike exactly if they are equal. */
class JsonSituationLaws {
  /** What was written so far, each with the situation that was. */
  private static final class Written {
    private final Map<String, Situation> byText = new HashMap<>();
    private final Map<Situation, String> bySituation = new HashMap<>();
    private int again;

    private void add(Situation situation) {
      String json = Json.of(situation);
      Situation before = byText.putIfAbsent(json, situation);
      if (before != null) {
        again++;
        assertThat(before).as(json).isEqualTo(situation);
      }
      String then = bySituation.putIfAbsent(situation, json);
      if (then != null) {
        assertThat(json).isEqualTo(then);
      }
    }
  }

  @Provide
  static Arbitrary<Negotiation> records() {
    return Negotiations.records(
        dev.parley.testing.Records.of(LegalPlay.ANY.withMoves(0, 40).withOneWildIn(4)));
  }

  @Property(tries = 100)
  void situations_of_a_record_are_written_alike_exactly_if_they_are_equal(
      @ForAll("records") Negotiation record) {
    Written written = new Written();
    written.add(record.situation());
    record.chronicle().entries().stream()
        .map(entry -> record.asKnownAt(entry.id()).situation())
        .forEach(written::add);
    assertThat(JsonTree.read(Json.of(record.situation()))).isInstanceOf(Map.class);
  }

  @Example
  void whatever_the_order_equal_situations_are_written_alike() {
    Agenda agenda =
        Agenda.builder()
            .principal("union", "Union")
            .principal("port", "Port")
            .principal("state", "State")
            .issue("wage", Scale.quantity(0, 10, "percent"))
            .issue("shifts", Scale.options("two", "three"))
            .build();
    Terms five = Terms.on(agenda).set("wage", 5).build();
    Terms two = Terms.on(agenda).set("shifts", "two").build();
    Offer wage = Offer.of("port", "union", five);
    List<Move> menu =
        List.of(
            Move.by("port").offers(wage),
            Move.by("state").offers(Offer.of("state", "union", two)),
            Move.by("union").demands(GeneralDemand.of("union", "port", "wage", "at least 6")),
            Move.by("union").demands(GeneralDemand.of("union", "state", "shifts", "two")),
            Move.by("union").accepts(wage),
            Move.by("union").breaksOff(),
            Move.by("state").breaksOff());
    Written written = new Written();
    reach(Negotiation.about(agenda).with(Move.by("port").opensRound()), menu, 4, written);
    assertThat(written.again).as("situations reached in several ways").isGreaterThan(100);
  }

  private static void reach(Negotiation from, List<Move> menu, int depth, Written written) {
    written.add(from.situation());
    if (depth > 0) {
      for (Move move : menu) {
        Negotiation next = from.apply(move).negotiation();
        if (!next.equals(from)) {
          reach(next, menu, depth - 1, written);
        }
      }
    }
  }

  /** An agreement that differs in one attribute, by the attribute. */
  private static ImmutableMap<String, Accord> variants(Accord accord) {
    ImmutableSet<ActorId> some = ImmutableSet.of(ActorId.of("union"));
    Condition condition = Condition.of("pay", "at least 3");
    Obligation obligation = accord.obligations().keySet().iterator().next();
    return ImmutableMap.<String, Accord>builder()
        .put("text", accord.withText(accord.text().withInterim(!accord.text().interim())))
        .put("stage", accord.withStage(AgreementStage.SUSPENDED))
        .put("assents", accord.withAssents(ImmutableMap.of()))
        .put("obligations", accord.withObligations(ImmutableMap.of()))
        .put(
            "suspensions",
            accord.withSuspensions(
                ImmutableSetMultimap.of(ActorId.of("union"), ActorId.of("port"))))
        .put("endedBy", accord.withEndedBy(some))
        .put("ends", accord.withEnds(When.parse("2030")))
        .put("entered", accord.withEntered(When.parse("2029")))
        .put(
            "awaitedUntil",
            accord.withAwaitedUntil(ImmutableMap.of(obligation, When.parse("2031"))))
        .put("conditions", accord.withConditions(ImmutableMap.of(condition, Fulfilment.OPEN)))
        .put(
            "ratifiedIf",
            accord.withRatifiedIf(ImmutableMap.of(ActorId.of("union"), ImmutableSet.of(condition))))
        .put(
            "readings",
            accord.withReadings(
                ImmutableMap.of(
                    IssueId.of("pay"), ImmutableMap.of(ActorId.of("union"), "before taxes"))))
        .put("noted", accord.withNoted(!accord.noted()))
        .buildOrThrow();
  }

  @Example
  void every_attribute_of_an_agreement_is_written() {
    Accord accord =
        Records.docksSettled().negotiation().situation().agreements().values().iterator().next();
    ImmutableMap<String, Accord> variants = variants(accord);
    assertThat(variants.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Accord.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.matches("with[A-Z].*"))
                .map(name -> Character.toLowerCase(name.charAt(4)) + name.substring(5))
                .collect(Collectors.toSet()));
    JsonDocument<Accord> document = new JsonDocument<>(JsonAgreements.ACCORD);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put(document.of(accord), "none");
    variants.forEach((attribute, variant) -> attributes.put(document.of(variant), attribute));
    assertThat(attributes.values()).hasSize(variants.size() + 1);
  }

  @Example
  void what_has_no_order_is_written_in_one_order() {
    Accord accord =
        Records.docksSettled().negotiation().situation().agreements().values().iterator().next();
    ImmutableList<Condition> conditions =
        IntStream.range(0, 12)
            .mapToObj(i -> Condition.of("pay", "at least " + i))
            .collect(ImmutableList.toImmutableList());
    JsonDocument<Accord> document = new JsonDocument<>(JsonAgreements.ACCORD);
    Accord one =
        accord.withRatifiedIf(
            ImmutableMap.of(ActorId.of("union"), ImmutableSet.copyOf(conditions)));
    Accord other =
        accord.withRatifiedIf(
            ImmutableMap.of(ActorId.of("union"), ImmutableSet.copyOf(conditions.reverse())));
    assertThat(one).isEqualTo(other);
    assertThat(document.of(one)).isEqualTo(document.of(other));
  }
}
