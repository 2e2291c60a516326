package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.rules.Rules;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The minimal play as it is handed to people: to read, to replay, to paste. */
class ScriptPrintsTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port company")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .build();

  private static final Offer FOUR =
      Offer.of("port", "union", Terms.on(AGENDA).set("rise", "4").build());

  private static final Script SHORT =
      Script.of(
          Negotiation.about(AGENDA, RuleBook.DEFAULT.and(Rules.roundLimit(1))),
          Move.by("union").on("2025-01-06").opensRound(),
          Move.by("port").on("2025-01-07").offers(FOUR),
          Move.by("port").on("2025-01-07").accepts(FOUR),
          Move.by("union").on("2025-01-08").accepts(FOUR));

  @Example
  void a_script_reads_as_a_transcript_with_what_was_refused_below() {
    assertThat(SHORT.toString()).isEqualTo(SHORT.transcript());
    assertThat(SHORT.transcript())
        .startsWith("A play of 3 moves ")
        .contains("   Port company  7 January 2025: offers Union (as a whole) rise: 4 %")
        .endsWith(
            """
            Refused:
              after [2]: port cannot accept its own offer (rise 4). Withdraw it, or wait for union.
            """);
  }

  @Example
  void a_script_reads_back_from_its_scenario() {
    assertThat(SHORT.scenario())
        .isEqualTo(
            """
            # Written by Parley. The file is whole if its last line is (...).
            parley: 1
            title: A play of 3 moves
            parties: {union: {name: Union, role: principal}, port: {name: Port company, role: principal}}
            issues: {rise: {from: 0, to: 10, by: 0.5, unit: percent}}
            rules:
              - {rule: round-limit, rounds: 1, severity: refuse}
            record:
              - {union opens round, on: 2025-01-06}
              - {id: o2, port offers: union, rise: 4, on: 2025-01-07}
              - {union accepts: o2, on: 2025-01-08}
            # Refused:
            #   after [2]: port cannot accept its own offer (rise 4). Withdraw it, or wait for union.
            ...
            """);
    assertThat(Scenario.parse("short.yaml", SHORT.scenario()).negotiation())
        .isEqualTo(SHORT.course().end());
  }

  @Example
  void a_script_is_printed_as_a_test() {
    assertThat(
            SHORT.javaTest(
                "nobody_accepts_twice", "assertThat(script.course().refusals()).isEmpty();"))
        .endsWith(
            """
            @Example
            void nobody_accepts_twice() {
              Agenda agenda =
                  Agenda.builder()
                      .principal("union", "Union")
                      .principal("port", "Port company")
                      .issue(Issue.of("rise", Scale.quantity("0", "10", "0.5", "percent")))
                      .build();
              Offer offer1 =
                  Offer.builder().by(ActorId.of("port")).addTo(ActorId.of("union")).terms(Terms.of(ImmutableMap.of(IssueId.of("rise"), Value.amount(new BigDecimal("4"))))).build();
              Script script =
                  Script.of(
                      Negotiation.about(agenda, RuleBook.DEFAULT.and(Registry.readyMade().rule("round-limit", Map.of("rounds", "1", "severity", "refuse")))),
                      Move.by("union").on("2025-01-06").opensRound(),
                      Move.by("port").on("2025-01-07").offers(offer1),
                      Move.by("port").on("2025-01-07").accepts(offer1),
                      Move.by("union").on("2025-01-08").accepts(offer1));
              assertThat(script.course().refusals()).isEmpty();
            }
            """)
        .startsWith("// A play of 3 moves ");
  }

  @Example
  void a_rule_of_the_users_stands_there_as_a_constant() {
    Rule own = Rule.of("my-rule", "nothing happens", (situation, move) -> "");
    Script script =
        new Script(
            AGENDA,
            RuleBook.DEFAULT.under(Policy.DEFAULT.withStallAfter(3)).and(own),
            SHORT.moves());
    assertThat(script.javaTest("it_holds", ""))
        .contains(
            "about(agenda, RuleBook.DEFAULT.under(Policy.builder().stallAfter(3)"
                + ".negligible(new BigDecimal(\"0\")).dormantAfterDays(30).build()).and(MY_RULE))");
  }

  @Property(tries = 200)
  void every_script_reads_back_from_its_scenario(@ForAll long seed) {
    Script script = LegalPlay.ANY.withOneWildIn(6).withAwkwardWords().draw(seed);
    assertThat(Scenario.parse("play.yaml", script.scenario()).negotiation())
        .isEqualTo(script.course().end());
  }

  /** A hundred and twenty tests in a class, compiled and run: each makes its script again. */
  @Tag("slow")
  @Example
  void every_printed_test_compiles_and_plays_the_same_script() throws Exception {
    List<Script> scripts = new ArrayList<>();
    StringBuilder source = new StringBuilder(HEAD);
    for (int seed = 0; seed < 120; seed++) {
      Script script =
          LegalPlay.ANY.withMoves(20, 40).withOneWildIn(4).withAwkwardWords().draw(seed);
      scripts.add(script);
      source.append(
          script.javaTest("seed" + seed, "SCRIPTS.add(script);").replace("@Example\nvoid", "void"));
    }
    List<?> made = run(source.append("}\n").toString());
    assertThat(made).hasSize(120);
    for (int i = 0; i < made.size(); i++) {
      assertThat(made.get(i)).isEqualTo(scripts.get(i));
    }
  }

  private static final String HEAD =
      Stream.of(
                  "com.google.common.collect",
                  "dev.parley.agenda",
                  "dev.parley.agreement",
                  "dev.parley.demand",
                  "dev.parley.talks",
                  "dev.parley.testing")
              .map(p -> "import " + p + ".*;\n")
              .reduce("", String::concat)
          + """
          import dev.parley.evidence.Claim;
          import dev.parley.evidence.Figure;
          import dev.parley.evidence.Source;
          import dev.parley.evidence.When;
          import java.math.BigDecimal;
          import java.util.ArrayList;
          import java.util.List;
          import java.util.Optional;

          public class Printed {
            public static final List<Script> SCRIPTS = new ArrayList<>();
          """;

  private static List<?> run(String source) throws Exception {
    Path home = Files.createTempDirectory("printed");
    try {
      Path file = home.resolve("Printed.java");
      Files.writeString(file, source);
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter complaints = new StringWriter();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        boolean compiled =
            compiler
                .getTask(
                    complaints,
                    files,
                    null,
                    List.of("-d", home.toString(), "-proc:none"),
                    null,
                    files.getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
      }
      try (URLClassLoader loader =
          new URLClassLoader(
              new URL[] {home.toUri().toURL()}, ScriptPrintsTest.class.getClassLoader())) {
        Class<?> printed = loader.loadClass("Printed");
        Object tests = printed.getConstructor().newInstance();
        for (int seed = 0; seed < 120; seed++) {
          Method test = printed.getDeclaredMethod("seed" + seed);
          test.setAccessible(true);
          test.invoke(tests);
        }
        return (List<?>) printed.getField("SCRIPTS").get(null);
      }
    } finally {
      delete(home);
    }
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
