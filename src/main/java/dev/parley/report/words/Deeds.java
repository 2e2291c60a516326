package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Engagement;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
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
public record Deeds(Names names, Citations citations) {
  /** Returns the act in words, as the entry with this number tells it: one sentence a kind. */
  public String of(Act act, EntryId entry) {
    return switch (act.kind()) {
      case OPEN_ROUND -> opensRound((Procedural.OpenRound) act);
      case CLOSE_ROUND -> "closes the round";
      case HOLD_MEETING -> meets((Procedural.HoldMeeting) act);
      case SUSPEND -> suspends((Procedural.Suspend) act, entry);
      case RESUME -> "resumes" + engagement(((Procedural.Resume) act).what(), entry);
      case BREAK_OFF -> "breaks off the talks";
      case ABANDON -> "abandons the talks";
      case DECLARE_IMPASSE -> "declares an impasse";
      case SET_DEADLINE -> setsDeadline(((Procedural.SetDeadline) act).deadline());
      case EXTEND_DEADLINE -> extendsDeadline((Procedural.ExtendDeadline) act);
      case SEND_DELEGATION -> sends((Procedural.SendDelegation) act);
      case ADMIT -> "admits " + names.party(((Procedural.Admit) act).party()) + " to the talks";
      case LEAVE -> "leaves the talks";
      case EXCLUDE ->
          "excludes " + names.party(((Procedural.Exclude) act).party()) + " from the talks";
      case AMEND_AGENDA -> amendsAgenda(((Procedural.AmendAgenda) act).issue());
      case RAISE_DEMAND -> "demands " + demand(((Substantive.RaiseDemand) act).demand());
      case AMEND_DEMAND -> "now demands " + demand(((Substantive.AmendDemand) act).demand());
      case DROP_DEMAND -> "drops its demand on " + names.issues(act.issues());
      case REJECT_DEMAND -> rejects(((Substantive.RejectDemand) act).demand(), entry);
      case TIE -> tie(((Substantive.TieCommitment) act).tie());
      case UNTIE -> "no longer ties " + names.issues(act.issues()) + " to anything";
      case MAKE_OFFER -> offers((Substantive.MakeOffer) act, entry);
      case WITHDRAW_OFFER ->
          (((Substantive.WithdrawOffer) act).offer().proposal()
                  ? "withdraws its proposal"
                  : "withdraws its offer")
              + cited(citations.before(((Substantive.WithdrawOffer) act).offer(), entry));
      case ACCEPT -> accepts((Substantive.Accept) act, entry);
      case REJECT_OFFER -> rejects((Substantive.RejectOffer) act, entry);
      case ATTEST -> attest((Substantive.Attest) act, entry);
      case SHIFT -> shift((Substantive.Shift) act);
      case PROPOSE -> "proposes to " + offer(((Substantive.Propose) act).proposal());
      case SIGN -> "signs " + text(((Substantive.Sign) act).text(), entry);
      case INITIAL -> "initials " + text(((Substantive.Initial) act).text(), entry);
      case CONFIRM ->
          "confirms its consent"
              + ((AfterDeal.Confirm) act).text().map(t -> " to " + text(t, entry)).orElse("");
      case DENOUNCE -> "denounces " + agreed(((AfterDeal.Denounce) act).text(), entry);
      case AGREE_TO_END -> "agrees to end " + agreed(((AfterDeal.AgreeToEnd) act).text(), entry);
      case JOIN -> "joins " + agreed(((AfterDeal.Join) act).text(), entry);
      case RATIFY -> ratifies((AfterDeal.Ratify) act, entry);
      case FAIL_TO_RATIFY ->
          "fails to ratify" + named(((AfterDeal.FailToRatify) act).text(), entry);
      case SET_OFF ->
          "sets off the obligation " + quoted(((AfterDeal.SetOff) act).obligation().name());
      case PERFORM -> performs((AfterDeal.Perform) act);
      case ALLEGE_BREACH -> allegesBreach((AfterDeal.AllegeBreach) act);
      case EXCUSE -> excuses(((AfterDeal.Excuse) act).obligation());
      case FIND -> finds((AfterDeal.Find) act);
      case NOTE -> notes((AfterDeal.Note) act, entry);
      case INTERPRET -> interprets((AfterDeal.Interpret) act, entry);
      case CLAIM -> names.claimed(((Communicative.MakeClaim) act).claim(), false);
      case ACCUSE -> accuses((Communicative.Accuse) act);
      case PROMISE -> "promises: " + Names.quoted(((Communicative.Promise) act).words());
      case THREATEN -> "threatens: " + Names.quoted(((Communicative.Threaten) act).words());
      case COMMIT -> "commits in public: " + Names.quoted(((Communicative.Commit) act).words());
      case INCIDENT -> "incident: " + Names.quoted(((Exogenous.Incident) act).words());
      case CHANGE_OF_GOVERNMENT ->
          "change of government: " + Names.quoted(((Exogenous.ChangeOfGovernment) act).words());
      case PRESS -> presses((Exogenous.Press) act);
    };
  }

