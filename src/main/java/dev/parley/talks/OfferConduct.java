package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.demand.Ask;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import dev.parley.spelling.Listed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How offers are made, withdrawn and rejected. */
final class OfferConduct {
  private OfferConduct() {}

  static ImmutableMap<IssueId, Region> wholeScales(Situation s) {
    return s.agenda().issueList().stream()
        .collect(ImmutableMap.toImmutableMap(i -> i.id(), i -> Region.all(i.scale())));
  }

  static List<Optional<Object>> standing(Situation s) {
    return s.offers().keySet().stream().map(Optional::<Object>of).collect(toImmutableList());
  }

  static void fits(Situation s, Terms terms, Breaches breaches) {
    for (Map.Entry<IssueId, Value> entry : terms.values().entrySet()) {
      IssueId id = entry.getKey();
      @Nullable Issue issue = s.agenda().issues().get(id);
      if (issue == null) {
        Judgement.knows(s, id, breaches);
      } else if (!issue.scale().holds(entry.getValue())) {
        breaches.add(
            Law.ON_SCALE,
            () -> id + ": " + issue.scale().whyOff(entry.getValue()),
            () -> "The scale is " + issue.scale().describe());
      }
    }
  }

  private static void refers(Situation s, Offer offer, Breaches breaches) {
    Judgement.knows(s, offer.by(), breaches);
    offer.to().forEach(to -> Judgement.knows(s, to, breaches));
    fits(s, offer.terms(), breaches);
    for (Condition condition : offer.conditions()) {
      DemandConduct.refers(s, condition.issue(), condition.ask(), breaches);
    }
    offer.instalments().forEach(i -> fits(s, i.terms(), breaches));
    refers(s, offer.undertakings(), breaches);
  }

  static void refers(Situation s, List<Undertaking> undertakings, Breaches breaches) {
    for (Undertaking undertaking : undertakings) {
      Judgement.knows(s, undertaking.by(), breaches);
      undertaking.terms().ifPresent(t -> fits(s, t, breaches));
      undertaking.guarantor().ifPresent(g -> Judgement.knows(s, g, breaches));
    }
  }

  /** Says whether each has a name of its own. */
  static void distinct(List<Undertaking> undertakings, String where, Breaches breaches) {
    Set<String> names = undertakings.isEmpty() ? Set.of() : new HashSet<>();
    for (Undertaking undertaking : undertakings) {
      breaches.require(
          names.add(undertaking.name()),
          Law.DISTINCT,
          () -> "undertaking (%s) appears twice in the %s".formatted(undertaking.name(), where),
          () -> "Give each its own name");
    }
  }

  /** Says which offers could be answered instead. */
  static String standingOffers(Situation s, ActorId by) {
    List<Offer> open =
        s.offers().entrySet().stream()
            .filter(e -> e.getValue().open().containsKey(by))
            .map(Map.Entry::getKey)
            .toList();
    return standing("to " + by, open);
  }

  private static String standingOffersOf(Situation s, ActorId by) {
    return standing(
        "of " + by, s.offers().keySet().stream().filter(o -> o.by().equals(by)).toList());
  }

  private static String standing(String whose, List<Offer> open) {
    return open.isEmpty()
        ? "No offer " + whose + " stands"
        : "Standing offers %s: %s"
            .formatted(
                whose, String.join(" | ", open.stream().map(o -> o.terms().toString()).toList()));
  }

  static void stands(Situation s, ActorId by, Offer offer, String verb, Breaches breaches) {
    @Nullable Standing standing = s.offers().get(offer);
    breaches.require(
        standing != null && (standing.open().containsKey(by) || !offer.to().contains(by)),
        Law.OFFER_STANDS,
        () -> "%s cannot %s %s".formatted(by, verb, breaches.fate(offer)),
        () -> offer.by().equals(by) ? standingOffersOf(s, by) : standingOffers(s, by));
  }

