package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.When;
import dev.parley.talks.Negotiation;
import dev.parley.testing.Fitting.OffScale;
import dev.parley.testing.Script.Course;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Parley's types by type alone: {@code @Property @Domain(NegotiationDomain.class) void
 * my_rule_holds(@ForAll Script script)}. It has agendas, scripts, courses, whole records, terms,
 * offers, demands, values off a scale, figures and dates, each with the defaults of {@link
 * Negotiations}. Name {@code @Domain(DomainContext.Global.class)} as well where a property also
 * takes numbers or texts.
 */
@SuppressWarnings("exports")
public class NegotiationDomain extends DomainContextBase {
  /** Makes the domain; jqwik does. */
  public NegotiationDomain() {}

  /** {@return agendas: those of {@link Negotiations#agendas}} */
  @Provide
  public Arbitrary<Agenda> agendas() {
    return Negotiations.agendas();
  }

  /** {@return plays before they are played: those of {@link Negotiations#plays}} */
  @Provide
  public Arbitrary<Script> scripts() {
    return Negotiations.plays();
  }

  /**
   * {@return plays as they were played, one move in eight by anybody and of any kind: those of
   * {@link Negotiations#plays}}
   */
  @Provide
  public Arbitrary<Course> courses() {
    return Negotiations.plays().withOneWildIn(8).courses();
  }

  /** {@return whole records: those of {@link Negotiations#records()}} */
  @Provide
  public Arbitrary<Negotiation> records() {
    return Negotiations.records();
  }

  /** {@return terms that fit some agenda: those of {@link Negotiations#terms}} */
  @Provide
  public Arbitrary<Terms> terms() {
    return Negotiations.agendas().flatMap(Negotiations::terms);
  }

  /** {@return offers that fit some agenda: those of {@link Negotiations#offers}} */
  @Provide
  public Arbitrary<Offer> offers() {
    return Negotiations.agendas().flatMap(Negotiations::offers);
  }

  /** {@return demands that fit some agenda: those of {@link Negotiations#demands}} */
  @Provide
  public Arbitrary<Demand> demands() {
    return Negotiations.agendas().flatMap(Negotiations::demands);
  }

  /** {@return values just off a scale: those of {@link Negotiations#offTheScale}} */
  @Provide
  public Arbitrary<OffScale> offTheScale() {
    return Negotiations.agendas().flatMap(Negotiations::offTheScale);
  }

  /** {@return figures: those of {@link Negotiations#figures()}} */
  @Provide
  public Arbitrary<Figure> figures() {
    return Negotiations.figures();
  }

  /** {@return dates: those of {@link Negotiations#dates()}} */
  @Provide
  public Arbitrary<When> dates() {
    return Negotiations.dates();
  }
}