  /** Returns what happened where nobody says who did it. */
  public String ofNobody(Act act, EntryId entry, boolean heading) {
    return switch (act.kind()) {
      case OPEN_ROUND ->
          heading
              ? "the round opens"
              : "a round opens"
                  + tracks(((Procedural.OpenRound) act).tracks())
                  + format(((Procedural.OpenRound) act).format());
      case CLOSE_ROUND -> "the round closes";
      case SUSPEND -> "the talks are suspended";
      case RESUME -> "the talks resume";
      case BREAK_OFF -> "the talks are broken off";
      case ADMIT -> names.party(((Procedural.Admit) act).party()) + " is admitted to the talks";
      case EXCLUDE ->
          names.party(((Procedural.Exclude) act).party()) + " is excluded from the talks";
      case NOTE -> "it is noted " + noted((AfterDeal.Note) act, entry);
      case INCIDENT -> "incident: " + Names.quoted(((Exogenous.Incident) act).words());
      default ->
          throw new IllegalArgumentException(
              "somebody must be named who can " + act.kind().words());
    };
  }

  private static String opensRound(Procedural.OpenRound act) {
    return "opens a round" + tracks(act.tracks()) + format(act.format());
  }

  private String meets(Procedural.HoldMeeting act) {
    String who = act.with().isEmpty() ? "holds a meeting" : "meets " + names.parties(act.with());
    return who + tracks(act.track().stream().toList()) + format(act.format());
  }

  private static String setsDeadline(Deadline deadline) {
    return "sets a deadline (%s): %s%s"
        .formatted(
            PlainText.safe(deadline.name()),
            deadline.date().describe(),
            deadline.words().isBlank() ? "" : ", " + Names.quoted(deadline.words()));
  }

  private static String extendsDeadline(Procedural.ExtendDeadline act) {
    return "extends the deadline (%s) to %s"
        .formatted(PlainText.safe(act.name()), act.to().describe());
  }

  private String sends(Procedural.SendDelegation act) {
    String name =
        Optional.ofNullable(names.agenda().delegations().get(act.delegation()))
            .map(d -> d.name())
            .orElse(act.delegation().text());
    return "sends a delegation "
        + quoted(name)
        + act.track().map(track -> " to " + PlainText.safe(track)).orElse("");
  }

  private static String amendsAgenda(Issue issue) {
    return "amends the agenda: %s (%s)"
        .formatted(PlainText.safe(issue.name()), PlainText.safe(issue.scale().describe()));
  }

  public static String tracks(Collection<String> tracks) {
    return tracks.isEmpty()
        ? ""
        : " in " + Names.all(tracks.stream().map(PlainText::safe).toList());
  }

  public static String format(Optional<String> format) {
    return format.map(f -> ", format: " + PlainText.safe(f)).orElse("");
  }

