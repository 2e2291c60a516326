package dev.parley.scenario;

import java.util.Comparator;

/**
 * A place in a scenario file, such as {@code gaza-2025.yaml:41:14}. Places are ordered by line,
 * then column. Immutable.
 *
 * @param file the file's name, as it was given
 * @param line the line, from 1; 0 if the place is the file as a whole
 * @param column the column in characters (code points), from 1; 0 if the place is the whole file
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
