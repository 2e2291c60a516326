package dev.parley.analysis;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import net.jqwik.api.Example;

/** No class of the rooms of analysis depends on itself by way of others. */
class ClassCyclesTest {
  /** A file with all that is nested in it or generated from it. */
  private static final class Files implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return one.getPackageName().startsWith("dev.parley.analysis")
          ? SliceIdentifier.of(file(one))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the files of analysis";
    }
  }

  private static String file(JavaClass one) {
    String name = one.getName().replaceFirst("[$].*", "").replaceFirst("\\[.*|;", "");
    return name.replaceFirst("[.](Immutable|With)([A-Z]\\w+)$", ".$2");
  }

  private static DescribedPredicate<JavaClass> in(String... files) {
    return describe(
        "in " + String.join(", ", files),
        c -> Set.of(files).contains(file(c).replaceFirst(".*[.]", "")));
  }

  @Example
  void no_file_depends_on_itself_by_way_of_others() {
    slices()
        .assignedFrom(new Files())
        .should()
        .beFreeOfCycles()
        // A sealed interface names those that it permits.
        .ignoreDependency(in("Profile"), in("AdditiveProfile", "FunctionProfile"))
        // A model starts the forms that build it, and tells of the options of one of them.
        .ignoreDependency(in("ConflictModel"), in("ArcForm", "OptionForm"))
        .ignoreDependency(in("OptionSpace"), in("OptionForm"))
        // An analysis prints itself as a table.
        .ignoreDependency(in("StabilityAnalysis"), in("StabilityTable"))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.analysis"));
  }
}
