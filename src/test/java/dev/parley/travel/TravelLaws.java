package dev.parley.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.When;
import dev.parley.rules.Rules;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Finding;
import dev.parley.talks.Finding.Severity;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Records;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What travels arrives as it was. */
class TravelLaws {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("list", Scale.checklist("a", "b", "c"))
          .issue("site", Scale.options("here", "there"))
          .build();

  private static void travels(Object value) {
    assertThat(Travel.thereAndBack(value)).isEqualTo(value).hasSameClassAs(value);
  }

  @Provide
  static Arbitrary<Negotiation> records() {
    return Negotiations.records(
        Records.of(LegalPlay.ANY.withMoves(0, 30).withOneWildIn(3).withAwkwardWords()));
  }

  @Property(tries = 150)
  void a_record_travels_with_all_that_is_read_from_it(@ForAll("records") Negotiation record) {
    travels(record);
    travels(record.firstAgenda());
    travels(record.agenda());
    travels(record.ruleBook());
    travels(record.situation());
    travels(record.juncture());
    travels(record.agreements());
    travels(record.chronicle());
    record.chronicle().entries().forEach(TravelLaws::travels);
    travels(record.chronicle().readings());
    travels(record.chronicle().claims());
    travels(record.rounds());
    record.agenda().issueList().forEach(issue -> travels(record.situation().gaps(issue.id())));
    travels(Linkage.of(record));
    travels(Scenario.of("Any", record));
    Negotiation arrived = (Negotiation) Travel.thereAndBack(record);
    assertThat(arrived.rejudge()).isEqualTo(record.rejudge());
    assertThat(arrived.legalMoves()).isEqualTo(record.legalMoves());
  }

  @Property(tries = 300)
  void dates_and_figures_travel(@ForAll("dates") When date, @ForAll("figures") Figure figure) {
    travels(date);
    travels(figure);
  }

  @Provide
  static Arbitrary<When> dates() {
    return Negotiations.dates();
  }

  @Provide
  static Arbitrary<Figure> figures() {
    return Negotiations.figures();
  }

  @Property(tries = 100)
  void what_is_said_travels(
      @ForAll("terms") Terms terms,
      @ForAll("offers") Offer offer,
      @ForAll("demands") Demand demand) {
    travels(terms);
    travels(offer);
    travels(offer.text());
    travels(demand);
  }

  @Provide
  static Arbitrary<Terms> terms() {
    return Negotiations.terms(AGENDA);
  }

  @Provide
  static Arbitrary<Offer> offers() {
    return Negotiations.offers(AGENDA);
  }

  @Provide
  static Arbitrary<Demand> demands() {
    return Negotiations.demands(AGENDA);
  }

  @Example
  void the_examples_travel_and_so_does_their_analysis() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Scenario scenario = Scenario.read(file);
        travels(scenario);
        assertThat(((Scenario) Travel.thereAndBack(scenario)).write()).isEqualTo(scenario.write());
        travels(Analysis.of(scenario.negotiation()));
        travels(scenario.findings());
        travels(OutcomeSpace.of(scenario.negotiation().agenda()));
      }
    }
  }

  @Example
  void ready_made_rules_travel_by_name_and_refusals_in_words() {
    RuleBook book = RuleBook.DEFAULT.and(Rules.roundLimit(1)).and(Rules.noNewDemands().warning());
    Negotiation talks =
        Negotiation.about(AGENDA, book)
            .with(Move.by("union").opensRound())
            .with(Move.by("union").closesRound());
    travels(talks);
    Outcome refused = talks.apply(Move.by("union").opensRound());
    travels(refused);
    assertThat(Travel.thereAndBack(refused)).hasToString(refused.toString());
    travels(talks.apply(Move.by("union").promises("x")));
  }

  /** A rule of the user's that travels. */
  private record Quiet(int words) implements Rule, Serializable {
    @Override
    public String id() {
      return "quiet";
    }

    @Override
    public String statement() {
      return "nobody says much";
    }

    @Override
    public ImmutableMap<String, String> parameters() {
      return ImmutableMap.of("words", Integer.toString(words));
    }

    @Override
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return move.words().length() > words ? finding("too long", "Be short") : ImmutableList.of();
    }
  }

  @Example
  void a_rule_of_ones_own_travels_if_it_can_and_is_named_if_not() {
    Negotiation talks =
        Negotiation.about(AGENDA, RuleBook.DEFAULT.and(new Quiet(3)))
            .with(Move.by("union").opensRound());
    travels(talks);
    Rule lambda = Rule.of("loud", "nobody is loud", (situation, move) -> "");
    Negotiation other = Negotiation.about(AGENDA, RuleBook.DEFAULT.and(lambda));
    assertThatThrownBy(() -> Travel.bytes(other))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageStartingWith("rule (loud) cannot travel: dev.parley.travel.TravelLaws$$Lambda")
        .hasMessageEndingWith(
            " is not java.io.Serializable. Make it so, or travel without the rule");
    Rule serialisable =
        Rule.of(
            "loud",
            "nobody is loud",
            (Rule.Check & Serializable)
                (situation, move) -> move.words().length() > 3 ? "it is long" : "");
    Negotiation third =
        (Negotiation)
            Travel.thereAndBack(Negotiation.about(AGENDA, RuleBook.DEFAULT.and(serialisable)));
    assertThat(third.ruleBook().rules().get(0).severity()).isEqualTo(Severity.REFUSE);
    assertThat(third.apply(Move.by("union").promises("quietly").withWords("loudly")))
        .isInstanceOf(dev.parley.talks.Refusal.class);
  }

  @Example
  void kryo_takes_them_by_javas_serialization() throws Exception {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.addDefaultSerializer(Serializable.class, JavaSerializer.class);
    Scenario scenario = Scenario.read(Path.of("examples", "gaza-deal.yaml"));
    Negotiation talks = scenario.negotiation();
    for (Object value :
        List.of(
            scenario,
            talks,
            talks.agenda(),
            talks.situation(),
            talks.chronicle().last().orElseThrow(),
            talks.round(1),
            Analysis.of(talks),
            When.parse("2025-01-19T16:30+02:00"))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Output out = new Output(bytes)) {
        kryo.writeClassAndObject(out, value);
      }
      try (Input in = new Input(bytes.toByteArray())) {
        assertThat(kryo.readClassAndObject(in)).isEqualTo(value);
      }
    }
  }
}
