package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Substantive;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What last stated each line of a record: the entry of its demand, and that of its offer. */
final class Statements {
  private final Agenda agenda;
  private final Map<Line, EntryId> demanded = new HashMap<>();
  private final Map<Line, EntryId> offered = new HashMap<>();
  private final Map<Line, ImmutableList<Offer>> offers = new HashMap<>();

  Statements(Negotiation negotiation) {
    agenda = negotiation.agenda();
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      Attribution word = reading.attribution(negotiation.situation());
      if (word != Attribution.ALLEGED && word != Attribution.DENIED) {
        read(reading);
      }
    }
  }

  private void read(Chronicle.Reading reading) {
    if (reading.move().act() instanceof Substantive.RaiseDemand raise) {
      demand(raise.demand(), reading.id());
    } else if (reading.move().act() instanceof Substantive.AmendDemand amend) {
      demand(amend.demand(), reading.id());
    } else if (reading.move().act() instanceof Substantive.MakeOffer make) {
      for (Offer offer : make.alternatives()) {
        for (Line line : lines(offer.by(), offer.issues(), offer.to())) {
          offered.put(line, reading.id());
          offers.put(line, make.alternatives());
        }
      }
    } else if (reading.move().act() instanceof Substantive.Accept accept) {
      agree(reading, accept.offer().terms().issues());
    } else if (reading.move().act() instanceof Substantive.Attest attest) {
      agree(reading, attest.terms().issues());
    } else if (reading.move().act() instanceof Substantive.RejectOffer reject) {
      agree(reading, reject.undisputed());
    }
  }

  private void demand(Demand demand, EntryId entry) {
    lines(demand.by(), demand.asks().keySet(), addressed(demand))
        .forEach(line -> demanded.put(line, entry));
  }

  private void agree(Chronicle.Reading reading, Set<IssueId> issues) {
    for (Line line : lines(reading.move().by(), issues, agenda.counterparts(reading.move().by()))) {
      offered.put(line, reading.id());
      offers.remove(line);
    }
  }

  private ImmutableSet<Line> lines(ActorId by, Set<IssueId> issues, Set<ActorId> toward) {
    ImmutableSet.Builder<Line> lines = ImmutableSet.builder();
    for (IssueId issue : issues) {
      for (ActorId other : toward) {
        lines.add(new Line(by, issue, other));
      }
    }
    return lines.build();
  }

  ImmutableSet<ActorId> addressed(Demand demand) {
    return demand.of().isEmpty() ? agenda.counterparts(demand.by()) : demand.of();
  }

  /** Returns the entries that last stated a line. */
  ImmutableList<EntryId> of(Line line) {
    ImmutableSortedSet.Builder<EntryId> entries = ImmutableSortedSet.naturalOrder();
    if (demanded.get(line) != null) {
      entries.add(java.util.Objects.requireNonNull(demanded.get(line)));
    }
    if (offered.get(line) != null) {
      entries.add(java.util.Objects.requireNonNull(offered.get(line)));
    }
    return entries.build().asList();
  }

  /** Returns the alternatives that were last offered on a line; none once something was agreed. */
  ImmutableList<Offer> offers(Line line) {
    return offers.getOrDefault(line, ImmutableList.of());
  }
}
