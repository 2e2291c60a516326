package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which moves a party could leave an agreement: each is tried on the negotiation itself, so that
 * its machine and its rules decide.
 */
final class WaysOut {
  /** So many obligations of an agreement are tried as the one whose breach is alleged. */
  static final int MOST_OBLIGATIONS = 100;

  private final Negotiation negotiation;
  private final ActorId party;

  WaysOut(Negotiation negotiation, ActorId party) {
    this.negotiation = negotiation;
    this.party = party;
  }

  /** Returns the ways out of an agreement; none where it is carried out, or nothing leads out. */
  ImmutableList<ImmutableList<Move>> of(Accord accord) {
    if (accord.stage() == AgreementStage.FULFILLED) {
      return ImmutableList.of();
    }
    Text text = accord.text();
    List<Act> single = new ArrayList<>();
    single.add(new AfterDeal.Denounce(Optional.of(text)));
    single.add(new AfterDeal.FailToRatify(Optional.of(text)));
    for (Offer offer : negotiation.situation().offers().keySet()) {
      if (offer.text().equals(text)) {
        single.add(new Substantive.RejectOffer(offer, ImmutableSet.of()));
        single.add(new Substantive.WithdrawOffer(offer));
      }
    }
    ImmutableList<ImmutableList<Move>> direct =
        single.stream()
            .map(act -> ImmutableList.of(by(act)))
            .filter(moves -> leadsOut(moves, text))
            .collect(toImmutableList());
    return direct.isEmpty() ? forBreach(accord) : direct;
  }

  /** Who may not just leave can do so for a breach that it alleges. */
  private ImmutableList<ImmutableList<Move>> forBreach(Accord accord) {
    return accord.obligations().keySet().stream()
        .filter(o -> accord.creditors(o).contains(party))
        .limit(MOST_OBLIGATIONS)
        .map(o -> ImmutableList.of(by(alleged(o)), by(left(accord))))
        .filter(moves -> leadsOut(moves, accord.text()))
        .limit(1)
        .collect(toImmutableList());
  }

  private static Act alleged(Obligation obligation) {
    return new AfterDeal.AllegeBreach(obligation, "not carried out");
  }

  private static Act left(Accord accord) {
    return new AfterDeal.Denounce(Optional.of(accord.text()));
  }

  private Move by(Act act) {
    return Move.builder().by(party).act(act).build();
  }

  private boolean leadsOut(List<Move> moves, Text text) {
    Negotiation now = negotiation;
    for (Move move : moves) {
      if (!(now.apply(move) instanceof Outcome.Accepted next)) {
        return false;
      }
      now = next.negotiation();
    }
    Accord after = now.situation().agreements().get(text);
    return after == null
        || after.stage() != AgreementStage.FULFILLED
            && (after.stage().isOver()
                || !after.bound().contains(party)
                || !after.is(party, kind -> kind.stands()));
  }
}
