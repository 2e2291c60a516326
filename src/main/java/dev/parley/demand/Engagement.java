package dev.parley.demand;

/**
 * What a party can be bound to: a {@link Text} that it has signed, or one obligation under it.
 * Either can be suspended and taken up again.
 */
public interface Engagement {}
