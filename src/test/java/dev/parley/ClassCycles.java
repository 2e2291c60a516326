package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.function.Predicate;

/** Whether the top-level classes of a room know one another in a circle. */
public final class ClassCycles {
  private final String room;
  private SliceRule rule;

  private ClassCycles(String room) {
    this.room = room;
    this.rule = slices().assignedFrom(new ByTopLevelClass()).should().beFreeOfCycles();
  }

  /** Returns the check of a room, such as {@code dev.parley.explore}. */
  public static ClassCycles in(String room) {
    return new ClassCycles(room);
  }

  /** Allows that one class knows another. */
  public ClassCycles but(String origin, String target) {
    rule = rule.ignoreDependency(describe(origin, is(origin)), describe(target, is(target)));
    return this;
  }

  private static Predicate<JavaClass> is(String name) {
    return c -> topLevel(c).equals(name);
  }

  /** Fails where there is a circle. */
  public void check() {
    rule.check(MainClasses.ALL.that(resideInAPackage(room)));
  }

  /** A class that Immutables writes belongs to the one that it is written from. */
  private static String topLevel(JavaClass c) {
    return c.getEnclosingClass()
        .map(ClassCycles::topLevel)
        .orElseGet(() -> c.getSimpleName().replaceFirst("^(Immutable|With)(?=[A-Z])", ""));
  }

  private static final class ByTopLevelClass implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass c) {
      return SliceIdentifier.of(topLevel(c));
    }

    @Override
    public String getDescription() {
      return "top-level classes";
    }
  }
}
