package dev.parley.report;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.demand.Trigger;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was done, in words that follow the name of who did it: "rejects the offer of Israel [4]".
 *
 * @param names what things are called
 * @param citations which entry made what is answered
 */
record Deeds(Names names, Citations citations) {
  /** Returns the act in words, as the entry with this number tells it. */
  String of(Act act, EntryId entry) {
    if (act instanceof Substantive substantive) {
      return substantive(substantive, entry);
    }
    if (act instanceof Procedural procedural) {
      return procedural(procedural);
    }
    return act instanceof AfterDeal after ? after(after) : said(act);
  }

  private String procedural(Procedural act) {
    if (act instanceof Procedural.OpenRound open) {
      return "opens a round" + tracks(open.tracks()) + format(open.format());
    }
    if (act instanceof Procedural.HoldMeeting meeting) {
      return "holds a meeting"
          + tracks(meeting.track().map(List::of).orElse(List.of()))
          + format(meeting.format());
    }
    if (act instanceof Procedural.SetDeadline set) {
      String words = set.deadline().words();
      return "sets a deadline (%s): %s%s"
          .formatted(
              Text.safe(set.deadline().name()),
              set.deadline().date().describe(),
              words.isBlank() ? "" : ", " + Names.quoted(words));
    }
    if (act instanceof Procedural.ExtendDeadline extend) {
      return "extends the deadline (%s) to %s"
          .formatted(Text.safe(extend.name()), extend.to().describe());
    }
    if (act instanceof Procedural.SendDelegation send) {
      return "sends a delegation ("
          + Text.safe(
              Optional.ofNullable(names.agenda().delegations().get(send.delegation()))
                  .map(d -> d.name())
                  .orElse(send.delegation().text()))
          + ")"
          + tracks(send.track().map(List::of).orElse(List.of()));
    }
    if (act instanceof Procedural.AmendAgenda amend) {
      return "amends the agenda: %s (%s)"
          .formatted(Text.safe(amend.issue().name()), Text.safe(amend.issue().scale().describe()));
    }
    return switch (act.kind()) {
      case CLOSE_ROUND -> "closes the round";
      case SUSPEND -> "suspends";
      case RESUME -> "resumes";
      case BREAK_OFF -> "breaks off the talks";
      case DECLARE_IMPASSE -> "declares an impasse";
      default -> act.kind().words();
    };
  }

  static String tracks(Collection<String> tracks) {
    return tracks.isEmpty() ? "" : " in " + Names.all(tracks.stream().map(Text::safe).toList());
  }

  static String format(Optional<String> format) {
    return format.map(f -> ", format: " + Text.safe(f)).orElse("");
  }

  private String substantive(Substantive act, EntryId entry) {
    if (act instanceof Substantive.RaiseDemand raise) {
      return "demands " + demand(raise.demand());
    }
    if (act instanceof Substantive.AmendDemand amend) {
      return "now demands " + demand(amend.demand());
    }
    if (act instanceof Substantive.DropDemand drop) {
      return "drops its demand on " + names.issues(drop.issues());
    }
    if (act instanceof Substantive.RejectDemand reject) {
      return "rejects the demand of %s%s on %s"
          .formatted(
              names.party(reject.demand().by()),
              cited(citations.before(reject.demand(), entry)),
              names.issues(reject.demand().asks().keySet()));
    }
    if (act instanceof Substantive.TieCommitment tie) {
      return tie(tie.tie());
    }
    if (act instanceof Substantive.MakeOffer make) {
      return offers(make, entry);
    }
    if (act instanceof Substantive.WithdrawOffer withdraw) {
      return "withdraws its offer" + cited(citations.before(withdraw.offer(), entry));
    }
    if (act instanceof Substantive.Accept accept) {
      return "accepts "
          + answered(accept.offer(), entry)
          + (accept.parts().isEmpty() ? "" : " on " + names.issues(accept.parts()))
          + (accept.authority() == Authority.FINAL ? "" : ", " + Names.words(accept.authority()));
    }
    if (act instanceof Substantive.RejectOffer reject) {
      return "rejects "
          + answered(reject.offer(), entry)
          + (reject.undisputed().isEmpty()
              ? ""
              : ", leaves undisputed: " + names.issues(reject.undisputed()));
    }
    if (act instanceof Substantive.Attest attest) {
      return attest(attest, entry);
    }
    return shift((Substantive.Shift) act);
  }

