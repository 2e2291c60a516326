package dev.parley.explore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.parley.ClassCycles;
import dev.parley.MainClasses;
import net.jqwik.api.Example;

/** What the room must not know. */
class RoomTest {
  @Example
  void the_explorer_of_any_model_knows_nothing_of_negotiations() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.explore")
        .and()
        .haveNameNotMatching("dev\\.parley\\.explore\\.Negotiation.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.agenda..",
            "dev.parley.demand..",
            "dev.parley.evidence..",
            "dev.parley.progress..",
            "dev.parley.talks..")
        .check(MainClasses.ALL);
  }

  @Example
  void no_classes_know_one_another_in_a_circle() {
    ClassCycles.in("dev.parley.explore").but("NegotiationDraw", "NegotiationModel").check();
  }
}