  static void answeredByAddressee(
      Situation s, ActorId by, Offer offer, String verb, Breaches breaches) {
    if (offer.by().equals(by)) {
      breaches.add(
          Law.NOT_ITS_MAKER,
          () -> "%s cannot %s its own offer (%s)".formatted(by, verb, offer.terms()),
          () -> "Withdraw it, or wait for " + Listed.names(offer.to()));
    } else {
      breaches.require(
          offer.to().contains(by),
          Law.BY_ADDRESSEE,
          () ->
              "%s cannot %s an offer that was not made to it (%s)"
                  .formatted(by, verb, offer.terms()),
          () -> "It was made to " + Listed.names(offer.to()));
    }
  }

  /** A proposal binds not its maker: it states nobody's position, and stands until it is over. */
  static final class Propose implements Conduct<Substantive.Propose> {
    @Override
    public void refers(Situation s, Move move, Substantive.Propose act, Breaches breaches) {
      OfferConduct.refers(s, act.proposal(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Propose act, Breaches breaches) {
      Offer proposal = act.proposal();
      Judgement.ownName(move, proposal.by(), "a proposal", breaches);
      Judgement.mayCommit(s, move, Consenting.committed(proposal), "propose", breaches);
      Judgement.addressedToOthers(s, proposal.by(), proposal.to(), "proposal", breaches);
      distinct(proposal.undertakings(), "proposal", breaches);
      for (ActorId party : bracketing(proposal)) {
        breaches.require(
            proposal.to().contains(party),
            Law.ADDRESSED_TO_OTHERS,
            () -> "a bracket holds a version of (%s), to whom nothing is proposed".formatted(party),
            () -> "Proposed to: " + Listed.names(proposal.to()));
      }
    }

    private static Set<ActorId> bracketing(Offer proposal) {
      Set<ActorId> all = new LinkedHashSet<>();
      proposal.brackets().values().forEach(versions -> all.addAll(versions.keySet()));
      return all;
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Propose act) {
      Offer proposal = act.proposal();
      ImmutableMap<ActorId, Assent> carried =
          proposal
              .replaces()
              .map(text -> draft.situation.agreements().get(text))
              .map(earlier -> carriedOver(draft, earlier, proposal.text()))
              .orElse(ImmutableMap.of());
      for (Offer earlier : ImmutableList.copyOf(draft.offers().keySet())) {
        if (proposal.replaces().filter(earlier.text()::equals).isPresent()) {
          draft.endOffer(earlier, earlier.to(), Tables.OfferEvent.REPLACE);
        }
      }
      draft.put(proposal, made(proposal, draft.offers().get(proposal)));
      if (!carried.isEmpty()) {
        Agreeing.give(draft, proposal.text(), carried, move.on());
      }
    }

    /** A yes to an earlier draft carries over, ad referendum, to the clauses that are unchanged. */
    private static ImmutableMap<ActorId, Assent> carriedOver(
        Draft draft, Accord earlier, Text text) {
      ImmutableSet<IssueId> unchanged =
          text.issues().stream()
              .filter(i -> isSaidBefore(draft, i, earlier.text(), text))
              .collect(ImmutableSet.toImmutableSet());
      ImmutableMap.Builder<ActorId, Assent> carried = ImmutableMap.builder();
      earlier
          .assents()
          .forEach(
              (party, assent) -> {
                Set<IssueId> kept = Sets.intersection(unchanged, assent.parts().keySet());
                if (assent.kind().stands() && !kept.isEmpty() && text.parties().contains(party)) {
                  Set<IssueId> said = // what all have signed stands as it is
                      Sets.difference(Consenting.issues(text, kept), earlier.settles());
                  redraft(draft, party, Sets.intersection(unchanged, said), earlier.text(), text);
                  carried.put(
                      party,
                      Assent.of(Consent.Kind.PROVISIONAL, ImmutableSet.copyOf(kept))
                          .confirmedBy(assent.organ()));
                }
              });
      return carried.buildOrThrow();
    }

    private static boolean isSaidBefore(Draft draft, IssueId issue, Text before, Text now) {
      Optional<Region> says = Consenting.agreed(draft, now, issue);
      return says.isPresent() && says.equals(Consenting.agreed(draft, before, issue));
    }

    private static void redraft(
        Draft draft, ActorId party, Set<IssueId> issues, Text from, Text to) {
      for (IssueId issue : issues) {
        for (ActorId other : to.parties()) {
          Line line = new Line(party, issue, other);
          if (draft.binds(line)) {
            draft.redraft(line, from, to, read(draft, line, to, Optional.empty()));
          }
        }
      }
    }
  }

  static final class Make implements Conduct<Substantive.MakeOffer> {
    @Override
    public void refers(Situation s, Move move, Substantive.MakeOffer act, Breaches breaches) {
      act.alternatives().forEach(o -> OfferConduct.refers(s, o, breaches));
    }

    @Override
    public void admits(Situation s, Move move, Substantive.MakeOffer act, Breaches breaches) {
      breaches.require(
          !act.alternatives().isEmpty()
              && ImmutableSet.copyOf(act.alternatives()).size() == act.alternatives().size(),
          Law.DISTINCT,
          () -> move.by() + " makes no offer, or the same one twice",
          () -> "Give one offer or more, each once");
      for (Offer offer : act.alternatives()) {
        Judgement.ownName(move, offer.by(), "an offer", breaches);
        Judgement.mayCommit(s, move, Consenting.committed(offer), "offer", breaches);
        Judgement.addressedToOthers(s, offer.by(), offer.to(), "offer", breaches);
        distinctUndertakings(offer, breaches);
        ownUndertakings(s, offer, breaches);
        breaches.require(
            !offer.hasLapsed(move.on()),
            Law.NOT_LAPSED,
            () ->
                "offer (%s) lapses on (%s), before it is made (%s)"
                    .formatted(offer.terms(), offer.expiry().orElse(When.UNKNOWN), move.on()),
            () -> "Give a later expiry");
      }
      act.counters()
          .ifPresent(
              countered -> {
                answeredByAddressee(s, move.by(), countered, "counter", breaches);
                stands(s, move.by(), countered, "counter", breaches);
              });
    }

    /** One who is no principal offers what it undertakes itself, and nothing else. */
    private static void ownUndertakings(Situation s, Offer offer, Breaches breaches) {
      if (s.agenda().isPrincipal(offer.by())) {
        return;
      }
      breaches.require(
          offer.conditions().isEmpty()
              && offer.undertakings().stream().allMatch(u -> u.by().equals(offer.by()))
              && offer.terms().issues().stream().allMatch(i -> isOwn(s, offer, i)),
          Law.PRINCIPALS_ONLY,
          () ->
              "%s cannot offer (%s): it is no principal, and can offer only what it undertakes itself"
                  .formatted(offer.by(), offer.terms()),
          () -> "Propose it to the principals, or name its own undertakings");
    }

    private static boolean isOwn(Situation s, Offer offer, IssueId id) {
      return s.agenda().issue(id).flatMap(Issue::obligor).filter(offer.by()::equals).isPresent()
          || offer.undertakings().stream()
              .anyMatch(u -> u.terms().filter(t -> t.on(id).isPresent()).isPresent());
    }

    /** An offer commits to its terms, to the regions of its conditions, and to its undertakings. */
    private static void distinctUndertakings(Offer offer, Breaches breaches) {
      distinct(offer.undertakings(), "offer", breaches);
      for (Undertaking undertaking : offer.undertakings()) {
        breaches.require(
            undertaking.by().equals(offer.by())
                || offer.to().contains(undertaking.by())
                || offer.openTo().contains(undertaking.by()),
            Law.ADDRESSED_TO_OTHERS,
            () ->
                "undertaking (%s) binds (%s), who neither makes the offer nor is addressed by it"
                    .formatted(undertaking.name(), undertaking.by()),
            () -> "An offer can bind its maker and " + Listed.names(offer.to()));
      }
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.MakeOffer act) {
      act.counters().ifPresent(countered -> counter(draft, countered, move));
      for (Offer earlier : draft.situation.offers().keySet()) {
        for (Offer offer : act.alternatives()) {
          if (earlier.by().equals(offer.by())) {
            markGoalposts(draft, earlier, offer);
          }
        }
      }
      ImmutableListMultimap<ActorId, Offer> kept = replace(draft, move.by(), act.alternatives());
      say(draft, move, act.alternatives(), kept);
    }
  }

  /**
   * A text of one's own answers a proposal as a no does: it stands for the others, and for later.
   */
  private static void counter(Draft draft, Offer offer, Move move) {
    if (offer.proposal()) {
      Agreeing.decline(draft, offer.text(), move.by(), move.on());
    } else {
      draft.endOffer(offer, over(draft, offer, move.by()), Tables.OfferEvent.COUNTER);
    }
  }

  /**
   * Puts new offers in the place of those that they replace, and returns the earlier alternatives
   * beside which they stand, by addressee.
   */
  private static ImmutableListMultimap<ActorId, Offer> replace(
      Draft draft, ActorId by, ImmutableList<Offer> alternatives) {
    ImmutableListMultimap.Builder<ActorId, Offer> beside = ImmutableListMultimap.builder();
    for (ActorId to : addressees(alternatives)) {
      ImmutableList<Offer> made = to(to, alternatives);
      Replacement replacement = Replacement.of(draft.offers(), by, to, made);
      for (Offer earlier : replacement.replaced()) {
        for (Offer offer : made) {
          draft.endOffer(earlier, ImmutableSet.of(to), offer.issues(), Tables.OfferEvent.REPLACE);
        }
      }
      for (Offer earlier : replacement.kept()) {
        if (!made.contains(earlier)) {
          beside.put(to, earlier);
        }
      }
    }
    ImmutableListMultimap<ActorId, Offer> kept = beside.build();
    ImmutableSet.Builder<Offer> together = ImmutableSet.builder();
    together.addAll(alternatives);
    for (Offer earlier : kept.values()) {
      if (draft.offers().containsKey(earlier)) {
        together.add(earlier);
      }
    }
    ImmutableSet<Offer> group = together.build();
    for (Offer offer : alternatives) {
      draft.put(offer, made(offer, draft.offers().get(offer)));
    }
    standTogether(draft, group);
    return kept;
  }

  /** Lets those of a group stand as alternatives to each other, and to nothing else. */
  private static void standTogether(Draft draft, ImmutableSet<Offer> group) {
    for (Offer each : ImmutableList.copyOf(draft.offers().keySet())) {
      Standing standing = requireNonNull(draft.offers().get(each));
      ImmutableSet<Offer> beside = standing.alternatives();
      boolean among = group.contains(each);
      if (beside.isEmpty() && !(among && group.size() > 1)) {
        continue; // as most do, it stands alone, and stays so
      }
      Set<Offer> now =
          among ? Sets.difference(group, ImmutableSet.of(each)) : Sets.difference(beside, group);
      if (!now.equals(beside)) {
        draft.put(each, standing.withAlternatives(now));
      }
    }
  }

  private static ImmutableSet<ActorId> addressees(ImmutableList<Offer> alternatives) {
    if (alternatives.size() == 1) {
      return alternatives.get(0).to();
    }
    return alternatives.stream()
        .flatMap(offer -> offer.to().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<Offer> to(ActorId addressee, ImmutableList<Offer> alternatives) {
    return alternatives.size() == 1
        ? alternatives
        : alternatives.stream().filter(o -> o.to().contains(addressee)).collect(toImmutableList());
  }

  /** The identical offer made again loses nothing: what was accepted of it stays accepted. */
  private static Standing made(Offer offer, @Nullable Standing before) {
    Standing standing = before == null ? Standing.builder().build() : before;
    ImmutableMap.Builder<ActorId, ImmutableSet<IssueId>> open = ImmutableMap.builder();
    for (ActorId to : offer.to()) {
      @Nullable Set<IssueId> accepted = standing.accepted().get(to);
      ImmutableSet<IssueId> left =
          accepted == null
              ? offer.terms().issues()
              : Sets.difference(offer.terms().issues(), accepted).immutableCopy();
      if (!left.isEmpty() || offer.terms().issues().isEmpty()) {
        open.put(to, left);
      }
    }
    return standing.withOpen(open.buildOrThrow());
  }

  private static void markGoalposts(Draft draft, Offer earlier, Offer offer) {
    for (Condition was : earlier.conditions()) {
      for (Condition is : offer.conditions()) {
        if (!was.sufficient() || !was.issue().equals(is.issue())) {
          continue;
        }
        Scale scale = draft.situation.agenda().requireIssue(was.issue()).scale();
        for (ActorId to : Sets.intersection(earlier.to(), offer.to())) {
          Line line = new Line(offer.by(), was.issue(), to);
          DemandConduct.markIfTightened(draft, line, was.ask().on(scale), is.ask().on(scale));
        }
      }
    }
  }

  /** A whole offer is over for all when one with whom it stands rejects or counters it. */
  private static ImmutableSet<ActorId> over(Draft draft, Offer offer, ActorId by) {
    @Nullable Standing standing = draft.offers().get(offer);
    if (standing == null || !standing.open().containsKey(by)) {
      return ImmutableSet.of();
    }
    return offer.binding() == Binding.WHOLE ? offer.to() : ImmutableSet.of(by);
  }

  /**
   * States, for each addressee and issue, what the alternatives read together: the new ones, and
   * what still counts of those that were made before.
   */
  private static void say(
      Draft draft,
      Move move,
      ImmutableList<Offer> alternatives,
      ImmutableListMultimap<ActorId, Offer> kept) {
    for (Offer offer : alternatives) {
      for (ActorId to : offer.to()) {
        if (offer.comprehensive()) {
          leaveOut(draft, offer.by(), to, offer.issues());
        }
      }
    }
    for (Line line : lines(alternatives)) {
      ImmutableList<Position.Stated> values = said(draft, line, alternatives, kept);
      draft.state(
          line,
          move.speaker(),
          Told.STATED,
          p -> isSigned(draft.situation, p, values) ? p : p.offering(values));
    }
  }

  private static ImmutableList<Position.Stated> said(
      Draft draft,
      Line line,
      ImmutableList<Offer> alternatives,
      ImmutableListMultimap<ActorId, Offer> kept) {
    ImmutableList.Builder<Position.Stated> said = ImmutableList.builder();
    for (Offer offer : alternatives) {
      if (offer.by().equals(line.party())
          && offer.to().contains(line.toward())
          && offer.issues().contains(line.issue())) {
        said.add(read(draft, line, offer, Optional.of(offer)));
      }
    }
    if (kept.containsKey(line.toward())) {
      for (Position.Stated value : draft.position(line).stated()) {
        if (value.by().filter(kept.get(line.toward())::contains).isPresent()) {
          said.add(value);
        }
      }
    }
    return said.build();
  }

  /** Says whether all that is said is an offer that stood, and that an acceptance has signed. */
  private static boolean isSigned(
      Situation before, Position position, List<Position.Stated> values) {
    return values.size() == 1
        && position.consentedTo().isPresent()
        && values
            .get(0)
            .by()
            .filter(before.offers()::containsKey)
            .map(Offer::text)
            .equals(position.consentedTo());
  }

  /** The lines on which offers say something, each once. */
  private static Collection<Line> lines(ImmutableList<Offer> alternatives) {
    Collection<Line> lines = alternatives.size() == 1 ? new ArrayList<>() : new LinkedHashSet<>();
    for (Offer offer : alternatives) {
      for (ActorId to : offer.to()) {
        for (IssueId issue : offer.issues()) {
          lines.add(new Line(offer.by(), issue, to));
        }
      }
    }
    return lines;
  }

  /** Reads what a text says on an issue of its terms, or of its conditions. */
  static Position.Stated read(Draft draft, Line line, Provisions offer, Optional<Offer> from) {
    Issue issue = draft.situation.agenda().requireIssue(line.issue());
    Optional<Offer> own = from.filter(o -> o.by().equals(line.party()));
    Optional<Region> value = offer.terms().on(issue.id()).map(issue::exactly);
    if (value.isPresent()) {
      Region reading = draft.reading(line, value.get());
      return new Position.Stated(
          own, value, Optional.of(reading), "", conditions(offer), isPackage(offer));
    }
    Optional<Ask> asked =
        offer.conditions().stream()
            .filter(c -> c.issue().equals(issue.id()))
            .map(Condition::ask)
            .findFirst();
    Optional<Region> region = asked.flatMap(a -> a.on(issue.scale()));
    String words = region.isPresent() ? "" : asked.map(Ask::words).orElse("");
    return new Position.Stated(own, region, region, words, ImmutableSet.of(), isPackage(offer));
  }

  /** The issues on which what a text says depends. */
  static ImmutableSet<IssueId> conditions(Provisions text) {
    return text.conditions().isEmpty()
        ? ImmutableSet.of()
        : text.conditions().stream().map(Condition::issue).collect(ImmutableSet.toImmutableSet());
  }

  static boolean isPackage(Provisions offer) {
    return offer.binding() == Binding.WHOLE && offer.terms().issues().size() > 1;
  }

  /** Who puts forward the whole leaves the other issues out. */
  static void leaveOut(Draft draft, ActorId by, ActorId to, Set<IssueId> named) {
    for (IssueId issue : draft.situation.agenda().issues().keySet()) {
      if (!named.contains(issue)) {
        draft.change(new Line(by, issue, to), Position::leavingOut);
      }
    }
  }

  static final class Withdraw implements Conduct<Substantive.WithdrawOffer> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return Sets.union(s.offers().keySet(), putForward(s, by)).stream()
          .map(Optional::<Object>of)
          .collect(toImmutableList());
    }

    /** The offers whose values a party's positions still hold, whether they stand or not. */
    private static Set<Offer> putForward(Situation s, ActorId by) {
      Set<Offer> all = new LinkedHashSet<>();
      if (s.agenda().isPrincipal(by)) {
        s.positions()
            .forEach(
                (line, position) -> {
                  if (line.party().equals(by)) {
                    position
                        .stated()
                        .forEach(v -> v.by().filter(o -> o.by().equals(by)).ifPresent(all::add));
                  }
                });
      }
      return all;
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (!(subject.orElse(null) instanceof Offer offer)) {
        return;
      }
      breaches.require(
          offer.by().equals(by),
          Law.BY_MAKER,
          () -> "%s cannot withdraw the offer of %s (%s)".formatted(by, offer.by(), offer.terms()),
          () -> "Reject it, or wait for " + offer.by());
      if (!putForward(s, by).contains(offer)) {
        stands(s, by, offer, "withdraw", breaches);
      }
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.WithdrawOffer act) {
      Offer offer = act.offer();
      draft.endOffer(offer, offer.to(), Tables.OfferEvent.WITHDRAW);
      for (ActorId to : offer.to()) {
        for (IssueId issue : offer.issues()) {
          Line line = new Line(offer.by(), issue, to);
          Position before = draft.position(line);
          if (!before.withdrawing(offer).stated().equals(before.stated())) {
            draft.state(line, Optional.empty(), Told.WITHDREW, p -> p.withdrawing(offer));
          } else {
            draft.change(line, p -> p.withdrawing(offer)); // it stands no more behind a consent
          }
        }
      }
    }
  }

  /** Takes down that an addressee rejects what stands open with it; a proposal goes on standing. */
  static void decline(Draft draft, Offer offer, ActorId by, When on) {
    @Nullable Standing standing = draft.offers().get(offer);
    if (offer.proposal()) {
      Agreeing.decline(draft, offer.text(), by, on);
      return;
    }
    if (standing != null && standing.open().containsKey(by)) {
      Agreeing.reject(draft, offer.text(), by, standing.open().getOrDefault(by, ImmutableSet.of()));
    }
    draft.endOffer(offer, over(draft, offer, by), Tables.OfferEvent.REJECT);
  }

  static final class Reject implements Conduct<Substantive.RejectOffer> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return standing(s);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.orElse(null) instanceof Offer offer) {
        answeredByAddressee(s, by, offer, "reject", breaches);
        stands(s, by, offer, "reject", breaches);
      }
    }

