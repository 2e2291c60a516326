package examples;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import java.util.Optional;

/**
 * A demand for an apology, in a form or a better one: a letter, a public statement, a ceremony.
 *
 * @param by who asks
 * @param of of whom
 * @param form the least form that is accepted
 * @param firmness how firm it is, or empty when nobody said
 * @param sufficient whether its maker has declared that it would be enough
 */
public record ApologyDemand(
    ActorId by, ImmutableSet<ActorId> of, Ask form, Optional<Firmness> firmness, boolean sufficient)
    implements Demand {
  /** The name of this kind in files. */
  public static final String KIND = "apology";

  private static final IssueId ISSUE = IssueId.of("apology");

  /**
   * Reads the demand from what a file says.
   *
   * @param said what the file says
   * @return the demand
   * @throws IllegalArgumentException if it asks for something else
   */
  public static ApologyDemand of(GeneralDemand said) {
    Ask form = said.asks().get(ISSUE);
    if (form == null || said.asks().size() > 1) {
      throw new IllegalArgumentException("an apology is asked for on (%s) alone".formatted(ISSUE));
    }
    return new ApologyDemand(said.by(), said.of(), form, said.firmness(), said.sufficient());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(ISSUE, form);
  }
}
