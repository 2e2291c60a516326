package dev.parley.explore;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Trigger;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for moves and situations in plays: short, and different for different contents. */
final class NegotiationWords {
  private NegotiationWords() {}

  /** Returns a move in the form that follows a name: {@code offers rise 4}. */
  static String of(Move move) {
    if (move.act() instanceof Substantive.RaiseDemand raise) {
      return "demands " + asks(raise.demand());
    } else if (move.act() instanceof Substantive.AmendDemand amend) {
      return "now demands " + asks(amend.demand());
    } else if (move.act() instanceof Substantive.DropDemand drop) {
      return "drops its demand on " + drop.issues().stream().map(Object::toString).collect(list());
    } else if (move.act() instanceof Substantive.RejectDemand reject) {
      return "rejects the demand for " + asks(reject.demand());
    } else if (move.act() instanceof Substantive.MakeOffer make) {
      String counter = make.counters().map(o -> " in answer to " + offer(o)).orElse("");
      return "offers "
          + make.alternatives().stream()
              .map(NegotiationWords::offer)
              .collect(Collectors.joining(" or "))
          + counter;
    } else if (move.act() instanceof Substantive.Accept accept) {
      return "accepts " + offer(accept.offer());
    } else if (move.act() instanceof Substantive.RejectOffer reject) {
      return "rejects " + offer(reject.offer());
    } else if (move.act() instanceof Substantive.WithdrawOffer withdraw) {
      return "withdraws " + offer(withdraw.offer());
    } else if (move.act() instanceof Substantive.Attest attest) {
      return "attests " + terms(attest.terms());
    } else if (move.act() instanceof AfterDeal.Perform perform) {
      return "performs (" + perform.obligation().name() + ")";
    } else if (move.act() instanceof AfterDeal.SetOff setOff) {
      return "sets off (" + setOff.obligation().name() + ")";
    } else if (move.act() instanceof AfterDeal.AllegeBreach breach) {
      return "alleges a breach of (" + breach.obligation().name() + ")";
    } else if (move.act() instanceof AfterDeal.Excuse excuse) {
      return "excuses (" + excuse.obligation().name() + ")";
    }
    String words = thirdPerson(move.act().kind().words());
    return move.words().isEmpty() ? words : words + " (" + move.words() + ")";
  }

  /** Returns whom a move addresses, where that is one. */
  static Optional<ActorId> addressee(Move move) {
    ImmutableSet<ActorId> to = ImmutableSet.of();
    if (move.act() instanceof Substantive.MakeOffer make && make.alternatives().size() == 1) {
      to = make.alternatives().get(0).to();
    } else if (move.act() instanceof Substantive.RaiseDemand raise) {
      to = raise.demand().of();
    } else if (move.act() instanceof Substantive.AmendDemand amend) {
      to = amend.demand().of();
    } else if (move.act() instanceof Substantive.RejectDemand reject) {
      to = ImmutableSet.of(reject.demand().by());
    } else if (move.act() instanceof Substantive.Accept accept) {
      to = ImmutableSet.of(accept.offer().by());
    } else if (move.act() instanceof Substantive.RejectOffer reject) {
      to = ImmutableSet.of(reject.offer().by());
    } else if (move.act() instanceof AfterDeal.Perform perform) {
      to = perform.obligation().owedTo();
    }
    return to.size() == 1 ? Optional.of(to.iterator().next()) : Optional.empty();
  }

  /**
   * Returns an offer: {@code grain 40 if border open (first: grain 10; second after first: grain
   * 30)}.
   */
  private static String offer(Offer offer) {
    StringBuilder words = new StringBuilder(terms(offer.terms()));
    if (!offer.conditions().isEmpty()) {
      words
          .append(" if ")
          .append(offer.conditions().stream().map(c -> c.issue() + " " + c.ask()).collect(list()));
    }
    if (!offer.instalments().isEmpty()) {
      words
          .append(" (")
          .append(
              offer.instalments().stream()
                  .map(i -> i.name() + waiting(i.trigger()) + ": " + terms(i.terms()))
                  .collect(Collectors.joining("; ")))
          .append(")");
    }
    offer.expiry().ifPresent(last -> words.append(" until ").append(last));
    return words.toString();
  }

  /** Returns what an instalment waits for beyond the agreement itself. */
  private static String waiting(Trigger trigger) {
    return trigger instanceof Trigger.OnForce ? "" : " " + trigger;
  }

  private static String terms(Terms terms) {
    return terms.values().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(list());
  }

  private static String asks(Demand demand) {
    return demand.asks().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(list());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> list() {
    return Collectors.joining(", ");
  }

  /** Returns a verb phrase as it follows a name: {@code ratify} becomes {@code ratifies}. */
  static String thirdPerson(String words) {
    int end = words.indexOf(' ') < 0 ? words.length() : words.indexOf(' ');
    String verb = words.substring(0, end);
    String rest = words.substring(end);
    if (verb.equals("be")) {
      return "is" + rest;
    }
    return (verb.endsWith("y") ? verb.substring(0, end - 1) + "ies" : verb + "s") + rest;
  }

  /** Returns where the talks stand: {@code in session; standing: rise 4 by union}. */
  static String of(Situation situation) {
    StringBuilder words = new StringBuilder();
    words.append(situation.stage().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (!situation.offers().isEmpty()) {
      words
          .append("; standing: ")
          .append(
              situation.offers().keySet().stream()
                  .map(o -> offer(o) + " by " + o.by())
                  .collect(Collectors.joining("; ")));
    }
    if (!situation.closed().isEmpty()) {
      words.append("; agreed: ").append(terms(Terms.of(situation.closed())));
    }
    return words.toString();
  }
}