    @Override
    public void admits(Situation s, Move move, Substantive.RejectOffer act, Breaches breaches) {
      Set<Offer> said = new HashSet<>(Set.of(act.offer()));
      for (Offer other : act.besides()) {
        boolean isAnother = said.add(other);
        breaches.require(
            isAnother && other.by().equals(act.offer().by()),
            Law.DISTINCT,
            () ->
                "%s rejects two offers with one word that are not of one maker, or are the same"
                    .formatted(move.by()),
            () -> "Reject each in an entry of its own");
        openTo(s, move.by(), Optional.of(other), breaches);
        mayReject(s, move, other, breaches);
      }
      breaches.require(
          act.undisputed().isEmpty() || act.offer().terms().issues().containsAll(act.undisputed()),
          Law.PARTS_OF_OFFER,
          () ->
              "the rejection leaves %s undisputed, but the offer does not mention it"
                  .formatted(
                      Listed.names(
                          Sets.difference(act.undisputed(), act.offer().terms().issues()))),
          () -> "The offer has " + Listed.names(act.offer().terms().issues()));
      mayReject(s, move, act.offer(), breaches);
    }

    private static void mayReject(Situation s, Move move, Offer offer, Breaches breaches) {
      if (offer.binding() == Binding.WHOLE) {
        Judgement.mayCommit(s, move, Consenting.committed(offer), "reject", breaches);
      }
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.RejectOffer act) {
      act.besides().forEach(other -> reject(draft, move, other, ImmutableSet.of()));
      reject(draft, move, act.offer(), act.undisputed());
    }

