package dev.parley.testing;

import static dev.parley.testing.JavaSource.actors;
import static dev.parley.testing.JavaSource.issues;
import static dev.parley.testing.JavaSource.name;
import static dev.parley.testing.JavaSource.optional;
import static dev.parley.testing.JavaSource.set;
import static dev.parley.testing.JavaSource.text;
import static dev.parley.testing.JavaSource.texts;

import dev.parley.agenda.Authority;
import dev.parley.agenda.Issue;
import dev.parley.demand.Offer;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Implementation;
import dev.parley.talks.Move;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves as Java expressions: by a verb where there is one, else as the act itself. */
final class JavaMoves {
  private final Function<Offer, String> offers;

  /** Offers are named many times; the function says how each is written. */
  JavaMoves(Function<Offer, String> offers) {
    this.offers = offers;
  }

  String of(Move move) {
    StringBuilder source = new StringBuilder("Move.by(" + text(move.by().text()) + ")");
    if (!move.on().isUnknown()) {
      source.append(".on(").append(text(move.on().toString())).append(')');
    }
    move.source().ifPresent(s -> source.append(".from(").append(JavaSource.of(s)).append(')'));
    move.through().ifPresent(d -> source.append(".through(").append(text(d.text())).append(')'));
    if (!move.words().isEmpty()) {
      source.append(".saying(").append(text(move.words())).append(')');
    }
    move.codes()
        .forEach(
            (scheme, code) -> source.append(".coded(%s, %s)".formatted(text(scheme), text(code))));
    return source.append('.').append(verb(move.act())).toString();
  }

  private String verb(Act act) {
    if (act instanceof Procedural.OpenRound a && a.format().isEmpty()) {
      return "opensRound(" + texts(a.tracks()) + ")";
    }
    if (act instanceof Procedural.CloseRound) {
      return "closesRound()";
    }
    if (act instanceof Substantive.RaiseDemand a) {
      return "demands(" + JavaSource.of(a.demand()) + ")";
    }
    if (act instanceof Substantive.AmendDemand a) {
      return "amends(" + JavaSource.of(a.demand()) + ")";
    }
    if (act instanceof Substantive.MakeOffer a) {
      if (a.counters().isEmpty()) {
        return "offers("
            + a.alternatives().stream().map(offers).collect(Collectors.joining(", "))
            + ")";
      }
      if (a.alternatives().size() == 1) {
        return "counters(%s, %s)"
            .formatted(
                offers.apply(a.counters().orElseThrow()), offers.apply(a.alternatives().get(0)));
      }
    }
    if (act instanceof Substantive.WithdrawOffer a) {
      return "withdraws(" + offers.apply(a.offer()) + ")";
    }
    if (act instanceof Substantive.Accept a && a.parts().isEmpty()) {
      String verb = a.authority() == Authority.FINAL ? "accepts" : "acceptsAdReferendum";
      if (a.authority() != Authority.NONE) {
        return verb + "(" + offers.apply(a.offer()) + ")";
      }
    }
    if (act instanceof Substantive.RejectOffer a && a.undisputed().isEmpty()) {
      return "rejects(" + offers.apply(a.offer()) + ")";
    }
    if (act instanceof AfterDeal.Ratify) {
      return "ratifies()";
    }
    if (act instanceof AfterDeal.Perform a && a.degree() == Implementation.FULL) {
      return "performs(" + JavaSource.of(a.obligation()) + ")";
    }
    return act instanceof AfterDeal.Terminate ? "terminates()" : "does(" + act(act) + ")";
  }

  String act(Act act) {
    String type = act.getClass().getCanonicalName().replaceAll(".*\\.(?=[A-Z]\\w*\\.[A-Z])", "");
    return "new " + type + "(" + arguments(act) + ")";
  }

