package dev.parley.demand;

import dev.parley.agenda.Terms;

/**
 * One of the ordered steps in which an offer would be carried out: {@code first: hostages 3, on day
 * 1}. Immutable.
 *
 * @param name its name, unique in the offer
 * @param terms what is delivered in this step
 * @param trigger what sets it off
 */
public record Instalment(String name, Terms terms, Trigger trigger) {}
