package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.evidence.Answer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Accepted;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Entry;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Implementation;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Note;
import dev.parley.talks.Obligation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the record, entry by entry, playing it again to know what each refers to. */
final class RecordWriter {
  private final Scenario scenario;
  private final Map<Label, String> names = new HashMap<>();
  private final Referents referents = new Referents();
  private Negotiation now;

  RecordWriter(Scenario scenario) {
    this.scenario = scenario;
    scenario.labels().forEach((name, label) -> names.put(label, name));
    this.now =
        Negotiation.about(scenario.negotiation().firstAgenda(), scenario.negotiation().ruleBook());
  }

  Tree.Sequence tree() {
    ImmutableList.Builder<Tree> entries = ImmutableList.builder();
    for (Entry entry : scenario.negotiation().chronicle().entries()) {
      entries.add(entry(entry));
      referents.add(entry);
      if (Replay.next(now, entry) instanceof Accepted accepted) {
        now = accepted.negotiation();
      }
    }
    return Tree.sequence(entries.build());
  }

  private Tree entry(Entry entry) {
    TreeBuilder mapping = new TreeBuilder();
    String name = names.get(new Label(entry.id(), 0));
    if (name != null) {
      mapping.put("id", name);
    }
    if (entry instanceof Entry.Told told) {
      move(mapping, told.id(), told.move());
    } else if (entry instanceof Entry.Corrected corrected) {
      mapping.put(
          corrected.instead().isPresent() ? "correct" : "cancel", target(corrected.target()));
      corrected
          .instead()
          .ifPresent(move -> mapping.put("instead", (Tree) instead(corrected, move)));
      note(mapping, corrected.note());
    } else if (entry instanceof Entry.Denied denied) {
      mapping.put("deny", target(denied.target()));
      note(mapping, denied.note());
    }
    return mapping.build();
  }

  private Tree.Mapping instead(Entry.Corrected corrected, Move move) {
    Negotiation current = now;
    now = RecordReader.before(now, corrected.target());
    TreeBuilder mapping = new TreeBuilder();
    move(mapping, corrected.id(), move);
    now = current;
    return mapping.build();
  }

  private Tree target(EntryId entry) {
    String name = names.get(new Label(entry, 0));
    return name == null ? TreeBuilder.list(ImmutableList.of(entry.number())) : Tree.text(name);
  }

  private static void note(TreeBuilder mapping, Note note) {
    mapping
        .putIf(!note.on().equals(When.UNKNOWN), "on", note.on())
        .putIfPresent("source", note.source().map(Source::id))
        .putIf(!note.words().isEmpty(), "words", note.words());
  }

  private void move(TreeBuilder mapping, EntryId id, Move move) {
    act(mapping, id, move);
    boolean hasWords =
        move.act() instanceof Communicative.Accuse || move.act() instanceof AfterDeal.AllegeBreach;
    mapping
        .putIf(!move.on().equals(When.UNKNOWN), "on", move.on())
        .putIfPresent("source", move.source().map(Source::id))
        .putIfPresent("through", move.through())
        .putIf(!move.words().isEmpty(), hasWords ? "saying" : "words", move.words())
        .putTexts("codes", move.codes());
  }

  private void act(TreeBuilder mapping, EntryId id, Move move) {
    Act act = move.act();
    Verbs verbs = new Verbs(mapping, move.by());
    if (act instanceof Procedural procedural) {
      procedural(verbs, procedural);
    } else if (act instanceof Substantive substantive) {
      substantive(verbs, id, move, substantive);
    } else if (act instanceof AfterDeal after) {
      afterDeal(verbs, after);
    } else if (act instanceof Communicative communicative) {
      communicative(verbs, move, communicative);
    } else if (act instanceof Exogenous.Incident incident) {
      verbs.put(Verb.IN_INCIDENT, incident.words());
    } else if (act instanceof Exogenous.ChangeOfGovernment change) {
      verbs.put(Verb.CHANGES_GOVERNMENT, change.words());
    }
  }

