package dev.parley.testing;

import static dev.parley.testing.JavaSource.name;
import static dev.parley.testing.JavaSource.text;
import static dev.parley.testing.JavaSource.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Form;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Substantive;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves as Java expressions: by a verb where there is one, else as the act itself. */
final class JavaMoves {
  /** The verbs of {@link dev.parley.talks.Mover} that take all that an act has to say. */
  private static final ImmutableMap<ActKind, String> VERBS =
      ImmutableMap.<ActKind, String>builder()
          .put(ActKind.OPEN_ROUND, "opensRound")
          .put(ActKind.CLOSE_ROUND, "closesRound")
          .put(ActKind.RAISE_DEMAND, "demands")
          .put(ActKind.AMEND_DEMAND, "amends")
          .put(ActKind.MAKE_OFFER, "offers")
          .put(ActKind.PROPOSE, "proposes")
          .put(ActKind.WITHDRAW_OFFER, "withdraws")
          .put(ActKind.ACCEPT, "accepts")
          .put(ActKind.REJECT_OFFER, "rejects")
          .put(ActKind.ATTEST, "attests")
          .put(ActKind.SIGN, "signs")
          .put(ActKind.INITIAL, "initials")
          .put(ActKind.RATIFY, "ratifies")
          .put(ActKind.FAIL_TO_RATIFY, "failsToRatify")
          .put(ActKind.CONFIRM, "confirms")
          .put(ActKind.DENOUNCE, "denounces")
          .put(ActKind.PERFORM, "performs")
          .put(ActKind.ABANDON, "abandonsTalks")
          .buildOrThrow();

  private final Function<Offer, String> offers;
  private final Function<Text, String> texts;

  /** Offers and texts are named many times; the functions say how each is written. */
  JavaMoves(Function<Offer, String> offers, Function<Text, String> texts) {
    this.offers = offers;
    this.texts = texts;
  }

  String of(Move move) {
    StringBuilder source = new StringBuilder("Move.by(" + text(move.by().text()) + ")");
    if (!move.on().isUnknown()) {
      source.append(".on(").append(text(move.on().toString())).append(')');
    }
    move.source().ifPresent(s -> source.append(".from(").append(JavaSource.of(s)).append(')'));
    move.otherSources()
        .forEach(s -> source.append(".andFrom(").append(JavaSource.of(s)).append(')'));
    if (!move.becauseOf().isEmpty()) {
      source.append(
          move.becauseOf().stream()
              .map(e -> "" + e.number())
              .collect(Collectors.joining(", ", ".becauseOf(", ")")));
    }
    move.through().ifPresent(d -> source.append(".through(").append(text(d.text())).append(')'));
    if (!move.words().isEmpty()) {
      source.append(".saying(").append(text(move.words())).append(')');
    }
    move.codes()
        .forEach(
            (scheme, code) -> source.append(".coded(%s, %s)".formatted(text(scheme), text(code))));
    return source.append('.').append(verb(move.act())).toString();
  }

  /** By a verb of the mover where it says all; else as the act itself. */
  private String verb(Act act) {
    if (act instanceof Substantive.MakeOffer make
        && make.counters().isPresent()
        && make.alternatives().size() == 1) {
      return "counters(%s, %s)"
          .formatted(offers.apply(make.counters().get()), offers.apply(make.alternatives().get(0)));
    }
    if (act instanceof Substantive.Accept accept && accept.parts().isEmpty()) {
      if (accept.authority() == Authority.AD_REFERENDUM) {
        return "acceptsAdReferendum(" + offers.apply(accept.offer()) + ")";
      }
    }
    String verb = VERBS.get(act.kind());
    Form<Act> form = act.form();
    if (verb == null
        || form.components().stream().anyMatch(c -> !taken(c) && !form.isUsual(act, c))) {
      return "does(" + act(act) + ")";
    }
    return form.components().stream()
        .filter(JavaMoves::taken)
        .map(c -> form.tell(act, c, new Arguments(true)))
        .collect(Collectors.joining(", ", verb + "(", ")"));
  }

  /** A verb of the mover takes what has to be said, and names one by one. */
  private static boolean taken(Component<?, ?> component) {
    return component.usual().isEmpty() || component.shape() == Shape.NAMES;
  }

  String act(Act act) {
    return "new "
        + JavaSource.withoutPackage(act.getClass())
        + "("
        + String.join(", ", act.tell(new Arguments(false)))
        + ")";
  }

  /** The values of an act as the arguments that make it, or that a verb of the mover takes. */
  private final class Arguments implements Shape.Cases<String> {
    private final boolean varargs;

    Arguments(boolean varargs) {
      this.varargs = varargs;
    }

    private String set(String elements) {
      return varargs ? elements : JavaSource.set(elements);
    }

    @Override
    public String absent(Component<?, ?> at) {
      return "Optional.empty()";
    }

