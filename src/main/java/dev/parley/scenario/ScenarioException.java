package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.spelling.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Says that a scenario file cannot be read, with every problem that was found in it. The message
 * lists the first {@value #LISTED}, one a line, in the order of the file.
 */
public final class ScenarioException extends RuntimeException {
  /**
   * A problem with a scenario file: what is wrong, at which place, and the way out. Prints as
   * {@code gaza-2025.yaml:41:14 rounds[3].offers[1].terms.hostages: 120 persons is above the
   * scale's most (100)}; a problem with the file as a whole prints its message alone, which names
   * the file: {@code no such file (gaza.yaml)}. Problems are ordered by place. Immutable.
   *
   * @param place where in the file
   * @param path where in the tree, such as {@code rounds[3].offers[1]}; empty at the root
   * @param message what is wrong: the value, the law that it breaks, and the way out
   */
  public record Problem(Problem.Place place, String path, String message)
      implements Comparable<Problem> {
    /**
     * A place in a scenario file, such as {@code gaza-2025.yaml:41:14}. Places are ordered by line,
     * then column. Immutable.
     *
     * @param file the file's name as messages show it, with nothing in it that steers a terminal
     * @param line the line, from 1; 0 if the place is the file as a whole
     * @param column the column in characters (code points), from 1; 0 if the place is the whole
     *     file
     */
    public record Place(String file, int line, int column) implements Comparable<Place> {
      private static final Comparator<Place> ORDER =
          Comparator.comparingInt(Place::line)
              .thenComparingInt(Place::column)
              .thenComparing(Place::file);

      static Place wholeFile(String file) {
        return new Place(file, 0, 0);
      }

      @Override
      public int compareTo(Place other) {
        return ORDER.compare(this, other);
      }

      @Override
      public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
      }
    }

    private static final int SHOWN = 60;
    private static final Comparator<Problem> ORDER =
        Comparator.comparing(Problem::place)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /**
     * Returns the text as messages show it: in brackets, on one line, its first {@value #SHOWN}
     * characters, with what steers a terminal or a reader, such as a line break, written as {@code
     * \}{@code u000a}.
     */
    static String shown(String text) {
      int end = Math.min(SHOWN, text.length());
      if (end < text.length()
          && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
        end++;
      }
      return "(" + SafeText.escaped(text.substring(0, end)) + (end < text.length() ? "...)" : ")");
    }

    @Override
    public int compareTo(Problem other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      if (place.line() == 0) {
        return message;
      }
      return path.isEmpty() ? place + ": " + message : place + " " + path + ": " + message;
    }
  }

  private static final long serialVersionUID = 1;
  private static final int LISTED = 50;

  /** All problems, in the order of the file. */
  private final transient ImmutableList<Problem> problems;

  /**
   * Lists problems.
   *
   * @param problems the problems, in the order of the file, at least one
   */
  public ScenarioException(List<Problem> problems) {
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
