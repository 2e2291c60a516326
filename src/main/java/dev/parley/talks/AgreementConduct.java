package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Region;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Consent;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.spelling.Listed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How terms are attested, and a text that others have put forward is signed and initialled. */
final class AgreementConduct {
  private AgreementConduct() {}

  static final class Attest implements Conduct<Substantive.Attest> {
    @Override
    public void refers(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      OfferConduct.fits(s, act.text().terms(), breaches);
      act.text().parties().forEach(p -> Judgement.knows(s, p, breaches));
      OfferConduct.refers(s, act.text().undertakings(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      Text text = Settling.resolved(s, act.text());
      ImmutableSet<ActorId> among = text.parties();
      breaches.require(
          among.contains(move.by()),
          Law.CONCERNED,
          () ->
              "%s attests terms among %s, where it is not"
                  .formatted(move.by(), Listed.names(among)),
          () -> "Leave that to those concerned");
      for (ActorId party : Sets.difference(among, ImmutableSet.copyOf(s.agenda().principals()))) {
        breaches.require(
            undertakesSomething(s, text, party),
            Law.PRINCIPALS_ONLY,
            () ->
                "terms are attested among %s, of whom (%s) is no principal and undertakes nothing"
                    .formatted(Listed.names(among), party),
            () -> "Principals: " + Listed.names(s.agenda().principals()));
      }
      breaches.require(
          among.size() > 1,
          Law.CONCERNED,
          () -> "%s attests terms among %s alone".formatted(move.by(), Listed.names(among)),
          () -> "An agreement takes two: name the others concerned");
      OfferConduct.distinct(text.undertakings(), "agreement", breaches);
      for (Undertaking undertaking : text.undertakings()) {
        breaches.require(
            among.contains(undertaking.by()) || text.openTo().contains(undertaking.by()),
            Law.ADDRESSED_TO_OTHERS,
            () ->
                "undertaking (%s) binds (%s), who is not among %s"
                    .formatted(undertaking.name(), undertaking.by(), Listed.names(among)),
            () -> "An agreement can bind those who attest it");
      }
      Judgement.withinMandate(s, move, Consenting.committed(text), "attest", breaches);
      Consenting.consentable(s, move, text, ImmutableSet.copyOf(text.terms().issues()), breaches);
    }

    /** One who is no principal is bound by its own undertakings: a term that it attests is one. */
    static boolean undertakesSomething(Situation s, Text text, ActorId party) {
      return text.undertakings().stream().anyMatch(u -> u.by().equals(party))
          || text.terms().issues().stream()
              .map(i -> s.agenda().issue(i))
              .anyMatch(i -> i.flatMap(Issue::obligor).filter(party::equals).isPresent());
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Attest act) {
      Text text = Settling.resolved(draft.situation, act.text());
      if (text.parties().size() > 1 && text.parties().contains(move.by())) {
        give(draft, move, text, Consent.Kind.SIGNED);
      }
    }
  }

  /** Returns the agreement that an act names: one that stands, by its text. */
  static Optional<Accord> named(Situation s, Optional<Object> subject) {
    return subject
        .filter(Text.class::isInstance)
        .map(t -> s.agreements().get(Settling.resolved(s, (Text) t)));
  }

  static List<Optional<Object>> texts(Situation s, Predicate<Accord> which) {
    return s.agreements().values().stream()
        .filter(which)
        .map(a -> Optional.<Object>of(a.text()))
        .toList();
  }

  /** Says which agreements there are. */
  static String agreements(Situation s, Breaches breaches) {
    return s.agreements().isEmpty()
        ? "Nothing is agreed yet"
        : "Agreements: " + Listed.names(s.agreements().keySet(), breaches::name);
  }

  static void stands(
      Situation s, ActorId by, Optional<Object> subject, String verb, Breaches breaches) {
    if (subject.orElse(null) instanceof Text text) {
      breaches.require(
          named(s, subject).filter(a -> !a.stage().isOver()).isPresent(),
          Law.AGREEMENT_STANDS,
          () ->
              "%s cannot %s %s: no such agreement stands".formatted(by, verb, breaches.name(text)),
          () -> agreements(s, breaches));
      breaches.require(
          concerned(s, text).contains(by),
          Law.CONCERNED,
          () -> "%s cannot %s what it is not concerned by".formatted(by, verb),
          () -> "Concerned: " + Listed.names(concerned(s, text)));
    }
  }

  private static Set<ActorId> concerned(Situation s, Text text) {
    return named(s, Optional.of(text))
        .<Set<ActorId>>map(Accord::concerned)
        .orElseGet(() -> Settling.resolved(s, text).parties());
  }

  /** How a text that others have put forward is consented to. */
  abstract static class GivingConsent<A extends Act> implements Conduct<A> {
    private final String verb;
    private final Consent.Kind kind;

    GivingConsent(String verb, Consent.Kind kind) {
      this.verb = verb;
      this.kind = kind;
    }

    private Text text(Situation s, A act) {
      return Settling.resolved(s, act.value(Shape.STANDING_TEXT).orElseThrow());
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      Set<Optional<Object>> texts = new LinkedHashSet<>(texts(s, a -> !a.stage().isOver()));
      s.offers()
          .forEach(
              (offer, standing) -> {
                if (standing.open().containsKey(by)) {
                  texts.add(Optional.of(offer.text()));
                }
              });
      return ImmutableList.copyOf(texts);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.orElse(null) instanceof Text text
          && accepted(s.offers(), Settling.resolved(s, text), by).isEmpty()) {
        stands(s, by, subject, verb, breaches);
      }
      named(s, subject)
          .ifPresent(
              accord ->
                  breaches.require(
                      !accord.is(by, given -> given.stands() && given.compareTo(kind) >= 0),
                      Law.AWAITED,
                      () ->
                          "%s cannot %s %s: nothing of the kind is awaited from it"
                              .formatted(by, verb, breaches.name(accord.text())),
                      () -> agreements(s, breaches)));
    }

    @Override
    public void admits(Situation s, Move move, A act, Breaches breaches) {
      Text text = text(s, act);
      if (kind.isFinal()) {
        Judgement.withinMandate(s, move, Consenting.committed(text), verb, breaches);
      }
      Consenting.consentable(s, move, text, ImmutableSet.copyOf(text.terms().issues()), breaches);
      accepted(s.offers(), text, move.by())
          .ifPresent(offer -> AcceptConduct.notLapsed(s, move, offer, verb, breaches));
    }

    @Override
    public void effect(Draft draft, Move move, A act) {
      Text text = text(draft.situation, act);
      if (text.parties().contains(move.by())) {
        give(draft, move, text, kind);
      }
    }
  }

