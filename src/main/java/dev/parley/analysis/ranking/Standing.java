package dev.parley.analysis.ranking;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.util.Optional;

/**
 * What follows for one outcome. Immutable.
 *
 * @param outcome the outcome
 * @param acceptable whether everybody likes it at least as well as no agreement
 * @param efficient whether no other outcome is at least as good for all and better for one
 * @param better an outcome that is known to be so, where it is not efficient: the first one named
 * @param winner whether no other outcome has more parties that like it better than parties that
 *     like it less: a weak winner of Condorcet. YES is a necessary winner, CANNOT_TELL a possible
 *     one (K. Konczak and J. Lang, "Voting Procedures with Incomplete Preferences", 2005). Among
 *     two parties the winners are the efficient outcomes
 * @param open what would have to be known to tell whether it is acceptable and efficient, where
 *     that cannot be told: the comparisons, party by party
 */
public record Standing(
    Terms outcome,
    Standing.Answer acceptable,
    Standing.Answer efficient,
    Optional<Terms> better,
    Standing.Answer winner,
    ImmutableList<Standing.Question> open) {
  /** What holds of an outcome for all ways in which the unknown may turn out. */
  public enum Answer {
    /** It holds, whatever the unknown is. */
    YES,
    /** It does not hold, whatever the unknown is. */
    NO,
    /** It may hold or not, depending on comparisons that nobody has stated. */
    CANNOT_TELL
  }

  /**
   * A comparison that nobody has stated, and on which an answer hangs: whether the port likes a
   * rise of 3 at least as well as a rise of 4 with a hall. Immutable.
   *
   * @param party whose preference it is
   * @param outcome the one outcome
   * @param than the other; {@link Terms#NONE} for no agreement
   */
  public record Question(ActorId party, Terms outcome, Terms than) {}
}
