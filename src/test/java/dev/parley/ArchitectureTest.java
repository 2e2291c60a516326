package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

/** The arrows between the rooms, and what the rooms below the scenario must not touch. */
class ArchitectureTest {
  /** A room may depend on those before it, never on those after. */
  private static final List<String> ROOMS =
      List.of(
          "spelling",
          "travel",
          "agenda",
          "evidence",
          "demand",
          "progress",
          "agreement",
          "talks",
          "rules",
          "analysis",
          "explore",
          "files",
          "scenario",
          "report.words",
          "report",
          "report.tidy",
          "json",
          "report.page",
          "compare",
          "play",
          "cli",
          "testing");

  private static final String[] PURE =
      packages(ROOMS.subList(0, ROOMS.indexOf("files"))).toArray(String[]::new);

  /** The rooms in which no class depends on itself by way of others. */
  private static final Set<String> RESULTS =
      Set.of(
          "dev.parley.report.words",
          "dev.parley.report",
          "dev.parley.report.tidy",
          "dev.parley.report.page",
          "dev.parley.json",
          "dev.parley.cli");

  private static final Set<String> LOTS =
      Set.of("Math.random", "StrictMath.random", "UUID.randomUUID", "Collections.shuffle");

  /** What a value needs that travels; none of it opens a stream. */
  private static final Set<String> SERIALISING =
      Set.of(
          "Serializable",
          "Externalizable",
          "ObjectInput",
          "ObjectOutput",
          "ObjectInputStream",
          "ObjectOutputStream",
          "ObjectStreamException",
          "InvalidObjectException",
          "NotSerializableException",
          "IOException");

  private static final JavaClasses PARLEY = MainClasses.ALL;

  @Example
  void the_classes_are_found() {
    assertThat(PARLEY).isNotEmpty();
  }

  @Example
  void every_class_lives_in_a_room() {
    classes()
        .that(describe("are no package-info", c -> !c.getSimpleName().equals("package-info")))
        .should()
        .resideInAnyPackage(packages(ROOMS).toArray(String[]::new))
        .check(PARLEY);
  }

  @Example
  void a_room_depends_only_on_those_before_it() {
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      List<String> later = packages(ROOMS.subList(i + 1, ROOMS.size()));
      noClasses()
          .that()
          .resideInAPackage(packages(ROOMS).get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(PARLEY);
    }
  }

  @Example
  void packages_form_no_cycle() {
    slices()
        .matching("dev.parley.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  @Example
  void classes_of_the_report_form_no_cycle() {
    SliceAssignment byClass =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            return RESULTS.contains(type.getPackageName())
                ? SliceIdentifier.of(type.getPackageName(), ownerOf(type))
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "classes of " + RESULTS;
          }
        };
    slices().assignedFrom(byClass).should().beFreeOfCycles().check(PARLEY);
  }

  /** Nested classes count to the one around them, and generated ones to what they are made from. */
  private static String ownerOf(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getSimpleName().replaceFirst("^(Immutable|With)(?=[A-Z])", "");
  }

  @Example
  void below_the_scenario_nothing_reads_or_writes() {
    DescribedPredicate<JavaClass> outside =
        resideInAnyPackage("java.io", "java.nio.file..", "java.nio.channels..", "java.net..")
            .and(describe("serialise nothing", c -> !SERIALISING.contains(c.getSimpleName())));
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(outside.as("read or write"))
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  @Example
  void below_the_scenario_nothing_draws_lots() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.random..")
                .or(describe("Random, SplittableRandom", c -> c.getName().endsWith("Random")))
                .as("draw lots"))
        .allowEmptyShould(true)
        .check(PARLEY);
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(
            describe(
                "draws lots",
                (JavaAccess<?> a) ->
                    LOTS.contains(
                        a.getTargetOwner().getSimpleName() + "." + a.getTarget().getName())))
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  @Example
  void below_the_scenario_nothing_asks_the_time_or_the_machine() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(
            describe(
                "asks the clock",
                (JavaAccess<?> a) ->
                    a.getTargetOwner().getPackageName().startsWith("java.time")
                        && (a.getTarget().getName().equals("now")
                            || a.getTarget().getName().startsWith("system")
                            || a.getTarget().getName().startsWith("tick"))))
        .allowEmptyShould(true)
        .check(PARLEY);
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(
            describe(
                "asks System (arraycopy, identityHashCode and lineSeparator excepted)",
                (JavaAccess<?> a) ->
                    a.getTargetOwner().isEquivalentTo(System.class)
                        && !Set.of("arraycopy", "identityHashCode", "lineSeparator")
                            .contains(a.getTarget().getName())))
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  @Example
  void below_the_scenario_nothing_is_remembered_between_calls() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(PURE)
        .and()
        .areStatic()
        .should()
        .beFinal()
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  /** A room with its own packages below it, but without those that are rooms of their own. */
  private static List<String> packages(List<String> rooms) {
    return rooms.stream()
        .map(
            room ->
                "dev.parley."
                    + room
                    + (ROOMS.stream().anyMatch(r -> r.startsWith(room + ".")) ? "" : ".."))
        .toList();
  }
}