    private String maybe(Component<?, ?> at, String source) {
      return at.usual().filter(Optional.empty()::equals).isPresent()
          ? "Optional.of(" + source + ")"
          : source;
    }

    @Override
    public String choice(Component<?, ?> at, Enum<?> value) {
      return name(value);
    }

    @Override
    public String words(Component<?, ?> at, String words) {
      return maybe(at, JavaSource.text(words));
    }

    @Override
    public String names(Component<?, ?> at, ImmutableSet<String> names) {
      return set(texts(names));
    }

    @Override
    public String date(Component<?, ?> at, When date) {
      return JavaSource.of(date);
    }

    @Override
    public String actor(Component<?, ?> at, ActorId actor) {
      return JavaSource.of(actor);
    }

    @Override
    public String actors(Component<?, ?> at, ImmutableSet<ActorId> all) {
      return set(JavaSource.actors(all));
    }

    @Override
    public String issue(Component<?, ?> at, IssueId issue) {
      return maybe(at, JavaSource.of(issue));
    }

    @Override
    public String issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
      return set(JavaSource.issues(issues));
    }

    @Override
    public String issueDefinition(Component<?, ?> at, Issue issue) {
      return JavaMoves.issue(issue);
    }

    @Override
    public String delegation(Component<?, ?> at, DelegationId delegation) {
      return "DelegationId.of(" + JavaSource.text(delegation.text()) + ")";
    }

    @Override
    public String deadline(Component<?, ?> at, Deadline d) {
      return "new Deadline(%s, %s, %s)"
          .formatted(
              JavaSource.text(d.name()), JavaSource.of(d.date()), JavaSource.text(d.words()));
    }

    @Override
    public String deadlineName(Component<?, ?> at, String name) {
      return JavaSource.text(name);
    }

    @Override
    public String demand(Component<?, ?> at, Demand demand) {
      return JavaSource.of(demand);
    }

    @Override
    public String standingDemand(Component<?, ?> at, Demand demand) {
      return JavaSource.of(demand);
    }

    @Override
    public String conditions(Component<?, ?> at, ImmutableList<Condition> conditions) {
      return "ImmutableList.of(%s)"
          .formatted(conditions.stream().map(JavaSource::of).collect(Collectors.joining(", ")));
    }

    @Override
    public String tie(Component<?, ?> at, Tie tie) {
      return "new Tie(%s, %s, %s, %s)"
          .formatted(
              JavaSource.of(tie.by()),
              JavaSource.of(tie.issue()),
              "Tie.Order." + tie.order().name(),
              JavaSource.set(JavaSource.issues(tie.others())));
    }

    @Override
    public String offers(Component<?, ?> at, ImmutableList<Offer> all) {
      String each = all.stream().map(offers).collect(Collectors.joining(", "));
      return varargs ? each : "ImmutableList.of(" + each + ")";
    }

    @Override
    public String standingOffer(Component<?, ?> at, Offer offer) {
      return maybe(at, offers.apply(offer));
    }

    @Override
    public String standingOffers(Component<?, ?> at, ImmutableList<Offer> all) {
      return all.stream().map(offers).collect(Collectors.joining(", ", "ImmutableList.of(", ")"));
    }

    @Override
    public String text(Component<?, ?> at, Text text) {
      return texts.apply(text);
    }

    @Override
    public String standingText(Component<?, ?> at, Text text) {
      return maybe(at, texts.apply(text));
    }

    @Override
    public String amount(Component<?, ?> at, BigDecimal amount) {
      return maybe(at, JavaSource.of(amount));
    }

    @Override
    public String obligation(Component<?, ?> at, Obligation obligation) {
      return JavaSource.of(obligation, texts);
    }

    @Override
    public String claim(Component<?, ?> at, Claim claim) {
      return JavaSource.of(claim);
    }
  }

  /** Returns an issue, shortly where nothing but its scale is said of it. */
  static String issue(Issue issue) {
    if (issue.equals(Issue.of(issue.id().text(), issue.scale()))) {
      return "Issue.of(%s, %s)".formatted(text(issue.id().text()), JavaSource.of(issue.scale()));
    }
    StringBuilder source =
        new StringBuilder(
            "Issue.builder().id(%s).name(%s).scale(%s)"
                .formatted(
                    JavaSource.of(issue.id()), text(issue.name()), JavaSource.of(issue.scale())));
    issue
        .better()
        .forEach(
            (party, better) ->
                source.append(".putBetter(%s, %s)".formatted(JavaSource.of(party), name(better))));
    issue.obligor().ifPresent(o -> source.append(".obligor(").append(JavaSource.of(o)).append(')'));
    issue.demandKind().ifPresent(k -> source.append(".demandKind(").append(text(k)).append(')'));
    issue
        .codes()
        .forEach(
            (scheme, code) ->
                source.append(".putCode(%s, %s)".formatted(text(scheme), text(code))));
    return source.append(".build()").toString();
  }
}
