package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/**
 * Says that a scenario file cannot be read, with every problem that was found in it. The message
 * lists the first {@value #LISTED}, one a line, in the order of the file.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LISTED = 50;

  /** All problems, in the order of the file. */
  private final transient ImmutableList<Problem> problems;

  ScenarioException(List<Problem> problems) {
    super(listing(problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** {@return the problems, in the order of the file: all problems, at least one} */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  private static String listing(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems () must not be empty");
    }
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems.subList(0, Math.min(LISTED, problems.size()))) {
      lines.append(lines.length() == 0 ? "" : "\n").append(problem);
    }
    int more = problems.size() - LISTED;
    return more > 0
        ? lines.append(String.format(Locale.ROOT, "\nand %,d more", more)).toString()
        : lines.toString();
  }
}