  /** Puts verb keys. */
  private record Verbs(TreeBuilder mapping, ActorId by) {
    TreeBuilder put(Verb verb, Tree value) {
      return mapping.put(by.text() + " " + verb.text(), value);
    }

    TreeBuilder put(Verb verb, Object value) {
      return put(verb, Tree.text(value));
    }

    TreeBuilder put(Verb verb) {
      return put(verb, Tree.NOTHING);
    }
  }

  private void procedural(Verbs verbs, Procedural act) {
    if (act instanceof Procedural.OpenRound open) {
      Tree tracks = open.tracks().isEmpty() ? Tree.NOTHING : TreeBuilder.oneOrMore(open.tracks());
      verbs.put(Verb.OPENS_ROUND, tracks).putIfPresent("format", open.format());
    } else if (act instanceof Procedural.CloseRound) {
      verbs.put(Verb.CLOSES_ROUND);
    } else if (act instanceof Procedural.HoldMeeting meeting) {
      Tree track = meeting.track().<Tree>map(Tree::text).orElse(Tree.NOTHING);
      verbs.put(Verb.MEETS, track).putIfPresent("format", meeting.format());
    } else if (act instanceof Procedural.Suspend) {
      verbs.put(Verb.SUSPENDS);
    } else if (act instanceof Procedural.Resume) {
      verbs.put(Verb.RESUMES);
    } else if (act instanceof Procedural.BreakOff) {
      verbs.put(Verb.BREAKS_OFF);
    } else if (act instanceof Procedural.DeclareImpasse) {
      verbs.put(Verb.DECLARES_IMPASSE);
    } else if (act instanceof Procedural.SetDeadline set) {
      Deadline deadline = set.deadline();
      verbs
          .put(Verb.SETS_DEADLINE, deadline.name())
          .put("date", deadline.date())
          .putIf(!deadline.words().isEmpty(), "for", deadline.words());
    } else if (act instanceof Procedural.ExtendDeadline extend) {
      verbs.put(Verb.EXTENDS_DEADLINE, extend.name()).put("date", extend.to());
    } else if (act instanceof Procedural.SendDelegation send) {
      verbs.put(Verb.SENDS, send.delegation()).putIfPresent("to", send.track());
    } else if (act instanceof Procedural.AmendAgenda amend) {
      boolean known = now.agenda().issue(amend.issue().id()).isPresent();
      AgendaWriter.issue(
          verbs.put(known ? Verb.WIDENS : Verb.ADDS_ISSUE, amend.issue().id()),
          amend.issue(),
          "issue codes");
    }
  }

  private void substantive(Verbs verbs, EntryId id, Move move, Substantive act) {
    if (act instanceof Substantive.RaiseDemand raise) {
      demand(verbs, Verb.DEMANDS_OF, raise.demand());
    } else if (act instanceof Substantive.AmendDemand amend) {
      demand(verbs, Verb.AMENDS_DEMAND_OF, amend.demand());
    } else if (act instanceof Substantive.DropDemand drop) {
      verbs.put(Verb.DROPS, TreeBuilder.oneOrMore(drop.issues()));
    } else if (act instanceof Substantive.RejectDemand reject) {
      verbs.put(Verb.REJECTS_DEMAND, nameOf(reject.demand()));
    } else if (act instanceof Substantive.TieCommitment commitment) {
      Tie tie = commitment.tie();
      verbs
          .put(Verb.TIES, tie.issue())
          .put(
              tie.order() == Tie.Order.TOGETHER ? "together with" : "after",
              (Tree) TreeBuilder.list(tie.others()))
          .putIf(!tie.by().equals(move.by()), "in the name of", tie.by());
    } else if (act instanceof Substantive.MakeOffer make) {
      offers(verbs, id, make);
    } else if (act instanceof Substantive.WithdrawOffer withdraw) {
      verbs.put(Verb.WITHDRAWS, nameOf(withdraw.offer()));
    } else if (act instanceof Substantive.Accept accept) {
      accept(verbs, accept);
    } else if (act instanceof Substantive.RejectOffer reject) {
      verbs.put(Verb.REJECTS, nameOf(reject.offer()));
      issues(verbs.mapping(), "undisputed", reject.undisputed());
    } else if (act instanceof Substantive.Attest attest) {
      attest(verbs, attest);
    } else if (act instanceof Substantive.Shift shift) {
      shift(verbs, shift);
    }
  }