  private String attest(Substantive.Attest attest, EntryId entry) {
    List<EntryId> earlier = citations.before(Citations.terms(attest), entry);
    if (!earlier.isEmpty()) {
      return "attests the same terms " + Names.entries(earlier);
    }
    return "attests as agreed%s (%s): %s%s"
        .formatted(
            attest.among().isEmpty() ? "" : " among " + names.parties(attest.among()),
            binding(attest.binding(), "the whole", "in part"),
            names.terms(attest.terms()),
            attest.undertakings().stream()
                .map(u -> "; " + undertaken(u))
                .collect(Collectors.joining()));
  }

  private String undertaken(Undertaking undertaking) {
    return names.party(undertaking.by()) + " undertakes " + undertaking(undertaking);
  }

  /** Returns what is undertaken: the name, what it delivers, when, and who stands for it. */
  String undertaking(Undertaking undertaking) {
    StringBuilder line = new StringBuilder(quoted(undertaking.name()));
    undertaking.terms().ifPresent(t -> line.append(' ').append(names.terms(t)));
    if (!undertaking.words().isBlank()) {
      line.append(undertaking.terms().isPresent() ? ", " : " ");
      line.append(Names.quoted(undertaking.words()));
    }
    if (!(undertaking.trigger() instanceof Trigger.OnForce)) {
      line.append(", ").append(Text.safe(undertaking.trigger().toString()));
    }
    undertaking.due().ifPresent(due -> line.append(", due ").append(due.describe()));
    undertaking.guarantor().ifPresent(g -> line.append(", guarantor ").append(names.party(g)));
    return line.toString();
  }

  private String shift(Substantive.Shift shift) {
    String verb =
        switch (shift.direction()) {
          case SOFTER -> "softens";
          case HARDER -> "hardens";
          case UNCHANGED -> "holds";
        };
    String toward = shift.toward().isEmpty() ? "" : " towards " + names.parties(shift.toward());
    return verb
        + shift.issue().map(i -> " on " + names.issue(i)).orElse("; on which issue, nobody says")
        + toward
        + (shift.issue().isPresent() && !verb.equals("holds") ? "; no figure given" : "");
  }

  private String offers(Substantive.MakeOffer make, EntryId entry) {
    String verb =
        make.counters().isPresent()
            ? "counters " + answered(make.counters().get(), entry) + " and offers "
            : "offers ";
    if (make.alternatives().size() == 1) {
      return verb + offer(make.alternatives().get(0));
    }
    StringBuilder all = new StringBuilder(verb).append("alternatives: ");
    for (int i = 0; i < make.alternatives().size(); i++) {
      all.append(i == 0 ? "" : "; or ").append(i + 1).append(") to ");
      all.append(offer(make.alternatives().get(i)));
    }
    return all.toString();
  }

  private String answered(Offer offer, EntryId entry) {
    return "the offer of " + names.party(offer.by()) + cited(citations.before(offer, entry));
  }

  private static String cited(List<EntryId> entries) {
    return entries.isEmpty() ? "" : " " + Names.entries(entries);
  }

  /** Returns of whom what is demanded: "of Israel (essential) end of war: permanent end". */
  String demand(Demand demand) {
    return "of %s (%s) %s%s"
        .formatted(
            demand.of().isEmpty() ? "all" : names.parties(demand.of()),
            demand.firmness().map(Names::words).orElse("firmness not stated"),
            asks(demand),
            demand.sufficient() ? "; declared sufficient" : "");
  }

