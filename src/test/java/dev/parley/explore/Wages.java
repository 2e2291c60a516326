package dev.parley.explore;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.talks.Move;
import dev.parley.talks.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** A union and a firm who negotiate a rise of so many per cent. */
public final class Wages {
  private Wages() {}

  static Agenda agenda(int values) {
    return Agenda.builder()
        .principal("union", "Union")
        .principal("firm", "Firm")
        .issue("rise", Scale.quantity(1, values, "percent"))
        .build();
  }

  static Offer offer(int values, String by, int rise) {
    String to = by.equals("union") ? "firm" : "union";
    return Offer.of(by, to, Terms.on(agenda(values)).set("rise", rise).build());
  }

  /** Both name figures, withdraw them and reject the other's; no rules but the machine's laws. */
  public static NegotiationModel naming(int values) {
    List<Move> menu = new ArrayList<>();
    for (String by : List.of("union", "firm")) {
      String to = by.equals("union") ? "firm" : "union";
      for (int v = 1; v <= values; v++) {
        menu.add(Move.by(by).offers(offer(values, by, v)));
        menu.add(Move.by(by).withdraws(offer(values, by, v)));
        menu.add(Move.by(to).rejects(offer(values, by, v)));
      }
    }
    return NegotiationModel.about(agenda(values), RuleBook.DEFAULT).menu(menu.toArray(Move[]::new));
  }
}
