package dev.parley.scenario;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party.Role;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Demand.Firmness;
import dev.parley.talks.Stage;

/** The words that files use: closed vocabularies, and the keys that no issue can take. */
final class Words {
  static final Choices<Role> ROLE = Choices.of("role", Role.values(), '-');
  static final Choices<Level> LEVEL = Choices.of("level", Level.values(), '-');
  static final Choices<Authority> AUTHORITY = Choices.of("authority", Authority.values(), ' ');
  static final Choices<Better> BETTER = Choices.of("better end", Better.values(), '-');
  static final Choices<Firmness> FIRMNESS = Choices.of("firmness", Firmness.values(), '-');
  static final Choices<Implementation> DEGREE = Choices.of("degree", Implementation.values(), '-');
  static final Choices<Stage> STAGE = Choices.of("stage", Stage.values(), '-');

  /** What is asked when nobody reported it. */
  static final String NOT_STATED = "not stated";

  /** An issue with one of these names stands under {@code issues}. */
  static final ImmutableSet<String> RESERVED =
      ImmutableSet.<String>builder()
          // Of every entry, and of words on an earlier one.
          .add("id", "on", "source", "through", "words", "saying", "codes")
          .addAll(Verb.keysOfNobody().stream().filter(k -> k.indexOf(' ') < 0).iterator())
          .add("correct", "cancel", "deny", "instead")
          // Of acts that say something of issues.
          .addAll(Verb.keys(n -> n.issues().isPresent()).filter(k -> k.indexOf(' ') < 0).iterator())
          // Of some acts that do not: not needed, but files nest such issues.
          .add("alternatives", "format", "which", "parts", "undisputed", "toward", "authority")
          // Of an offer's alternatives and steps, and of a mandate.
          .add("to", "name", "by", "what", "due", "when", "guarantor", "otherwise")
          .add("amount", "refrain")
          .build();

  private Words() {}
}
