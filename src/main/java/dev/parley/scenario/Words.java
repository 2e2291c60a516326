package dev.parley.scenario;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Better;
import dev.parley.agenda.Level;
import dev.parley.agenda.Role;
import dev.parley.demand.Firmness;
import dev.parley.talks.Implementation;
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
      ImmutableSet.of(
          "id",
          "on",
          "source",
          "through",
          "words",
          "codes",
          "saying",
          "issues",
          "firmness",
          "sufficient",
          "kind",
          "if",
          "instalments",
          "until",
          "severable",
          "undertakings",
          "counters",
          "whole",
          "by",
          "what",
          "due",
          "when",
          "guarantor",
          "to",
          "name",
          "otherwise",
          "which",
          "parts",
          "undisputed",
          "toward",
          "authority",
          "alternatives",
          "format",
          "correct",
          "cancel",
          "deny",
          "instead");

  private Words() {}
}