  private String arguments(Act act) {
    if (act instanceof Procedural a) {
      return procedural(a);
    }
    if (act instanceof Substantive a) {
      return substantive(a);
    }
    if (act instanceof AfterDeal.SetOff a) {
      return JavaSource.of(a.obligation());
    }
    if (act instanceof AfterDeal.Perform a) {
      return JavaSource.of(a.obligation()) + ", " + name(a.degree());
    }
    if (act instanceof AfterDeal.AllegeBreach a) {
      return JavaSource.of(a.obligation()) + ", " + text(a.words());
    }
    if (act instanceof AfterDeal.Excuse a) {
      return JavaSource.of(a.obligation());
    }
    if (act instanceof Communicative.MakeClaim a) {
      return JavaSource.of(a.claim());
    }
    if (act instanceof Communicative.Accuse a) {
      return JavaSource.of(a.of()) + ", " + text(a.words());
    }
    if (act instanceof Communicative.Promise a) {
      return text(a.words());
    }
    if (act instanceof Communicative.Threaten a) {
      return text(a.words());
    }
    if (act instanceof Communicative.Commit a) {
      return text(a.words());
    }
    if (act instanceof Exogenous.Incident a) {
      return text(a.words());
    }
    return act instanceof Exogenous.ChangeOfGovernment a ? text(a.words()) : "";
  }

  private static String procedural(Procedural act) {
    if (act instanceof Procedural.OpenRound a) {
      return set(texts(a.tracks())) + ", " + optional(a.format().map(JavaSource::text));
    }
    if (act instanceof Procedural.HoldMeeting a) {
      return optional(a.track().map(JavaSource::text))
          + ", "
          + optional(a.format().map(JavaSource::text));
    }
    if (act instanceof Procedural.SetDeadline a) {
      Deadline d = a.deadline();
      return "new Deadline(%s, %s, %s)"
          .formatted(text(d.name()), JavaSource.of(d.date()), text(d.words()));
    }
    if (act instanceof Procedural.ExtendDeadline a) {
      return text(a.name()) + ", " + JavaSource.of(a.to());
    }
    if (act instanceof Procedural.SendDelegation a) {
      return "DelegationId.of(%s), %s"
          .formatted(text(a.delegation().text()), optional(a.track().map(JavaSource::text)));
    }
    return act instanceof Procedural.AmendAgenda a ? issue(a.issue()) : "";
  }

  private String substantive(Substantive act) {
    if (act instanceof Substantive.RaiseDemand a) {
      return JavaSource.of(a.demand());
    }
    if (act instanceof Substantive.AmendDemand a) {
      return JavaSource.of(a.demand());
    }
    if (act instanceof Substantive.DropDemand a) {
      return set(issues(a.issues()));
    }
    if (act instanceof Substantive.RejectDemand a) {
      return JavaSource.of(a.demand());
    }
    if (act instanceof Substantive.TieCommitment a) {
      return "new Tie(%s, %s, Tie.Order.%s, %s)"
          .formatted(
              JavaSource.of(a.tie().by()),
              JavaSource.of(a.tie().issue()),
              a.tie().order().name(),
              set(issues(a.tie().others())));
    }
    if (act instanceof Substantive.MakeOffer a) {
      return "ImmutableList.of(%s), %s"
          .formatted(
              a.alternatives().stream().map(offers).collect(Collectors.joining(", ")),
              optional(a.counters().map(offers)));
    }
    if (act instanceof Substantive.WithdrawOffer a) {
      return offers.apply(a.offer());
    }
    if (act instanceof Substantive.Accept a) {
      return "%s, %s, %s"
          .formatted(offers.apply(a.offer()), set(issues(a.parts())), name(a.authority()));
    }
    if (act instanceof Substantive.RejectOffer a) {
      return offers.apply(a.offer()) + ", " + set(issues(a.undisputed()));
    }
    if (act instanceof Substantive.Attest a) {
      return "%s, %s, %s"
          .formatted(JavaSource.of(a.terms()), set(actors(a.among())), name(a.binding()));
    }
    Substantive.Shift a = (Substantive.Shift) act;
    return "%s, %s, %s"
        .formatted(
            name(a.direction()), optional(a.issue().map(JavaSource::of)), set(actors(a.toward())));
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
    issue
        .codes()
        .forEach(
            (scheme, code) ->
                source.append(".putCode(%s, %s)".formatted(text(scheme), text(code))));
    return source.append(".build()").toString();
  }
}
