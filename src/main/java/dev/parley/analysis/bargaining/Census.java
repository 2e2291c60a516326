package dev.parley.analysis.bargaining;

import java.io.Serializable;

/**
 * A count of outcomes, which only enumeration gives: of 10,000 outcomes, 523 leave nobody below the
 * reservation, and as many leave everybody above. Immutable.
 *
 * @param outcomes how many outcomes were looked at
 * @param rational how many are individually rational: nobody is below the reservation; all where no
 *     reservation is known
 * @param gainful how many leave everybody above the reservation
 */
public record Census(long outcomes, long rational, long gainful) implements Serializable {}