  private String rejects(Demand demand, EntryId entry) {
    return "rejects the demand of %s%s on %s"
        .formatted(
            names.party(demand.by()),
            cited(citations.before(demand, entry)),
            names.issues(demand.asks().keySet()));
  }

  private String accepts(Substantive.Accept act, EntryId entry) {
    return "accepts "
        + answered(act.offer(), entry)
        + (act.parts().isEmpty() ? "" : " on " + names.issues(act.parts()))
        + (act.authority() == Authority.FINAL ? "" : ", " + Names.words(act.authority()));
  }

  private String rejects(Substantive.RejectOffer act, EntryId entry) {
    return "rejects "
        + rejected(act, entry)
        + (act.undisputed().isEmpty()
            ? ""
            : ", leaves undisputed: " + names.issues(act.undisputed()));
  }

  /** The offers that it rejects: by their numbers, where they are alternatives of one entry. */
  private String rejected(Substantive.RejectOffer act, EntryId entry) {
    List<EntryId> made = citations.before(act.offer(), entry);
    List<Offer> all = ImmutableList.<Offer>builder().add(act.offer()).addAll(act.besides()).build();
    List<String> numbers =
        all.stream()
            .filter(offer -> citations.before(offer, entry).equals(made))
            .flatMap(offer -> citations.alternative(offer, entry).stream())
            .map(Object::toString)
            .toList();
    return numbers.size() > 1 && numbers.size() == all.size()
        ? "the offer of %s%s, alternatives %s"
            .formatted(names.party(act.offer().by()), cited(made), Names.all(numbers))
        : Names.all(all.stream().map(offer -> answered(offer, entry)).toList());
  }

  private String attest(Substantive.Attest attest, EntryId entry) {
    Text text = attest.text();
    List<EntryId> earlier = citations.before(text, entry);
    if (!earlier.isEmpty()) {
      return "attests the same terms " + Names.entries(earlier);
    }
    return "attests as agreed%s (%s): %s"
        .formatted(
            text.parties().isEmpty() ? "" : " among " + names.parties(text.parties()),
            text.comprehensive() ? "the whole" : "in part",
            provisions(text));
  }

  /** Returns what a text is called: by the entry that put it forward, or by its terms. */
  public String text(Text text, EntryId entry) {
    List<EntryId> earlier = citations.of(text).stream().filter(e -> !e.equals(entry)).toList();
    return earlier.isEmpty()
        ? "(" + names.terms(text.terms()) + ")"
        : "the text of " + Names.entries(earlier);
  }

  private String named(Optional<Text> text, EntryId entry) {
    return text.map(t -> " " + text(t, entry)).orElse("");
  }

  private String agreed(Optional<Text> text, EntryId entry) {
    return text.map(t -> text(t, entry)).orElse("what was agreed");
  }

  /** Returns what a text says: terms, conditions, steps, who undertakes what. */
  public String provisions(Provisions text) {
    List<String> parts = new ArrayList<>();
    if (!text.terms().values().isEmpty()) {
      parts.add(names.terms(text.terms()));
    }
    text.brackets()
        .forEach(
            (issue, versions) ->
                parts.add(
                    "in brackets, %s: %s"
                        .formatted(
                            names.issue(issue),
                            versions.entrySet().stream()
                                .map(
                                    v ->
                                        names.value(issue, v.getValue())
                                            + " ("
                                            + names.party(v.getKey())
                                            + ")")
                                .collect(Collectors.joining(" or ")))));
    text.conditions().forEach(c -> parts.add(condition(c)));
    text.instalments()
        .forEach(
            i ->
                parts.add(
                    "instalment (%s, %s) %s"
                        .formatted(
                            PlainText.safe(i.name()),
                            PlainText.safe(i.trigger().toString()),
                            names.terms(i.terms()))));
    text.undertakings().forEach(u -> parts.add(undertaken(u)));
    if (text.interim()) {
      parts.add("for the interim");
    }
    if (text.standsAlone()) {
      parts.add("by itself");
    }
    if (!text.openTo().isEmpty()) {
      parts.add("open to " + names.parties(text.openTo()));
    }
    if (text.denounceable()) {
      parts.add("a party may leave it");
    }
    text.verifier().ifPresent(by -> parts.add("verified by " + names.party(by)));
    if (!text.inForce().equals(EntryIntoForce.ON_RATIFICATION)) {
      parts.add("in force " + PlainText.safe(text.inForce().toString()));
    }
    text.lasts().ifPresent(time -> parts.add("lasting " + PlainText.safe(time.toString())));
    text.replaces().ifPresent(earlier -> parts.add("in place of " + former(earlier)));
    text.amends().ifPresent(earlier -> parts.add("amending " + former(earlier)));
    return String.join("; ", parts);
  }

