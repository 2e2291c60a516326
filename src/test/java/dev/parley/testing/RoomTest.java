package dev.parley.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.parley.ClassCycles;
import dev.parley.MainClasses;
import java.util.Set;
import net.jqwik.api.Example;

/**
 * What the generator, the minimiser and the printer must not know, so that any engine is served.
 */
class RoomTest {
  /** The coat. */
  private static final Set<String> FOR_JQWIK =
      Set.of(
          "AgendaArbitrary",
          "NegotiationDomain",
          "Negotiations",
          "PlayArbitrary",
          "PropertyCoverage",
          "Simplified");

  private static final Set<String> FOR_ASSERTJ =
      Set.of("NegotiationAssert", "OutcomeAssert", "ParleyAssertions", "RoundAssert");

  private static final JavaClasses PARLEY = MainClasses.ALL;

  @Example
  void only_the_coat_knows_jqwik() {
    noClasses()
        .that(describe("are no part of the coat", c -> !FOR_JQWIK.contains(outermost(c))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.jqwik..")
        .check(PARLEY);
    assertThat(PARLEY.stream().map(JavaClass::getSimpleName)).containsAll(FOR_JQWIK);
  }

  @Example
  void only_the_assertions_know_assertj() {
    noClasses()
        .that(describe("are no assertions", c -> !FOR_ASSERTJ.contains(outermost(c))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.assertj..")
        .check(PARLEY);
    assertThat(PARLEY.stream().map(JavaClass::getSimpleName)).containsAll(FOR_ASSERTJ);
  }

  @Example
  void no_seed_and_no_clock_but_what_the_caller_gives() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.testing")
        .and(describe("are no part of the coat", c -> !FOR_JQWIK.contains(outermost(c))))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(Random|SplittableRandom|ThreadLocalRandom|Clock)")
        .check(PARLEY);
    classes()
        .that()
        .resideInAPackage("dev.parley.testing")
        .should()
        .onlyAccessClassesThat(describe("are not System", c -> !c.isEquivalentTo(System.class)))
        .check(PARLEY);
  }

  /** Only a script, which has its simplest, is in a circle with what makes scripts simpler. */
  @Example
  void no_classes_know_one_another_in_a_circle() {
    ClassCycles.in("dev.parley.testing").but("SimplerScripts", "Script").check();
  }

  private static String outermost(JavaClass c) {
    return c.getEnclosingClass().map(RoomTest::outermost).orElse(c.getSimpleName());
  }
}
