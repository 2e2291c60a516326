package dev.parley.agenda;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Looks names up on a scale that may have thousands. */
final class Lookup {
  /** How many are looked up in a list, one after another, before a set pays. */
  private static final int FEW = 8;

  private Lookup() {}

  /** Returns names in which so many are about to be looked up: a set where that is faster. */
  static Collection<String> in(List<String> names, int times) {
    return times > FEW ? new HashSet<>(names) : names;
  }
}
