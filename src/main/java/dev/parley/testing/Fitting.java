package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What fits an agenda, and what only just does not: terms, demands and offers with any values of
 * the scales, each as likely as the other, and {@linkplain OffScale values off the scale}.
 * Immutable.
 *
 * @param agenda who negotiates about what
 */
public record Fitting(Agenda agenda) {
  /** {@return terms, on one issue or more} */
  public Generator<Terms> terms() {
    return choices -> new Contents(agenda, choices).terms();
  }

  /**
   * {@return offers of any principal to one other or to all, now and then with conditions,
   * instalments, undertakings and a last day in 2025}
   */
  public Generator<Offer> offers() {
    return choices -> {
      Contents contents = new Contents(agenda, choices);
      LocalDate last = LocalDate.of(2025, 1, 1).plusDays(choices.below(365));
      return contents.offer(contents.principal(), dev.parley.evidence.When.on(last));
    };
  }

  /**
   * {@return demands of any principal on one or two issues, of the kind that comes ready-made for
   * the issue where there is one}
   */
  public Generator<Demand> demands() {
    return choices -> {
      Contents contents = new Contents(agenda, choices);
      return contents.demand(contents.principal());
    };
  }

  /**
   * {@return values just off a scale: one step above the most or below the least, half a step off,
   * an unknown name}
   */
  public Generator<OffScale> offTheScale() {
    return choices -> {
      Issue issue = choices.of(agenda.issueList());
      return new OffScale(agenda, issue.id(), off(issue.scale(), choices));
    };
  }

  private static String off(Scale scale, Choices choices) {
    if (!(scale instanceof Scale.Quantity q)) {
      String known =
          scale instanceof Scale.Checklist list
              ? list.items().get(0)
              : Rungs.at(scale, Rungs.count(scale) - 1).toString();
      return choices.oneIn(2) ? known + " and more" : "7";
    }
    BigDecimal off =
        switch (choices.below(3)) {
          case 0 -> q.most().add(q.step());
          case 1 -> q.least().subtract(q.step());
          default ->
              q.least()
                  .add(q.step().multiply(BigDecimal.valueOf(choices.below(Rungs.count(scale)))))
                  .add(q.step().divide(BigDecimal.valueOf(2)));
        };
    return off.toPlainString();
  }

  /**
   * A value just off the scale of its issue: 601 where there are 0 to 600 prisoners, a level that
   * the scale does not name. No terms can be built with it. Immutable.
   *
   * @param agenda who negotiates about what
   * @param issue an issue on the agenda
   * @param text what cannot be read as a value of it
   */
  public record OffScale(Agenda agenda, IssueId issue, String text) {
    /**
     * Tries to build terms with it.
     *
     * @return never
     * @throws IllegalArgumentException always, with the issue, the value and the scale
     */
    public Terms build() {
      return Terms.on(agenda).set(issue.text(), text).build();
    }

    @Override
    public String toString() {
      return issue + ": " + text;
    }
  }
}
