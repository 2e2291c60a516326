package dev.parley.report;

import dev.parley.evidence.Source;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Move;
import dev.parley.talks.Obligation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;

/** Moves as JSON: who, when, on whose word, and the act with what it is about. */
final class JsonActs {
  private JsonActs() {}

  static void move(Sheet sheet, Move move, Situation seenFrom) {
    sheet.put("kind", move.act().kind()).put("by", move.by()).put("on", move.on());
    sheet.text("source", move.source().map(Source::id));
    sheet.put("attribution", move.attribution(seenFrom));
    sheet.text("through", move.through()).put("words", move.words());
    sheet.texts("codes", move.codes());
    sheet.object("act", s -> act(s, move.act()));
  }

  private static void act(Sheet sheet, Act act) {
    if (act instanceof Substantive substantive) {
      substantive(sheet, substantive);
    } else if (act instanceof Procedural procedural) {
      procedural(sheet, procedural);
    } else if (act instanceof AfterDeal after) {
      after(sheet, after);
    } else {
      said(sheet, act);
    }
  }

  private static void substantive(Sheet sheet, Substantive act) {
    if (act instanceof Substantive.RaiseDemand raise) {
      JsonValues.demand(sheet, raise.demand());
    } else if (act instanceof Substantive.AmendDemand amend) {
      JsonValues.demand(sheet, amend.demand());
    } else if (act instanceof Substantive.DropDemand drop) {
      sheet.texts("issues", drop.issues());
    } else if (act instanceof Substantive.RejectDemand reject) {
      sheet.object("demand", s -> JsonValues.demand(s, reject.demand()));
    } else if (act instanceof Substantive.TieCommitment tie) {
      JsonValues.tie(sheet, tie.tie());
    } else if (act instanceof Substantive.MakeOffer make) {
      sheet.objects("alternatives", make.alternatives(), JsonValues::offer);
      if (make.counters().isPresent()) {
        sheet.object("counters", s -> JsonValues.offer(s, make.counters().get()));
      } else {
        sheet.nothing("counters");
      }
    } else if (act instanceof Substantive.WithdrawOffer withdraw) {
      sheet.object("offer", s -> JsonValues.offer(s, withdraw.offer()));
    } else if (act instanceof Substantive.Accept accept) {
      sheet.object("offer", s -> JsonValues.offer(s, accept.offer()));
      sheet.texts("parts", accept.parts()).put("authority", accept.authority());
    } else if (act instanceof Substantive.RejectOffer reject) {
      sheet.object("offer", s -> JsonValues.offer(s, reject.offer()));
      sheet.texts("undisputed", reject.undisputed());
    } else if (act instanceof Substantive.Attest attest) {
      sheet.object("terms", s -> JsonValues.terms(s, attest.terms()));
      sheet.texts("among", attest.among()).put("binding", attest.binding());
      sheet.objects("undertakings", attest.undertakings(), JsonValues::undertaking);
    } else if (act instanceof Substantive.Shift shift) {
      sheet.put("direction", shift.direction()).text("issue", shift.issue());
      sheet.texts("toward", shift.toward());
    }
  }

  private static void procedural(Sheet sheet, Procedural act) {
    if (act instanceof Procedural.OpenRound open) {
      sheet.texts("tracks", open.tracks()).text("format", open.format());
    } else if (act instanceof Procedural.HoldMeeting meeting) {
      sheet.text("track", meeting.track()).text("format", meeting.format());
    } else if (act instanceof Procedural.SetDeadline set) {
      sheet.put("name", set.deadline().name()).put("date", set.deadline().date());
      sheet.put("words", set.deadline().words());
    } else if (act instanceof Procedural.ExtendDeadline extend) {
      sheet.put("name", extend.name()).put("to", extend.to());
    } else if (act instanceof Procedural.SendDelegation send) {
      sheet.put("delegation", send.delegation()).text("track", send.track());
    } else if (act instanceof Procedural.AmendAgenda amend) {
      sheet.put("issue", amend.issue().id()).put("scale", amend.issue().scale().describe());
    }
  }

  private static void after(Sheet sheet, AfterDeal act) {
    if (act instanceof AfterDeal.Perform perform) {
      obligation(sheet, perform.obligation());
      sheet.put("degree", perform.degree());
    } else if (act instanceof AfterDeal.AllegeBreach breach) {
      obligation(sheet, breach.obligation());
      sheet.put("words", breach.words());
    } else {
      act.subject().ifPresent(o -> obligation(sheet, (Obligation) o));
    }
  }

  private static void obligation(Sheet sheet, Obligation obligation) {
    sheet.put("obligation", obligation.name()).put("obligor", obligation.by());
    sheet.texts("owed-to", obligation.owedTo());
  }

  private static void said(Sheet sheet, Act act) {
    if (act instanceof Communicative.MakeClaim made) {
      JsonValues.claim(sheet, made.claim());
    } else if (act instanceof Communicative.Accuse accuse) {
      sheet.put("of", accuse.of()).put("words", accuse.words());
    } else if (act instanceof Communicative.Promise promise) {
      sheet.put("words", promise.words());
    } else if (act instanceof Communicative.Threaten threat) {
      sheet.put("words", threat.words());
    } else if (act instanceof Communicative.Commit commit) {
      sheet.put("words", commit.words());
    } else if (act instanceof Exogenous.Incident incident) {
      sheet.put("words", incident.words());
    } else if (act instanceof Exogenous.ChangeOfGovernment change) {
      sheet.put("words", change.words());
    }
  }
}