  static final class Sign extends GivingConsent<Substantive.Sign> {
    Sign() {
      super("sign", Consent.Kind.SIGNED);
    }
  }

  /** Returns the offer that somebody accepts by signing a text, where it stands to it. */
  private static Optional<Offer> accepted(Map<Offer, Standing> offers, Text text, ActorId by) {
    return offers.entrySet().stream()
        .filter(e -> e.getKey().text().equals(text))
        .filter(e -> e.getValue().open().containsKey(by))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whoever signs or initials the text of an offer that stands with it accepts that offer. */
  private static void give(Draft draft, Move move, Text text, Consent.Kind meant) {
    Consent.Kind kind =
        Judgement.isAdReferendum(draft.situation, move, Consenting.committed(text))
            ? Consent.Kind.PROVISIONAL
            : meant;
    Optional<Offer> offer = accepted(draft.offers(), text, move.by());
    if (offer.isPresent()) {
      for (Offer each : Joint.together(offer.get())) {
        Substantive.Accept accept =
            new Substantive.Accept(
                each,
                ImmutableSet.of(),
                kind.isFinal() ? Authority.FINAL : Authority.AD_REFERENDUM);
        new AcceptConduct.Accept().effect(draft, move.withAct(accept), accept);
      }
    } else if (isOpen(draft.situation, text, move)) {
      Consenting.consent(draft, move, text, kind);
    }
  }

  /** What was attested before, or is attested now, can be signed as long as it is not over. */
  private static boolean isOpen(Situation s, Text text, Move move) {
    @Nullable Accord accord = s.agreements().get(text);
    return accord == null ? move.act().kind() == ActKind.ATTEST : !accord.stage().isOver();
  }

  static final class Initial extends GivingConsent<Substantive.Initial> {
    Initial() {
      super("initial", Consent.Kind.PROVISIONAL);
    }
  }
}