    private static void reject(Draft draft, Move move, Offer offer, Set<IssueId> leaves) {
      @Nullable Standing standing = draft.offers().get(offer);
      Set<IssueId> accepted =
          standing == null
              ? Set.of()
              : standing.accepted().getOrDefault(move.by(), ImmutableSet.of());
      Set<Line> undisputed = new LinkedHashSet<>();
      for (ActorId other : offer.proposal() ? offer.to() : ImmutableSet.of(offer.by())) {
        for (IssueId issue : Sets.difference(offer.issues(), accepted)) {
          Line line = new Line(move.by(), issue, other);
          if (leaves.contains(issue) && offer.terms().on(issue).isPresent()) {
            undisputed.add(line);
          } else {
            draft.tell(line, Told.REJECTED);
          }
        }
      }
      decline(draft, offer, move.by(), move.on());
      for (Line line : undisputed) {
        Region exactly =
            draft
                .situation
                .agenda()
                .requireIssue(line.issue())
                .exactly(offer.terms().on(line.issue()).orElseThrow());
        draft.state(
            line,
            move.speaker(),
            Told.CONSENTED,
            p ->
                p.leavingUndisputed(
                    exactly, Position.Stated.of(exactly, draft.reading(line, exactly))));
        draft.consent(line, exactly);
      }
    }
  }
}
