package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Precondition.Statement;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.talks.Act;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On whose word demands, ties and offers stand in a record. */
final class Words {
  private final Map<Object, List<Statement>> words = new HashMap<>();

  Words(Negotiation negotiation) {
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      Attribution attribution = reading.attribution(negotiation.situation());
      if (attribution == Attribution.ALLEGED || attribution == Attribution.DENIED) {
        continue;
      }
      Statement word =
          new Statement(reading.id(), reading.move().on(), attribution, reading.move().source());
      for (Object thing : said(reading.move().act())) {
        words.computeIfAbsent(thing, t -> new ArrayList<>()).add(word);
      }
    }
  }

  private static List<?> said(Act act) {
    if (act instanceof Substantive.MakeOffer make) {
      return make.alternatives();
    }
    if (act instanceof Substantive.RaiseDemand raise) {
      return List.of(raise.demand());
    }
    if (act instanceof Substantive.AmendDemand amend) {
      return List.of(amend.demand());
    }
    return act instanceof Substantive.TieCommitment tie ? List.of(tie.tie()) : List.of();
  }

  ImmutableList<Statement> of(Demand demand) {
    return get(demand);
  }

  ImmutableList<Statement> of(Tie tie) {
    return get(tie);
  }

  ImmutableList<Statement> of(Offer offer) {
    return get(offer);
  }

  private ImmutableList<Statement> get(Object thing) {
    return ImmutableList.copyOf(words.getOrDefault(thing, List.of()));
  }
}