  private String asks(Demand demand) {
    return demand.asks().entrySet().stream()
        .map(e -> names.issue(e.getKey()) + ": " + ask(e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  String ask(IssueId issue, Ask ask) {
    Optional<String> region = ask.region().map(asked -> region(issue, ask, asked));
    return region
        .map(r -> ask.words().isBlank() ? r : r + " (" + Names.quoted(ask.words()) + ")")
        .orElse(Names.quoted(ask.words()));
  }

  private String region(IssueId issue, Ask ask, String asked) {
    try {
      return names
          .agenda()
          .issue(issue)
          .flatMap(i -> ask.on(i.scale()))
          .map(Names::region)
          .orElse(Text.safe(asked));
    } catch (IllegalArgumentException e) {
      // It lay on a scale that was taken back since; the entry that says so still stands.
      return Text.safe(asked);
    }
  }

  /** Returns to whom what is offered: "Hamas (as a whole) hostages: 34 persons". */
  String offer(Offer offer) {
    List<String> parts = new ArrayList<>();
    parts.add(names.terms(offer.terms()));
    offer
        .conditions()
        .forEach(
            c ->
                parts.add(
                    "if %s: %s%s"
                        .formatted(
                            names.issue(c.issue()),
                            ask(c.issue(), c.ask()),
                            c.sufficient() ? ", declared sufficient" : "")));
    offer
        .instalments()
        .forEach(
            i ->
                parts.add(
                    "instalment (%s, %s) %s"
                        .formatted(
                            Text.safe(i.name()),
                            Text.safe(i.trigger().toString()),
                            names.terms(i.terms()))));
    offer.undertakings().forEach(u -> parts.add(undertaken(u)));
    offer.expiry().ifPresent(day -> parts.add("stands until " + day.describe()));
    return "%s (%s) %s"
        .formatted(
            names.parties(offer.to()),
            binding(offer.binding(), "as a whole", "severable"),
            String.join("; ", parts));
  }

  static String binding(Binding binding, String whole, String severable) {
    return binding == Binding.WHOLE ? whole : severable;
  }

  String tie(Tie tie) {
    return "ties %s %s %s"
        .formatted(
            names.issue(tie.issue()),
            tie.order() == Tie.Order.TOGETHER ? "together with" : "to come only after",
            names.issues(tie.others()));
  }

  private String after(AfterDeal act) {
    if (act instanceof AfterDeal.SetOff set) {
      return "sets off the obligation " + quoted(set.obligation().name());
    }
    if (act instanceof AfterDeal.Perform perform) {
      return "performs its obligation %s (%s, %s of 3)"
          .formatted(
              quoted(perform.obligation().name()),
              Names.words(perform.degree()),
              Steps.degree(perform.degree()));
    }
    if (act instanceof AfterDeal.AllegeBreach breach) {
      return "alleges a breach of the obligation %s of %s%s"
          .formatted(
              quoted(breach.obligation().name()),
              names.party(breach.obligation().by()),
              breach.words().isBlank() ? "" : ": " + Names.quoted(breach.words()));
    }
    if (act instanceof AfterDeal.Excuse excuse) {
      return "excuses the obligation %s of %s"
          .formatted(quoted(excuse.obligation().name()), names.party(excuse.obligation().by()));
    }
    return switch (act.kind()) {
      case RATIFY -> "ratifies";
      case FAIL_TO_RATIFY -> "fails to ratify";
      case TERMINATE -> "ends its part";
      default -> act.kind().words();
    };
  }

  private static String quoted(String name) {
    return "(" + Text.safe(name) + ")";
  }

  private String said(Act act) {
    if (act instanceof Communicative.MakeClaim claim) {
      return "says on %s: %s"
          .formatted(Names.quoted(claim.claim().about()), names.claim(claim.claim()));
    }
    if (act instanceof Communicative.Accuse accuse) {
      return "accuses %s: %s".formatted(party(accuse.of()), Names.quoted(accuse.words()));
    }
    if (act instanceof Communicative.Promise promise) {
      return "promises: " + Names.quoted(promise.words());
    }
    if (act instanceof Communicative.Threaten threat) {
      return "threatens: " + Names.quoted(threat.words());
    }
    if (act instanceof Communicative.Commit commit) {
      return "commits in public: " + Names.quoted(commit.words());
    }
    if (act instanceof Exogenous.Incident incident) {
      return "incident: " + Names.quoted(incident.words());
    }
    return act instanceof Exogenous.ChangeOfGovernment change
        ? "change of government: " + Names.quoted(change.words())
        : act.kind().words();
  }

  private String party(ActorId id) {
    return names.party(id);
  }
}
