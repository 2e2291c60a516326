package dev.parley.agenda;

/** What a party is in the talks; a party can be several of these at once. */
public enum Role {
  /** Negotiates for itself and is bound by what is agreed. */
  PRINCIPAL,
  /** Carries messages, convenes and proposes; is bound by nothing. */
  MEDIATOR,
  /** Stands for the performance of somebody else's obligation. */
  GUARANTOR,
  /** Supports the talks or one side of them. */
  SUPPORTER,
  /** Is present, or heard, and no more. */
  OBSERVER
}