  private String condition(Condition c) {
    return "if %s: %s%s"
        .formatted(
            names.issue(c.issue()),
            ask(c.issue(), c.ask()),
            c.sufficient() ? ", declared sufficient" : "");
  }

  private String ratifies(AfterDeal.Ratify act, EntryId entry) {
    String ratifies = "ratifies" + named(act.text(), entry);
    return act.conditions().isEmpty() ? ratifies : ratifies + " " + conditions(act.conditions());
  }

  String conditions(Collection<Condition> all) {
    return all.stream().map(this::condition).collect(Collectors.joining(", "));
  }

  private String former(Text text) {
    List<EntryId> entries = citations.of(text);
    return entries.isEmpty() ? names.terms(text.terms()) : "the text of " + Names.entries(entries);
  }

  private String undertaken(Undertaking undertaking) {
    return names.party(undertaking.by()) + " undertakes " + undertaking(undertaking);
  }

  /** Returns what is undertaken: the name, what it delivers, when, and who stands for it. */
  public String undertaking(Undertaking undertaking) {
    StringBuilder line = new StringBuilder(quoted(undertaking.name()));
    undertaking.terms().ifPresent(t -> line.append(' ').append(names.terms(t)));
    if (!undertaking.words().isBlank()) {
      line.append(undertaking.terms().isPresent() ? ", " : " ");
      line.append(Names.quoted(undertaking.words()));
    }
    if (!(undertaking.trigger() instanceof Trigger.OnForce)) {
      line.append(", ").append(PlainText.safe(undertaking.trigger().toString()));
    }
    undertaking
        .amount()
        .ifPresent(amount -> line.append(", amount ").append(amount.toPlainString()));
    if (undertaking.refrain()) {
      line.append(", to refrain");
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
        + shift.issue().map(i -> " on " + names.issue(i)).orElse("; issue not specified")
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
    return (offer.proposal() ? "the proposal of " : "the offer of ")
        + names.party(offer.by())
        + cited(citations.before(offer, entry))
        + citations.alternative(offer, entry).map(number -> ", alternative " + number).orElse("");
  }

  private static String cited(List<EntryId> entries) {
    return entries.isEmpty() ? "" : " " + Names.entries(entries);
  }

  /** Returns of whom what is demanded: "of Israel (essential) end of war: permanent end". */
  public String demand(Demand demand) {
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

  public String ask(IssueId issue, Ask ask) {
    Optional<String> region = ask.region().map(asked -> region(issue, ask, asked));
    return region
        .map(r -> ask.words().isBlank() ? r : r + " (" + Names.quoted(ask.words()) + ")")
        .orElse(Names.inWords(ask.words()));
  }

  private String region(IssueId issue, Ask ask, String asked) {
    try {
      return names
          .agenda()
          .issue(issue)
          .flatMap(i -> ask.on(i.scale()))
          .map(Names::region)
          .orElse(PlainText.safe(asked));
    } catch (IllegalArgumentException e) {
      // It lay on a scale that was taken back since; the entry that says so still stands.
      return PlainText.safe(asked);
    }
  }

  /** Returns to whom what is offered: "Hamas (as a whole) hostages: 34 persons". */
  public String offer(Offer offer) {
    return "%s (%s) %s%s"
        .formatted(
            names.parties(offer.to()),
            binding(offer.binding(), "as a whole", "severable")
                + (offer.comprehensive() ? ", to settle everything" : ""),
            provisions(offer),
            offer.expiry().map(day -> "; stands until " + day.describe()).orElse(""));
  }

  public static String binding(Binding binding, String whole, String severable) {
    return binding == Binding.WHOLE ? whole : severable;
  }

  public String tie(Tie tie) {
    return "ties %s %s %s"
        .formatted(
            names.issue(tie.issue()),
            tie.order() == Tie.Order.TOGETHER ? "together with" : "to come only after",
            names.issues(tie.others()));
  }

  private static String performs(AfterDeal.Perform act) {
    String name = quoted(act.obligation().name());
    return act.amount().isPresent()
        ? "performs %s of its obligation %s".formatted(act.amount().get().toPlainString(), name)
        : "performs its obligation %s (%s, %s of 3)"
            .formatted(name, Names.words(act.degree()), StepWords.degree(act.degree()));
  }

  private String allegesBreach(AfterDeal.AllegeBreach act) {
    return "alleges a breach of the obligation %s of %s%s"
        .formatted(
            quoted(act.obligation().name()),
            names.party(act.obligation().by()),
            act.words().isBlank() ? "" : ": " + Names.quoted(act.words()));
  }

  private String suspends(Procedural.Suspend act, EntryId entry) {
    String toward = act.toward().isEmpty() ? "" : " towards " + names.parties(act.toward());
    return "suspends" + engagement(act.what(), entry) + toward;
  }

  private String engagement(Optional<Engagement> what, EntryId entry) {
    return what.isPresent() && what.get() instanceof Obligation owed
        ? " its obligation " + quoted(owed.name())
        : named(what.map(Text.class::cast), entry);
  }

  private String finds(AfterDeal.Find act) {
    String what =
        "%s of %s".formatted(quoted(act.obligation().name()), names.party(act.obligation().by()));
    String done =
        act.amount()
            .map(
                amount ->
                    "finds that %s of the obligation %s is done"
                        .formatted(amount.toPlainString(), what))
            .orElseGet(
                () -> act.breach().isPresent() ? "" : "finds the obligation " + what + " done");
    String breach =
        act.breach()
            .map(
                words ->
                    "finds a breach of the obligation %s%s"
                        .formatted(what, words.isBlank() ? "" : ": " + Names.quoted(words)))
            .orElse("");
    return done.isEmpty() || breach.isEmpty() ? done + breach : done + "; " + breach;
  }

  private String notes(AfterDeal.Note act, EntryId entry) {
    return "notes " + noted(act, entry);
  }

  private String noted(AfterDeal.Note act, EntryId entry) {
    List<String> said = new ArrayList<>();
    act.met().ifPresent(issue -> said.add("the condition on " + names.issue(issue) + " is met"));
    act.failed()
        .ifPresent(issue -> said.add("the condition on " + names.issue(issue) + " has failed"));
    return said.isEmpty()
        ? "that what %s waited for has come about".formatted(text(act.text(), entry))
        : "that %s, in %s".formatted(String.join(" and ", said), text(act.text(), entry));
  }

  private String interprets(AfterDeal.Interpret act, EntryId entry) {
    return "reads %s in %s as %s"
        .formatted(names.issue(act.term()), text(act.text(), entry), Names.quoted(act.words()));
  }

  private String presses(Exogenous.Press act) {
    return "exerts pressure%s: %s"
        .formatted(
            act.on().isEmpty() ? "" : " on " + names.parties(act.on()), Names.quoted(act.means()));
  }

  private String excuses(Obligation obligation) {
    return "excuses the obligation %s of %s"
        .formatted(quoted(obligation.name()), names.party(obligation.by()));
  }

  private static String quoted(String name) {
    return "(" + PlainText.safe(name) + ")";
  }

  private String accuses(Communicative.Accuse act) {
    return "accuses %s: %s".formatted(names.party(act.of()), Names.quoted(act.words()));
  }
}
