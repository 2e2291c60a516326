package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.spelling.Listed;
import dev.parley.talks.Act;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for moves and situations in plays: short, and different for different contents. */
final class NegotiationWords {
  private NegotiationWords() {}

  private static final Labels LABELS = new Labels();
  private static final Addressees ADDRESSEES = new Addressees();

  /** Returns a move in the form that follows a name: {@code offers rise 4}. */
  static String of(Move move) {
    Form<Act> form = move.act().form();
    String content = String.join("", form.tell(move.act(), LABELS));
    if (content.isEmpty() && !move.words().isEmpty()) {
      content = " (" + move.words() + ")";
    }
    return form.label() + content;
  }

  /** Returns whom a move addresses, where that is one. */
  static Optional<ActorId> addressee(Move move) {
    Set<ActorId> to = new HashSet<>();
    move.act().tell(ADDRESSEES).forEach(to::addAll);
    to.remove(move.by());
    return to.size() == 1 ? Optional.of(to.iterator().next()) : Optional.empty();
  }

  /** The content of an act in a few words, each part with the space before it. */
  private static final class Labels extends Shape.Unless<String> {
    Labels() {
      super("");
    }

    @Override
    public String issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
      return at.followsVerb() ? " " + issues.stream().map(Object::toString).collect(list()) : "";
    }

    @Override
    public String demand(Component<?, ?> at, Demand demand) {
      return " " + asks(demand);
    }

    @Override
    public String standingDemand(Component<?, ?> at, Demand demand) {
      return " " + asks(demand);
    }

    @Override
    public String offers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return " " + offers.stream().map(NegotiationWords::offer).collect(Collectors.joining(" or "));
    }

    @Override
    public String standingOffer(Component<?, ?> at, Offer offer) {
      return (at.followsVerb() ? " " : " in answer to ") + NegotiationWords.offer(offer);
    }

    @Override
    public String standingOffers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return offers.stream()
          .map(o -> " and " + NegotiationWords.offer(o))
          .collect(Collectors.joining());
    }

    @Override
    public String text(Component<?, ?> at, Text text) {
      return " " + NegotiationWords.text(text);
    }

    @Override
    public String standingText(Component<?, ?> at, Text text) {
      return " " + NegotiationWords.text(text);
    }

    @Override
    public String amount(Component<?, ?> at, BigDecimal amount) {
      return ": " + amount.toPlainString();
    }

    @Override
    public String obligation(Component<?, ?> at, Obligation obligation) {
      return " (" + obligation.name() + ")";
    }
  }

  private static final class Addressees extends Shape.Unless<ImmutableSet<ActorId>> {
    Addressees() {
      super(ImmutableSet.of());
    }

    @Override
    public ImmutableSet<ActorId> demand(Component<?, ?> at, Demand demand) {
      return demand.of();
    }

    @Override
    public ImmutableSet<ActorId> standingDemand(Component<?, ?> at, Demand demand) {
      return ImmutableSet.of(demand.by());
    }

    @Override
    public ImmutableSet<ActorId> offers(Component<?, ?> at, ImmutableList<Offer> offers) {
      return offers.size() == 1 ? offers.get(0).to() : ImmutableSet.of();
    }

    @Override
    public ImmutableSet<ActorId> standingOffer(Component<?, ?> at, Offer offer) {
      return at.followsVerb() ? ImmutableSet.of(offer.by()) : ImmutableSet.of();
    }

    @Override
    public ImmutableSet<ActorId> text(Component<?, ?> at, Text text) {
      return text.parties();
    }

    @Override
    public ImmutableSet<ActorId> standingText(Component<?, ?> at, Text text) {
      return text.parties();
    }

    /** What is done is done for those to whom it is owed. */
    @Override
    public ImmutableSet<ActorId> obligation(Component<?, ?> at, Obligation obligation) {
      return obligation.owedTo();
    }
  }

  /**
   * Returns an offer: {@code grain 40 if border open (first: grain 10; second after first: grain
   * 30)}.
   */
  private static String offer(Offer offer) {
    return provisions(offer) + offer.expiry().map(last -> " until " + last).orElse("");
  }

  private static String text(Text text) {
    return provisions(text)
        + (text.parties().isEmpty()
            ? ""
            : " among " + text.parties().stream().map(ActorId::text).collect(list()));
  }

  private static String provisions(Provisions offer) {
    if (offer.terms().values().isEmpty()) {
      return more(offer).replaceFirst("^, ", "");
    }
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
    return words + more(offer);
  }

  /** Returns what a text says beyond its terms, conditions and instalments. */
  private static String more(Provisions text) {
    StringBuilder words = new StringBuilder();
    text.undertakings()
        .forEach(u -> words.append(", ").append(u.name()).append(" by ").append(u.by()));
    text.brackets()
        .forEach(
            (issue, versions) ->
                words
                    .append(", ")
                    .append(issue)
                    .append(" in brackets: ")
                    .append(
                        versions.entrySet().stream()
                            .map(v -> v.getKey() + " " + v.getValue())
                            .collect(list())));
    Map<String, Boolean> said = new LinkedHashMap<>();
    said.put(", in parts", text.binding() == Binding.SEVERABLE);
    said.put(", as the whole", text.comprehensive());
    said.put(", for a time", text.interim());
    said.put(", by itself", text.standsAlone());
    said.put(
        ", open to " + text.openTo().stream().map(Object::toString).collect(list()),
        !text.openTo().isEmpty());
    said.put(", to be left by who wants to", text.denounceable());
    text.verifier().ifPresent(by -> said.put(", verified by " + by, true));
    text.lasts().ifPresent(time -> said.put(", lasting " + time, true));
    said.put(
        ", in force " + text.inForce(), !text.inForce().equals(EntryIntoForce.ON_RATIFICATION));
    said.forEach((phrase, is) -> words.append(is ? phrase : ""));
    text.replaces().ifPresent(t -> words.append(", in place of (").append(text(t)).append(')'));
    text.amends().ifPresent(t -> words.append(", amending (").append(text(t)).append(')'));
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
    words.append(Listed.word(situation.stage()));
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
    situation
        .agreements()
        .forEach(
            (text, accord) -> {
              if (!situation.closed().keySet().containsAll(text.terms().issues())) {
                words
                    .append("; ")
                    .append(Listed.word(accord.stage()))
                    .append(": ")
                    .append(text(text));
              }
            });
    return words.toString();
  }
}
