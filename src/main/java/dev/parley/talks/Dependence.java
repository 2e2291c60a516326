package dev.parley.talks;

import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries can depend on an earlier one: so that what nothing depends on can be corrected
 * without reading on at once. Read once, and read on as the chronicle grows.
 */
final class Dependence {
  /** The acts that change nothing to which others refer, but for what they bring. */
  private static final Set<ActKind> FREE =
      EnumSet.of(
          ActKind.RAISE_DEMAND,
          ActKind.AMEND_DEMAND,
          ActKind.DROP_DEMAND,
          ActKind.TIE,
          ActKind.UNTIE,
          ActKind.MAKE_OFFER,
          ActKind.PROPOSE,
          ActKind.WITHDRAW_OFFER,
          ActKind.REJECT_OFFER,
          ActKind.ACCEPT,
          ActKind.SHIFT,
          ActKind.CLAIM,
          ActKind.ACCUSE,
          ActKind.PROMISE,
          ActKind.THREATEN,
          ActKind.COMMIT,
          ActKind.INCIDENT,
          ActKind.CHANGE_OF_GOVERNMENT);

  /** The acts that refer to the agenda and to deadlines alone, which no free act changes. */
  private static final Set<ActKind> STEADY =
      EnumSet.of(
          ActKind.OPEN_ROUND,
          ActKind.CLOSE_ROUND,
          ActKind.BREAK_OFF,
          ActKind.ABANDON,
          ActKind.DECLARE_IMPASSE,
          ActKind.SET_DEADLINE,
          ActKind.EXTEND_DEADLINE,
          ActKind.SEND_DELEGATION,
          ActKind.ATTEST,
          ActKind.PRESS);

  private final Map<Object, Integer> mentioned = new HashMap<>();
  private final Map<Integer, Set<Object>> instead = new HashMap<>();
  private Chronicle read = Chronicle.EMPTY;
  private int bound;
  private boolean amended;

  /**
   * Says whether no entry after one can miss what it says, or be barred by what is said instead of
   * it.
   *
   * @param told the entry
   * @param instead the move in its place, or empty when it is denied, cancelled, or no longer so
   */
  synchronized boolean isFree(Chronicle chronicle, Entry.Told told, Optional<Move> instead) {
    if (!read.begins(chronicle)) {
      mentioned.clear();
      this.instead.clear();
      read = Chronicle.EMPTY;
      bound = 0;
      amended = false;
    }
    chronicle.after(read.size()).forEach(this::read);
    read = chronicle;
    int entry = told.id().number();
    if (amended || bound >= entry || !FREE.contains(told.move().act().kind())) {
      return false;
    }
    if (isMentionedAfter(entry, told.move().act().brings())
        || isMentionedAfter(entry, this.instead.getOrDefault(entry, Set.of()))) {
      return false;
    }
    return instead.isEmpty()
        || FREE.contains(instead.get().act().kind())
            && instead.get().act().answers().isEmpty()
            && mentions(instead.get()).isEmpty();
  }

  private boolean isMentionedAfter(int entry, Iterable<Object> things) {
    for (Object thing : things) {
      if (isMentionedAfter(entry, thing)
          || thing instanceof Offer offer && isMentionedAfter(entry, offer.text())) {
        return true;
      }
    }
    return false;
  }

  private boolean isMentionedAfter(int entry, Object thing) {
    return mentioned.getOrDefault(thing, 0) > entry;
  }

  private void read(Entry entry) {
    Optional<Move> tells = entry.tells();
    if (tells.isEmpty()) {
      return;
    }
    int number = entry.id().number();
    Move move = tells.get();
    ActKind kind = move.act().kind();
    amended = amended || kind.amendsAgenda();
    if (!FREE.contains(kind) && !STEADY.contains(kind)) {
      bound = number;
    }
    mentions(move).forEach(thing -> mentioned.put(thing, number));
    if (entry instanceof Entry.Corrected corrected) {
      instead
          .computeIfAbsent(corrected.target().number(), target -> new LinkedHashSet<>())
          .addAll(move.act().brings());
    }
  }

  /** Returns what a move names that an earlier one brought. */
  private static Set<Object> mentions(Move move) {
    Set<Object> all = new LinkedHashSet<>(move.act().answers());
    for (Object brought : move.act().brings()) {
      if (brought instanceof Provisions text) {
        text.replaces().ifPresent(all::add);
        text.amends().ifPresent(all::add);
      }
    }
    return all;
  }
}
