package dev.parley.compare;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.EntryId;
import dev.parley.spelling.SafeText;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries of two records tell the same event. {@link #of} finds them: the same kind of act by
 * the same actor, on a common issue where they have any, at dates that can be the same; the most
 * alike first, each entry once. What it finds can be corrected by hand: {@link #toString} writes
 * the pairs, and {@link #parse} reads them.
 *
 * <p>Law: no entry is in two pairs. Immutable.
 *
 * @param pairs the pairs, in the order of the first record
 */
public record Matching(ImmutableList<Pair> pairs) {
  /** How many pairs are weighed at most. */
  private static final int MOST = 4_000_000;

  /**
   * Two entries that tell the same event.
   *
   * @param one the entry of the first record
   * @param other the entry of the second
   */
  public record Pair(EntryId one, EntryId other) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Checks the law above.
   *
   * @param pairs the pairs, in the order of the first record
   */
  public Matching {
    Set<EntryId> ones = new HashSet<>();
    Set<EntryId> others = new HashSet<>();
    for (Pair pair : pairs) {
      if (!ones.add(pair.one())) {
        throw new IllegalArgumentException(
            "entry %s of the first record is in two pairs: keep one".formatted(pair.one()));
      }
      if (!others.add(pair.other())) {
        throw new IllegalArgumentException(
            "entry %s of the second record is in two pairs: keep one".formatted(pair.other()));
      }
    }
    pairs = ImmutableList.sortedCopyOf(Comparator.comparing(Pair::one), pairs);
  }

  /** A pair that may be, and how alike its entries are. */
  private record Candidate(Reading one, Reading other, int alike) {}

  /**
   * {@return the entries of two records that tell the same event, as far as they can be found}
   *
   * @param one the first record
   * @param other the second record
   * @throws IllegalArgumentException if there are more than four million pairs of one kind of act
   *     by one actor: give the pairs
   */
  public static Matching of(Negotiation one, Negotiation other) {
    Map<String, List<Reading>> byActor =
        other.chronicle().readings().stream().collect(Collectors.groupingBy(Matching::key));
    List<Candidate> candidates = new ArrayList<>();
    int weighed = 0;
    for (Reading here : one.chronicle().readings()) {
      for (Reading there : byActor.getOrDefault(key(here), List.of())) {
        if (++weighed > MOST) {
          throw new IllegalArgumentException(
              "the records have more than four million pairs of one kind of act by one actor, too"
                  + " many to be weighed: give the pairs");
        }
        if (mayBeOne(here.move(), there.move())) {
          candidates.add(new Candidate(here, there, alike(here.move(), there.move())));
        }
      }
    }
    // Of what is equally alike, the earlier comes first, and what lies at the like place.
    candidates.sort(
        Comparator.comparingInt(Candidate::alike)
            .reversed()
            .thenComparing(c -> c.one().id())
            .thenComparing(c -> c.other().id()));
    Map<EntryId, EntryId> taken = new HashMap<>();
    Set<EntryId> others = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!taken.containsKey(candidate.one().id()) && others.add(candidate.other().id())) {
        taken.put(candidate.one().id(), candidate.other().id());
      }
    }
    return new Matching(
        taken.entrySet().stream()
            .map(e -> new Pair(e.getKey(), e.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static String key(Reading reading) {
    Move move = reading.move();
    return move.act().kind() + " " + move.by().text() + Coding.question(move).orElse("");
  }

  private static boolean mayBeOne(Move one, Move other) {
    Set<IssueId> here = one.act().issues();
    Set<IssueId> there = other.act().issues();
    boolean issues = here.isEmpty() && there.isEmpty() || here.stream().anyMatch(there::contains);
    boolean elsewhere =
        Coding.concerning(one).isPresent()
            && Coding.concerning(other).isPresent()
            && !Coding.concerning(one).equals(Coding.concerning(other));
    return issues && !elsewhere && one.on().overlaps(other.on());
  }

  private static int alike(Move one, Move other) {
    return (one.act().equals(other.act()) ? 8 : 0)
        + (one.act().issues().equals(other.act().issues()) ? 4 : 0)
        + (one.on().equals(other.on()) ? 2 : 0)
        + (Coding.sources(one).equals(Coding.sources(other)) ? 1 : 0);
  }

  /**
   * {@return the pairs that a text gives: a pair of entry numbers on each line, with a comma or
   * spaces between them; a line that is blank or begins with # says nothing}
   *
   * @param text the pairs, such as {@code 1,1} and {@code 2,3}
   * @throws IllegalArgumentException if a line is no pair, or an entry is in two; the message says
   *     which
   */
  public static Matching parse(String text) {
    ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
    int number = 0;
    for (String line : Splitter.onPattern("\r\n|\r|\n").split(text)) {
      number++;
      String pair = line.strip();
      if (pair.isEmpty() || pair.startsWith("#") || pair.equals("one,other")) {
        continue;
      }
      if (!pair.matches("[0-9]{1,9}[, ]+[0-9]{1,9}")) {
        throw new IllegalArgumentException(
            "line %s (%s) is no pair: write the number of an entry of each record, such as 3,4"
                .formatted(number, shown(pair)));
      }
      List<String> both = Splitter.onPattern("[, ]+").splitToList(pair);
      pairs.add(
          new Pair(
              new EntryId(Integer.parseInt(both.get(0))),
              new EntryId(Integer.parseInt(both.get(1)))));
    }
    return new Matching(pairs.build());
  }

  private static String shown(String line) {
    String safe = SafeText.escaped(line);
    return safe.length() > 60 ? safe.substring(0, 60) + "..." : safe;
  }

  /** Checks that the entries of all pairs tell moves of their records. */
  void check(Negotiation one, Negotiation other) {
    Set<EntryId> ones = ids(one);
    Set<EntryId> others = ids(other);
    for (Pair pair : pairs) {
      boolean first = ones.contains(pair.one());
      if (!first || !others.contains(pair.other())) {
        throw new IllegalArgumentException(
            "pair (%s,%s) names an entry that tells no move of the %s record"
                .formatted(pair.one().number(), pair.other().number(), first ? "second" : "first"));
      }
    }
  }

  private static Set<EntryId> ids(Negotiation negotiation) {
    return negotiation.chronicle().readings().stream().map(Reading::id).collect(Collectors.toSet());
  }

  /** Returns the pairs, which {@link #parse} reads. */
  @Override
  public String toString() {
    return pairs.stream()
        .map(p -> p.one().number() + "," + p.other().number() + "\n")
        .collect(Collectors.joining("", "one,other\n", ""));
  }
}
