package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Scale;
import java.util.Optional;

/**
 * Where a generated negotiation takes place: who sits at the table, what lies on it, and what
 * people say there. The places and parties are made up.
 *
 * @param principals those who negotiate, the first ones first
 * @param mediators who mediates; the second one guarantees
 * @param outsider who watches and speaks
 * @param outlet the paper that reports
 * @param subjects what can be negotiated about
 * @param sayings what is promised, threatened and alleged
 * @param start the first day of the talks
 */
record Setting(
    ImmutableList<Named> principals,
    ImmutableList<Named> mediators,
    Named outsider,
    Named outlet,
    ImmutableList<Subject> subjects,
    Sayings sayings,
    java.time.LocalDate start) {
  /**
   * Somebody with a name.
   *
   * @param id the identifier
   * @param name the name
   */
  record Named(String id, String name) {}

  /**
   * An issue before anybody is party to it.
   *
   * @param id the identifier
   * @param scale the scale
   * @param first which end is better for the first principal; the other is for the second
   * @param kind the kind of demand that is made on it, or empty for the general one
   */
  record Subject(String id, Scale scale, Optional<Better> first, Optional<String> kind) {
    Subject ofKind(String name) {
      return new Subject(id, scale, first, Optional.of(name));
    }
  }

  /**
   * What people say.
   *
   * @param promises what one promises
   * @param threats what one threatens
   * @param reproaches what one accuses the other of
   * @param vows what one commits to in public
   * @param incidents what happens meanwhile
   * @param questions what claims are about
   * @param vague what a demand sounds like that nobody can measure
   */
  record Sayings(
      ImmutableList<String> promises,
      ImmutableList<String> threats,
      ImmutableList<String> reproaches,
      ImmutableList<String> vows,
      ImmutableList<String> incidents,
      ImmutableList<String> questions,
      ImmutableList<String> vague) {}

  static final Setting DOCKS =
      new Setting(
          ImmutableList.of(
              new Named("union", "Dockers' union"),
              new Named("port", "Port company"),
              new Named("pilots", "Pilots' guild")),
          ImmutableList.of(
              new Named("board", "Mediation board"), new Named("ministry", "Ministry of Labour")),
          new Named("court", "Labour court"),
          new Named("harbour-daily", "Harbour Daily"),
          ImmutableList.of(
              subject("rise", Scale.quantity("0", "10", "0.5", "percent"), Better.MORE),
              subject("week", Scale.quantity("35", "42", "0.5", "hours"), Better.LESS),
              subject("crews", Scale.quantity(0, 20, "cranes"), Better.MORE),
              subject(
                  "strike",
                  Scale.levels("strike goes on", "go-slow", "pause", "strike called off"),
                  Better.LESS),
              subject("arbiter", Scale.options("retired judge", "professor", "panel of three")),
              subject(
                  "books", Scale.checklist("payroll", "rosters", "accident reports"), Better.MORE)),
          new Sayings(
              ImmutableList.of("an answer by Friday", "no lockout while talks go on"),
              ImmutableList.of("to close the north pier", "to take it to court"),
              ImmutableList.of("stalling", "hiring strike breakers"),
              ImmutableList.of("never to sign below the old rate", "to stay at the table"),
              ImmutableList.of("a crane collapsed at the north pier", "a ship was turned away"),
              ImmutableList.of("how many dockers are out?", "has the night shift been offered?"),
              ImmutableList.of("fair pay for hard work", "no one is left behind")),
          java.time.LocalDate.of(2023, 9, 4));

  static final Setting RIVER =
      new Setting(
          ImmutableList.of(
              new Named("highland", "Highland"),
              new Named("lowland", "Lowland"),
              new Named("delta", "Delta Province")),
          ImmutableList.of(
              new Named("valley", "Valley Republic"), new Named("lake-bank", "Lake Bank")),
          new Named("gauge-office", "Gauge Office"),
          new Named("river-post", "River Post"),
          ImmutableList.of(
              subject("flow", Scale.quantity("0", "400", "20", "m3 per second"), Better.LESS),
              subject("compensation", Scale.quantity(0, 60, "million"), Better.MORE),
              subject("filling", Scale.quantity(1, 15, "years"), Better.LESS),
              subject(
                  "inspection",
                  Scale.levels("none", "on invitation", "announced", "unannounced"),
                  Better.LESS),
              subject("seat", Scale.options("Highland", "Lowland", "Valley Republic")),
              subject(
                  "records",
                  Scale.checklist("levels", "rainfall", "turbine hours", "sediment"),
                  Better.LESS)),
          new Sayings(
              ImmutableList.of("to share the spring readings", "a reply after the harvest"),
              ImmutableList.of("to fill the lake without an agreement", "to call the bank off"),
              ImmutableList.of("closing the gates at night", "hiding readings"),
              ImmutableList.of("never to trade water for money", "to send experts every month"),
              ImmutableList.of("a flood broke a levee", "a gauge was found damaged"),
              ImmutableList.of("how much water reached the delta?", "are the gates open?"),
              ImmutableList.of("water as it always was", "no harm to the fields")),
          java.time.LocalDate.of(2024, 2, 12));

  static final Setting CEASE_FIRE =
      new Setting(
          ImmutableList.of(
              new Named("north", "Northern Front"),
              new Named("south", "Southern Council"),
              new Named("coast", "Coast Guard Corps")),
          ImmutableList.of(
              new Named("haven", "Haven"), new Named("isles", "Federation of the Isles")),
          new Named("observers", "Observer Group"),
          new Named("wire", "Haven Wire"),
          ImmutableList.of(
              subject(
                      "end-of-war",
                      Scale.levels("no truce", "pause", "truce", "phased end", "permanent end"),
                      Better.MORE)
                  .ofKind("end of war"),
              subject("prisoners", Scale.quantity("0", "600", "10", "persons"), Better.MORE)
                  .ofKind("prisoner release"),
              subject("hostages", Scale.quantity(0, 60, "persons"), Better.LESS)
                  .ofKind("hostage release"),
              subject("withdrawal-days", Scale.quantity("0", "120", "5", "days"), Better.LESS)
                  .ofKind("withdrawal"),
              subject("custodian", Scale.options("Haven", "the Isles", "the observers")),
              subject(
                      "hostage-list",
                      Scale.checklist("names", "living", "deceased", "medical state"),
                      Better.LESS)
                  .ofKind("hostage list")),
          new Sayings(
              ImmutableList.of("a list within the week", "to let the convoy pass"),
              ImmutableList.of("to leave the talks", "to shell the bridge again"),
              ImmutableList.of("new conditions at the last hour", "breaking the pause"),
              ImmutableList.of("never to leave the heights", "to bring everybody home"),
              ImmutableList.of("a convoy was hit near the bridge", "a strike on the harbour"),
              ImmutableList.of("how many are still held?", "is a pause near?"),
              ImmutableList.of("until the guns are silent", "an honourable end")),
          java.time.LocalDate.of(2024, 10, 7));

  static final ImmutableList<Setting> ALL = ImmutableList.of(DOCKS, RIVER, CEASE_FIRE);

  /** Returns the setting whose principals sit at a table; the docks for a table of the user's. */
  static Setting of(dev.parley.agenda.Agenda agenda) {
    for (Setting setting : ALL) {
      if (agenda.principals().get(0).text().equals(setting.principals().get(0).id())) {
        return setting;
      }
    }
    return DOCKS;
  }

  private static Subject subject(String id, Scale scale, Better first) {
    return new Subject(id, scale, Optional.of(first), Optional.empty());
  }

  private static Subject subject(String id, Scale scale) {
    return new Subject(id, scale, Optional.empty(), Optional.empty());
  }
}
