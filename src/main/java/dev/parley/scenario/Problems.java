package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.scenario.ScenarioException.Problem.Place;
import dev.parley.spelling.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The problems found so far while one file is read. The reader hands it a node and a message, gets
 * an empty {@link Optional} for the value that it could not have, and reads on.
 *
 * <p>At most {@value #MOST} problems are kept: a file with more has one cause, not so many.
 */
final class Problems {
  /** The most problems that are kept. */
  static final int MOST = 10_000;

  /** The most characters of a message: what is quoted in it can be as long as the file. */
  private static final int LONGEST_MESSAGE = 1_000;

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private long omitted;

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns how many problems were found, those not kept included. */
  long count() {
    return found.size() + omitted;
  }

  boolean isFull() {
    return found.size() >= MOST;
  }

  /** Returns the problems that are kept, in the order of their places. */
  ImmutableList<Problem> sorted() {
    ImmutableList<Problem> sorted = ImmutableList.sortedCopyOf(found);
    if (omitted == 0) {
      return sorted;
    }
    String rest =
        String.format(Locale.ROOT, "%,d more problems in file (%s) are not listed", omitted, file);
    return ImmutableList.<Problem>builder()
        .addAll(sorted)
        .add(new Problem(Place.wholeFile(file), "", rest))
        .build();
  }

  /** Ends the reading if there are problems. */
  void throwIfAny() {
    if (!isEmpty()) {
      throw new ScenarioException(sorted());
    }
  }

  void add(Node at, String message) {
    if (isFull()) {
      omitted++;
    } else {
      add(at.line(), at.column(), at.path(), message);
    }
  }

  void add(int line, int column, String path, String message) {
    if (isFull()) {
      omitted++;
    } else {
      found.add(
          new Problem(new Place(file, line, column), path, Listed.cut(message, LONGEST_MESSAGE)));
    }
  }

  void addForWholeFile(String message) {
    add(0, 0, "", message);
  }

  /**
   * Returns the scalar with its text; a problem unless the node is a scalar that is not null.
   *
   * @param what what was expected, with an example: {@code "a date, such as (2025-01-15)"}
   */
  Optional<ScalarNode> scalar(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.isRefused()) {
      return Optional.of(scalar);
    }
    return mismatch(node, what);
  }

  /** Returns the text of a scalar; a problem unless the node is a scalar that is not null. */
  Optional<String> text(Node node, String what) {
    return scalar(node, what).map(ScalarNode::text);
  }

  /** Returns the mapping; a problem if the node is not one. */
  Optional<MappingNode> mapping(Node node, String what) {
    return node instanceof MappingNode mapping ? Optional.of(mapping) : mismatch(node, what);
  }

  /**
   * Hands on each key of a mapping with its value; false if there is none, and a problem if the
   * node is something else.
   */
  boolean each(Optional<Node> node, String what, BiConsumer<ScalarNode, Node> taker) {
    Optional<MappingNode> mapping = node.flatMap(n -> mapping(n, what));
    mapping.ifPresent(m -> m.forEach(taker));
    return mapping.isPresent();
  }

  /**
   * Hands on each key of a mapping with the fields of its value, which is a mapping too.
   *
   * @param all what was expected of the node
   * @param one what was expected of each value; where that is a problem, its fields are empty
   */
  void eachFields(
      Optional<Node> node, String all, String one, BiConsumer<ScalarNode, Optional<Fields>> taker) {
    each(node, all, (key, value) -> taker.accept(key, fields(value, one)));
  }

  /** Returns the list; a problem if the node is not one. */
  Optional<SequenceNode> sequence(Node node, String what) {
    return node instanceof SequenceNode sequence ? Optional.of(sequence) : mismatch(node, what);
  }

  /** Returns a cursor over the mapping's fields; a problem if the node is not a mapping. */
  Optional<Fields> fields(Node node, String what) {
    return mapping(node, what).map(mapping -> new Fields(mapping, this));
  }

  private <T> Optional<T> mismatch(Node node, String what) {
    if (!(node instanceof ScalarNode scalar && scalar.isRefused())) {
      add(node, "is " + node.kind() + "; " + what + " was expected");
    }
    return Optional.empty();
  }
}
