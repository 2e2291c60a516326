package dev.parley.report;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Entry;
import dev.parley.talks.Obligation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;

/** The issues that an entry is about. */
final class Topics {
  private Topics() {}

  /** Returns the issues of the move as first told, or of what stands in its place. */
  static ImmutableSet<IssueId> of(Entry entry) {
    if (entry instanceof Entry.Told told) {
      return of(told.move().act());
    }
    return entry instanceof Entry.Corrected corrected
        ? corrected.instead().map(m -> of(m.act())).orElse(ImmutableSet.of())
        : ImmutableSet.of();
  }

  static ImmutableSet<IssueId> of(Act act) {
    if (act instanceof Substantive substantive) {
      return substantive(substantive);
    }
    if (act instanceof Procedural.AmendAgenda amend) {
      return ImmutableSet.of(amend.issue().id());
    }
    if (act instanceof AfterDeal after) {
      return after
          .subject()
          .flatMap(o -> ((Obligation) o).undertaking().terms())
          .map(t -> ImmutableSet.copyOf(t.issues()))
          .orElse(ImmutableSet.of());
    }
    return ImmutableSet.of();
  }

  private static ImmutableSet<IssueId> substantive(Substantive act) {
    ImmutableSet.Builder<IssueId> issues = ImmutableSet.builder();
    if (act instanceof Substantive.RaiseDemand raise) {
      issues.addAll(raise.demand().asks().keySet());
    } else if (act instanceof Substantive.AmendDemand amend) {
      issues.addAll(amend.demand().asks().keySet());
    } else if (act instanceof Substantive.DropDemand drop) {
      issues.addAll(drop.issues());
    } else if (act instanceof Substantive.RejectDemand reject) {
      issues.addAll(reject.demand().asks().keySet());
    } else if (act instanceof Substantive.TieCommitment tie) {
      issues.add(tie.tie().issue()).addAll(tie.tie().others());
    } else if (act instanceof Substantive.MakeOffer make) {
      make.alternatives().forEach(o -> issues.addAll(o.issues()));
    } else if (act instanceof Substantive.WithdrawOffer withdraw) {
      issues.addAll(withdraw.offer().issues());
    } else if (act instanceof Substantive.Accept accept) {
      issues.addAll(accept.parts().isEmpty() ? accept.offer().issues() : accept.parts());
    } else if (act instanceof Substantive.RejectOffer reject) {
      issues.addAll(reject.offer().issues());
    } else if (act instanceof Substantive.Attest attest) {
      issues.addAll(attest.terms().issues());
    } else if (act instanceof Substantive.Shift shift) {
      shift.issue().ifPresent(issues::add);
    }
    return issues.build();
  }
}
