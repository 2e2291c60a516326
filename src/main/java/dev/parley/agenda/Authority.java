package dev.parley.agenda;

/** How far a delegation can bind its party on an issue. */
public enum Authority {
  /** It can commit finally: its acceptance binds its party. */
  FINAL,
  /** It can commit subject to its party's confirmation: its acceptance is provisional. */
  AD_REFERENDUM,
  /** It cannot commit at all; it can listen, ask and explain. */
  NONE
}
