package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.rules.Rules;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.testing.Script.Engine;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The minimal play as it is handed to people: to read, to replay, to paste. */
public class ScriptPrintsTest {
  /** For jqwik; the class is public for the tests that it prints. */
  public ScriptPrintsTest() {}

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
            }
            """)
        .startsWith(
            """
            import static dev.parley.testing.ParleyAssertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThat;

            import com.google.common.collect.*;
            """)
        .contains("\nclass NobodyAcceptsTwiceTest {\n  // A play of 3 moves ");
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
                + ".negligible(new BigDecimal(\"0\")).dormantAfterDays(30).build()).and(MY_RULE))")
        .contains(
            """
              // Put the rule itself here: this one has its name and parameters, and finds nothing.
              private static final Rule MY_RULE =
                  Rule.of(
                      "my-rule",
                      "nothing happens",
                      ImmutableMap.of(),
                      (situation, move) -> "");
            """);
  }

  /** When a party is quiet. */
  public enum Quiet {
    /** Before the first round. */
    AT_FIRST
  }

  /** A rule of a user's, with parameters. */
  public record Silence(Quiet when, int moves, String words) implements Rule {
    @Override
    public String id() {
      return "silence";
    }

    @Override
    public String statement() {
      return "nobody speaks";
    }

    @Override
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return ImmutableList.of();
    }
  }

  @Example
  void a_rule_that_is_a_public_record_stands_there_with_its_parameters() throws Exception {
    Script script =
        new Script(
            AGENDA,
            RuleBook.DEFAULT.and(new Silence(Quiet.AT_FIRST, 3, "a \"word\"")),
            SHORT.moves());
    String test = script.javaTest(Engine.JUNIT, "nobody_speaks", SAVES);
    assertThat(test)
        .contains(
            "new ScriptPrintsTest.Silence(ScriptPrintsTest.Quiet.AT_FIRST, 3,"
                + " \"a \\\"word\\\"\")")
        .contains("import dev.parley.testing.ScriptPrintsTest;")
        .contains("  @Test\n  void nobody_speaks() {");
    assertThat(run(List.of(test))).isEqualTo(List.of(script));
  }

  @Example
  void a_script_with_a_past_is_printed_with_it() throws Exception {
    Script past = SHORT.withMoves(SHORT.moves().subList(0, 2));
    Script script =
        Script.of(
            past.course().end(),
            Move.by("port").on("2025-01-07").accepts(FOUR),
            Move.by("union").on("2025-01-08").accepts(FOUR));
    assertThat(script.course().end()).isEqualTo(SHORT.course().end());
    assertThat(run(List.of(script.javaTest(Engine.JUNIT, "it_goes_on", SAVES))))
        .isEqualTo(List.of(script));
  }

  @Example
  void a_long_play_is_printed_in_full_on_request_only() {
    Script shortest = SHORT.withMoves(Collections.nCopies(12, SHORT.moves().get(0)));
    assertThat(shortest).hasToString(shortest.transcript());
    Script longer = SHORT.withMoves(Collections.nCopies(13, SHORT.moves().get(0)));
    assertThat(longer)
        .hasToString(
            longer.transcript().lines().findFirst().orElseThrow()
                + "\n(13 moves in all: see its transcript(), scenario() or javaTest(...))");
  }

  @Property(tries = 200)
  void every_script_reads_back_from_its_scenario(@ForAll long seed) {
    Script script = LegalPlay.ANY.withOneWildIn(6).withAwkwardWords().draw(seed);
    assertThat(Scenario.parse("play.yaml", script.scenario()).negotiation())
        .isEqualTo(script.course().end());
  }

  /**
   * A hundred and twenty tests as they are printed, compiled and run: each makes its script again.
   */
  @Tag("slow")
  @Example
  void every_printed_test_compiles_and_plays_the_same_script() throws Exception {
    List<Script> scripts = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    for (int seed = 0; seed < 120; seed++) {
      Script script =
          LegalPlay.ANY.withMoves(20, 40).withOneWildIn(4).withAwkwardWords().draw(seed);
      scripts.add(script);
      Engine engine = seed % 2 == 0 ? Engine.JUNIT : Engine.JQWIK;
      tests.add(script.javaTest(engine, "seed_" + seed, SAVES));
    }
    assertThat(run(tests)).isEqualTo(scripts);
  }

  /** Where the tests that are compiled put their scripts. */
  public static final List<Script> SAVED = new ArrayList<>();

  private static final String SAVES = "dev.parley.testing.ScriptPrintsTest.SAVED.add(script);";

  /** JUnit 5 is not among the dependencies: this is all of it that a printed test names. */
  private static final String JUNIT =
      "package org.junit.jupiter.api;\n"
          + "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)\n"
          + "public @interface Test {}\n";

  /** Compiles tests just as they are, runs them in order, and returns what they saved. */
  private static List<Script> run(List<String> tests) throws Exception {
    SAVED.clear();
    Path home = Files.createTempDirectory("printed");
    try {
      List<Path> files = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String test : tests) {
        Matcher name = Pattern.compile("\nclass (\\w+) ").matcher(test);
        assertThat(name.find()).isTrue();
        names.add(name.group(1));
        files.add(Files.writeString(home.resolve(name.group(1) + ".java"), test));
      }
      files.add(Files.writeString(home.resolve("Test.java"), JUNIT));
      compile(home, files);
      try (URLClassLoader loader =
          new URLClassLoader(
              new URL[] {home.toUri().toURL()}, ScriptPrintsTest.class.getClassLoader())) {
        for (String name : names) {
          Class<?> printed = loader.loadClass(name);
          Constructor<?> constructor = printed.getDeclaredConstructor();
          constructor.setAccessible(true);
          for (Method test : printed.getDeclaredMethods()) {
            if (!test.isSynthetic()) {
              test.setAccessible(true);
              test.invoke(constructor.newInstance());
            }
          }
        }
      }
      return List.copyOf(SAVED);
    } finally {
      delete(home);
    }
  }

  private static void compile(Path home, List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  List.of("-d", home.toString(), "-proc:none", "-Xlint:all", "-Werror"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(complaints.toString()).isTrue();
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
