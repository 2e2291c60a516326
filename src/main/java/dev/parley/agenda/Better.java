package dev.parley.agenda;

/** Which end of an ordered scale, or of a checklist, is better for a party. */
public enum Better {
  /** The higher value, or more items. */
  MORE,
  /** The lower value, or fewer items. */
  LESS
}
