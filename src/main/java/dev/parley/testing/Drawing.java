package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Opening;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Procedural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One play that is being made up, move by move. */
final class Drawing {
  /** How often the player tries again where its move was refused. */
  private static final int PATIENCE = 16;

  /** How often it starts anew where a play does not get to where it should. */
  static final int ATTEMPTS = 40;

  /** How many moves each attempt has to get there. */
  static final int LONGEST_WAY = 60;

  /** Among how many moves the one is chosen that leads nearest. */
  private static final int BREADTH = 6;

  private final PlaySettings settings;
  private final Choices choices;
  private final Player player;
  private final Coverage met;
  private final List<Move> tried = new ArrayList<>();
  private Negotiation now;

  private Drawing(PlaySettings settings, Choices choices, Coverage met) {
    this.settings = settings;
    this.choices = choices;
    this.met = met;
    this.now = settings.start(choices);
    this.player =
        new Player(choices, settings.awkward() ? Phrases.AWKWARD : Phrases.PLAIN, settings.taste());
  }

  static Script of(PlaySettings settings, Choices choices, Coverage met) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Drawing drawing = new Drawing(settings, choices, met);
      met.begins(drawing.now);
      Negotiation start = drawing.now;
      drawing.session();
      if (settings.goal().isEmpty() || drawing.getsTo(settings.goal().get())) {
        drawing.goOn();
        met.ends(drawing.now);
        return new Script(start, ImmutableList.copyOf(drawing.tried));
      }
    }
    throw new IllegalStateException(
        "no play reached stage (%s) in %s attempts of %s moves each: see whether agenda, rules and kinds of moves allow it"
            .formatted(settings.goal().orElseThrow().stage(), ATTEMPTS, LONGEST_WAY));
  }

  /** Lets strategies negotiate first, where there are any. */
  private void session() {
    if (!settings.strategies().isEmpty()) {
      Opponents.play(settings.strategies(), now, choices).forEach(this::tries);
    }
  }

  private void goOn() {
    int many = choices.between(settings.moves().lowerEndpoint(), settings.moves().upperEndpoint());
    boolean wild = settings.oneWildIn().isPresent();
    for (int i = tried.size(); i < many && (!now.isOver() || wild); i++) {
      if (wild && choices.oneIn(settings.oneWildIn().getAsInt())) {
        wild().ifPresent(this::tries);
      } else {
        legal().ifPresent(this::tries);
      }
    }
    if (settings.toTheEnd()) {
      end();
    }
  }

  private void tries(Move move) {
    tried.add(move);
    Outcome outcome = now.apply(move);
    met.meets(move, outcome);
    now = outcome.negotiation();
  }

  private boolean isAccepted(Move move) {
    Outcome outcome = now.apply(move);
    met.refused(outcome);
    return outcome instanceof Accepted;
  }

  /** What somebody makes up may come out as a move of another kind. */
  private boolean isOfKind(Move move) {
    return settings.kinds().contains(move.act().kind());
  }

  private Optional<Move> wild() {
    return Optional.of(player.wild(now)).filter(this::isOfKind);
  }

  private Optional<Move> legal() {
    for (int i = 0; i < PATIENCE; i++) {
      Optional<Move> move = player.legal(now).filter(this::isOfKind);
      if (move.isPresent() && isAccepted(move.get())) {
        return move;
      }
    }
    return Optional.empty();
  }

  /** Takes, of a few moves, the one that leads nearest, until it is there. */
  private boolean getsTo(Goal goal) {
    Taste usual = settings.taste();
    player.likes(usual.bentOn(goal.means()));
    for (int i = 0; goal.from(now) > 0; i++) {
      if (i == LONGEST_WAY || now.isOver() || !comesNearer(goal)) {
        return false;
      }
    }
    player.likes(usual);
    return true;
  }

  private boolean comesNearer(Goal goal) {
    Optional<Move> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < BREADTH; i++) {
      Optional<Move> move = legal();
      if (move.isPresent()) {
        double off = goal.from(now.apply(move.get()).negotiation());
        if (off < least) {
          best = move;
          least = off;
        }
      }
    }
    best.ifPresent(this::tries);
    return best.isPresent();
  }

  /**
   * One principal after the other abandons the talks, what awaits ratification fails, what is owed
   * is excused, and what is left all agree to end, as far as the rules allow it.
   */
  private void end() {
    for (ActKind kind :
        List.of(
            ActKind.ABANDON,
            ActKind.FAIL_TO_RATIFY, // after which the talks may be open again
            ActKind.EXCUSE,
            ActKind.AGREE_TO_END,
            ActKind.ABANDON)) {
      for (Opening opening : now.legalMoves()) {
        if (opening.kind() == kind && !now.isOver()) {
          Move move = Move.by(opening.by().text()).does(ending(opening));
          if (isAccepted(move)) {
            tries(move);
          }
        }
      }
    }
  }

  private static Act ending(Opening opening) {
    return switch (opening.kind()) {
      case FAIL_TO_RATIFY -> new AfterDeal.FailToRatify(opening.subject().map(Text.class::cast));
      case AGREE_TO_END -> new AfterDeal.AgreeToEnd(opening.subject().map(Text.class::cast));
      case EXCUSE -> new AfterDeal.Excuse((Obligation) opening.subject().orElseThrow());
      default -> new Procedural.Abandon();
    };
  }
}
