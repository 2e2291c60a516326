package dev.parley.talks;

import org.jspecify.annotations.Nullable;

/** What a move makes of a situation: first its own effect, then the stage table. */
final class Effects {
  private Effects() {}

  static Situation of(Situation situation, Move move, Draft.@Nullable OfferEnd offerEnd) {
    Draft draft = new Draft((ImmutableSituation) situation, offerEnd);
    move.act().kind().conduct().effect(draft, move, move.act());
    ImmutableSituation after = draft.done();
    Stage stage = Tables.STAGE.next(situation.stage(), move.act().kind().event(), after);
    if (stage != Stage.AT_IMPASSE && situation.stage() == Stage.AT_IMPASSE) {
      after = after.withImpasseDeclared();
    }
    return after.withStage(stage).withUnfrozen(false);
  }
}