  /** One party alone, which agrees with nobody, is a list: without brackets it is the other one. */
  private static void attest(Verbs verbs, Substantive.Attest attest) {
    verbs.put(
        Verb.ATTESTS_WITH,
        attest.among().isEmpty() ? Tree.text("all") : TreeBuilder.list(attest.among()));
    ValueWriter.terms(verbs.mapping(), attest.terms());
    OfferWriter.undertakings(verbs.mapping(), attest.undertakings());
    verbs.mapping().putIf(attest.binding() == Binding.WHOLE, "whole", "yes");
  }

  private static void issues(TreeBuilder mapping, String key, Set<IssueId> issues) {
    if (!issues.isEmpty()) {
      mapping.put(key, (Tree) TreeBuilder.list(issues));
    }
  }

  private void accept(Verbs verbs, Substantive.Accept accept) {
    verbs.put(Verb.ACCEPTS, nameOf(accept.offer()));
    issues(verbs.mapping(), "parts", accept.parts());
    verbs
        .mapping()
        .putIf(accept.authority() == Authority.AD_REFERENDUM, "ad referendum", "yes")
        .putIf(
            accept.authority() == Authority.NONE,
            "authority",
            Words.AUTHORITY.word(accept.authority()));
  }

  private static void shift(Verbs verbs, Substantive.Shift shift) {
    Verb verb =
        switch (shift.direction()) {
          case SOFTER -> Verb.SOFTENS;
          case HARDER -> Verb.HARDENS;
          case UNCHANGED -> Verb.HOLDS;
        };
    verbs.put(verb, shift.issue().map(IssueId::text).orElse("unknown issue"));
    if (!shift.toward().isEmpty()) {
      verbs.mapping().put("toward", TreeBuilder.oneOrMore(shift.toward()));
    }
  }

  private String nameOf(Object referent) {
    Optional<Label> label = referents.makerOf(referent);
    String name = label.map(names::get).orElse(null);
    if (name == null) {
      throw new IllegalStateException("(" + referent + ") has no label");
    }
    return name;
  }

  private static void demand(Verbs verbs, Verb verb, Demand demand) {
    TreeBuilder mapping = verbs.put(verb, ValueWriter.addressees(demand.of()));
    TreeBuilder nested = new TreeBuilder();
    // All of them nested, if one must be: messages list issues in the order of the demand.
    boolean nest = demand.asks().keySet().stream().anyMatch(i -> Words.RESERVED.contains(i.text()));
    for (Map.Entry<IssueId, Ask> ask : demand.asks().entrySet()) {
      (nest ? nested : mapping).put(ask.getKey().text(), ValueWriter.ask(ask.getValue()));
    }
    GeneralDemand said =
        GeneralDemand.builder()
            .by(demand.by())
            .addAllOf(demand.of())
            .putAllWanted(demand.asks())
            .firmness(demand.firmness())
            .sufficient(demand.sufficient())
            .build();
    mapping
        .putUnlessEmpty("issues", nested)
        .putIfPresent("firmness", demand.firmness().map(Words.FIRMNESS::word))
        .putIf(demand.sufficient(), "sufficient", "yes")
        .putIf(!DemandKinds.inferred(said).equals(demand), "kind", demand.kind())
        .putIf(!demand.by().equals(verbs.by()), "in the name of", demand.by());
  }

