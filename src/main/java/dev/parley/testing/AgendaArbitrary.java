package dev.parley.testing;

import dev.parley.agenda.Agenda;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * Arbitrary agendas, with the defaults of {@link Agendas#ANY}: two or three principals, one to four
 * issues, none to two mediators. They shrink to fewer parties and issues. Immutable.
 */
@SuppressWarnings("exports")
public final class AgendaArbitrary extends ArbitraryDecorator<Agenda> {
  private final Agendas agendas;

  AgendaArbitrary(Agendas agendas) {
    this.agendas = agendas;
  }

  /**
   * {@return this with so many principals}
   *
   * @param number how many, 2 or more; 2 to 3 unless given
   */
  public AgendaArbitrary withPrincipals(int number) {
    return new AgendaArbitrary(agendas.withPrincipals(number));
  }

  /**
   * {@return this with so many principals}
   *
   * @param least the fewest, 2 or more
   * @param most the most
   */
  public AgendaArbitrary withPrincipals(int least, int most) {
    return new AgendaArbitrary(agendas.withPrincipals(least, most));
  }

  /**
   * {@return this with so many issues}
   *
   * @param least the fewest, 1 or more; 1 unless given
   * @param most the most; 4 unless given
   */
  public AgendaArbitrary withIssues(int least, int most) {
    return new AgendaArbitrary(agendas.withIssues(least, most));
  }

  /**
   * {@return this with so many mediators}
   *
   * @param least the fewest, 0 or more; 0 unless given
   * @param most the most; 2 unless given
   */
  public AgendaArbitrary withMediators(int least, int most) {
    return new AgendaArbitrary(agendas.withMediators(least, most));
  }

  /** {@return what it draws from: the agendas, for any engine} */
  public Agendas generator() {
    return agendas;
  }

  @Override
  protected Arbitrary<Agenda> arbitrary() {
    return Simplified.arbitrary(agendas, SimplerAgendas.ALL);
  }
}