  private void offers(Verbs verbs, EntryId id, Substantive.MakeOffer make) {
    Offer first = make.alternatives().get(0);
    boolean one = make.alternatives().size() == 1;
    TreeBuilder mapping =
        verbs.put(one ? Verb.OFFERS : Verb.OFFERS_ONE_OF, ValueWriter.addressees(first.to()));
    if (one) {
      OfferWriter.write(mapping, first);
    } else {
      TreeBuilder all = new TreeBuilder();
      for (int i = 0; i < make.alternatives().size(); i++) {
        Offer offer = make.alternatives().get(i);
        TreeBuilder alternative = new TreeBuilder();
        OfferWriter.write(alternative, offer);
        if (!offer.to().equals(first.to())) {
          alternative.put("to", ValueWriter.addressees(offer.to()));
        }
        alternative.putIf(!offer.by().equals(first.by()), "in the name of", offer.by());
        String name = names.get(new Label(id, i + 1));
        all.put(java.util.Objects.requireNonNull(name), alternative.build());
      }
      mapping.put("alternatives", all.build());
    }
    make.counters().ifPresent(offer -> mapping.put("counters", nameOf(offer)));
    mapping.putIf(!first.by().equals(verbs.by()), "in the name of", first.by());
  }

  private void afterDeal(Verbs verbs, AfterDeal act) {
    if (act instanceof AfterDeal.Ratify) {
      verbs.put(Verb.RATIFIES);
    } else if (act instanceof AfterDeal.FailToRatify) {
      verbs.put(Verb.FAILS_TO_RATIFY);
    } else if (act instanceof AfterDeal.SetOff setOff) {
      obligation(verbs, Verb.SETS_OFF, setOff.obligation());
    } else if (act instanceof AfterDeal.Perform perform) {
      obligation(verbs, Verb.PERFORMS, perform.obligation());
      verbs
          .mapping()
          .putIf(
              perform.degree() != Implementation.FULL,
              "degree",
              Words.DEGREE.word(perform.degree()));
    } else if (act instanceof AfterDeal.AllegeBreach breach) {
      obligation(verbs, Verb.ALLEGES_BREACH_OF, breach.obligation());
      verbs.mapping().put("words", breach.words());
    } else if (act instanceof AfterDeal.Excuse excuse) {
      obligation(verbs, Verb.EXCUSES, excuse.obligation());
    } else if (act instanceof AfterDeal.Terminate) {
      verbs.put(Verb.TERMINATES);
    }
  }

  private void obligation(Verbs verbs, Verb verb, Obligation obligation) {
    verbs.put(verb, obligation.name());
    int which = 0;
    for (Obligation other : ActReader.obligations(now)) {
      which += other.name().equals(obligation.name()) ? 1 : 0;
      if (other.equals(obligation)) {
        break;
      }
    }
    verbs.mapping().putIf(which > 1, "which", which);
  }

  private static void communicative(Verbs verbs, Move move, Communicative act) {
    if (act instanceof Communicative.MakeClaim make) {
      claim(verbs, move, make.claim());
    } else if (act instanceof Communicative.Accuse accuse) {
      verbs.put(Verb.ACCUSES, accuse.of()).put("words", accuse.words());
    } else if (act instanceof Communicative.Promise promise) {
      verbs.put(Verb.PROMISES, promise.words());
    } else if (act instanceof Communicative.Threaten threaten) {
      verbs.put(Verb.THREATENS, threaten.words());
    } else if (act instanceof Communicative.Commit commit) {
      verbs.put(Verb.COMMITS_TO, commit.words());
    }
  }

  private static void claim(Verbs verbs, Move move, Claim claim) {
    Answer says = claim.says();
    String key =
        says instanceof Answer.Count
            ? "figure"
            : says instanceof Answer.Date
                ? "date"
                : says instanceof Answer.Text ? "text" : "answer";
    verbs
        .put(Verb.CLAIMS, claim.about())
        .put(key, says)
        .putIfPresent("concerning", claim.concerning())
        .putIf(!claim.source().equals(implied(move)), "as said by", claim.source().id())
        .putIf(!claim.on().equals(move.on()), "as said on", claim.on());
  }

  /** Returns the source of a claim that names none of its own: the entry's, or the speaker. */
  static Source implied(Move move) {
    return move.source().orElseGet(() -> ActReader.own(move.by()));
  }
}
