package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.EntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer as an answer to what it answered, corrected since: South rejected the offer of
 * 20, which was an offer of 25 as we know now, and so South rejected that one. Used for one reading
 * of the chronicle, entry by entry.
 */
final class Renaming {
  /** What something is called now, and the correction before which it had its old name. */
  private record Renamed(Object now, EntryId since) {}

  private final Map<Object, Renamed> names = new HashMap<>();
  private final Map<EntryId, Map<Object, Renamed>> starting = new HashMap<>();

  private Renaming() {}

  /** Prepares a reading that begins after the first so many entries. */
  static Renaming of(Chronicle chronicle, ImmutableList<Entry> after, int from) {
    Renaming renaming = new Renaming();
    Map<EntryId, List<Entry.Corrected>> corrections = new HashMap<>();
    int first = from;
    for (Entry entry : after) {
      if (entry instanceof Entry.Corrected corrected) {
        corrections.computeIfAbsent(corrected.target(), t -> new ArrayList<>()).add(corrected);
      }
    }
    before(chronicle, from, corrections);
    for (Map.Entry<EntryId, List<Entry.Corrected>> corrected : corrections.entrySet()) {
      EntryId target = corrected.getKey();
      Entry entry = chronicle.entry(target).orElseThrow();
      List<Entry.Corrected> all = corrected.getValue();
      Entry.Corrected last = all.get(all.size() - 1);
      if (entry instanceof Entry.Told told && last.instead().isPresent()) {
        Map<Object, Renamed> renamed = new HashMap<>();
        List<Object> now = made(last.instead().get());
        rename(made(told.move()), now, last.id(), renamed);
        for (Entry.Corrected earlier : all) {
          rename(
              earlier.instead().map(Renaming::made).orElse(ImmutableList.of()),
              now,
              last.id(),
              renamed);
        }
        if (!renamed.isEmpty()) {
          renaming.starting.put(target, renamed);
          first = Math.min(first, target.number() - 1);
        }
      }
    }
    if (first < from) {
      renaming.read(chronicle, first, from, corrections);
    }
    return renaming;
  }

  /** What was called otherwise once more before the reading begins, has these names, too. */
  private static void before(
      Chronicle chronicle, int from, Map<EntryId, List<Entry.Corrected>> corrections) {
    int first =
        corrections.keySet().stream()
            .filter(target -> target.number() <= from)
            .filter(target -> isAnswerable(chronicle, target))
            .mapToInt(EntryId::number)
            .min()
            .orElse(from);
    for (int i = first; i < from; i++) {
      if (chronicle.entry(new EntryId(i + 1)).orElse(null) instanceof Entry.Corrected earlier
          && corrections.containsKey(earlier.target())) {
        corrections.get(earlier.target()).add(0, earlier);
      }
    }
  }

  private static boolean isAnswerable(Chronicle chronicle, EntryId target) {
    return chronicle
        .entry(target)
        .flatMap(Entry::tells)
        .filter(m -> !made(m).isEmpty())
        .isPresent();
  }

  /** Reads what was brought in between two places, as it is known now. */
  private void read(
      Chronicle chronicle, int first, int to, Map<EntryId, List<Entry.Corrected>> later) {
    Map<EntryId, Entry.Corrected> earlier = new HashMap<>();
    List<Entry> between = new ArrayList<>(to - first);
    for (int i = first; i < to; i++) {
      chronicle.entry(new EntryId(i + 1)).ifPresent(between::add);
    }
    for (Entry entry : between) {
      if (entry instanceof Entry.Corrected corrected) {
        earlier.put(corrected.target(), corrected);
      }
    }
    for (Entry entry : between) {
      @Nullable List<Entry.Corrected> all = later.get(entry.id());
      Entry.@Nullable Corrected corrected =
          all == null ? earlier.get(entry.id()) : all.get(all.size() - 1);
      if (corrected != null) {
        corrected.instead().ifPresent(move -> read(entry.id(), corrected.id(), move));
      } else if (entry instanceof Entry.Told told) {
        read(told.id(), told.id(), told.move());
      }
    }
  }

  /** A text can be answered as the offer that put it forward, or by itself. */
  private static void rename(
      List<Object> was, List<Object> now, EntryId since, Map<Object, Renamed> renamed) {
    if (was.size() == now.size()) {
      for (int i = 0; i < was.size(); i++) {
        if (!was.get(i).equals(now.get(i)) && was.get(i).getClass() == now.get(i).getClass()) {
          renamed.put(was.get(i), new Renamed(now.get(i), since));
          if (was.get(i) instanceof Offer offer) {
            renamed.put(offer.text(), new Renamed(now.get(i), since));
          }
        }
      }
    }
  }

  /** What a move brings in that others can answer. */
  private static ImmutableList<Object> made(Move move) {
    return move.act().brings();
  }

  /** Returns a move as it is read, told or corrected by a certain entry. */
  Move read(EntryId id, EntryId told, Move move) {
    if (names.isEmpty() && starting.isEmpty()) {
      return move;
    }
    Naming naming = new Naming(told);
    boolean names = !move.act().answers().isEmpty() || move.act() instanceof AfterDeal;
    Move read = names || namesTexts(move) ? move.withAct(move.act().change(naming)) : move;
    ImmutableList<Object> brought = made(move);
    brought.forEach(this.names::remove);
    this.names.putAll(starting.getOrDefault(id, Map.of()));
    if (naming.since != null) {
      rename(brought, made(read), naming.since, this.names);
    }
    return read;
  }

  /** Says whether what a move brings in is to take the place of something else, or waits for it. */
  private static boolean namesTexts(Move move) {
    return made(move).stream()
        .anyMatch(
            made ->
                made instanceof Provisions text
                    && (text.replaces().isPresent()
                        || text.amends().isPresent()
                        || text.inForce().event().isPresent()
                        || !text.undertakings().isEmpty()));
  }

  /** Names what was corrected since as it is called now. */
  private final class Naming implements Shape.Mapping {
    private final EntryId told;
    private @Nullable EntryId since;

    Naming(EntryId told) {
      this.told = told;
    }

    private @Nullable Object now(Object named) {
      Renamed renamed = names.get(named);
      if (renamed == null || told.number() >= renamed.since().number()) {
        return null;
      }
      since = renamed.since();
      return renamed.now();
    }

    @Override
    public Offer standingOffer(Offer offer) {
      return now(offer) instanceof Offer now ? now : offer;
    }

    @Override
    public Demand standingDemand(Demand demand) {
      return now(demand) instanceof Demand now ? now : demand;
    }

    @Override
    public Text standingText(Text text) {
      Object read = now(text);
      return read instanceof Text now ? now : read instanceof Offer offer ? offer.text() : text;
    }

    @Override
    public Obligation obligation(Obligation obligation) {
      Text now = standingText(obligation.under());
      return now.equals(obligation.under())
          ? obligation
          : new Obligation(now, undertaking(now, obligation), obligation.owedTo());
    }

    @Override
    public ImmutableList<Offer> offers(ImmutableList<Offer> offers) {
      return offers.stream()
          .map(
              offer ->
                  offer
                      .withReplaces(offer.replaces().map(this::standingText))
                      .withAmends(offer.amends().map(this::standingText))
                      .withInForce(inForce(offer.inForce()))
                      .withUndertakings(undertakings(offer)))
          .collect(toImmutableList());
    }

    @Override
    public Text text(Text text) {
      return text.withReplaces(text.replaces().map(this::standingText))
          .withAmends(text.amends().map(this::standingText))
          .withInForce(inForce(text.inForce()))
          .withUndertakings(undertakings(text));
    }

    private EntryIntoForce inForce(EntryIntoForce entry) {
      return new EntryIntoForce(
          entry.ratifiers(), entry.date(), entry.event().map(this::trigger), entry.provisionally());
    }

    private ImmutableList<Undertaking> undertakings(Provisions text) {
      return text.undertakings().stream()
          .map(u -> u.withTrigger(trigger(u.trigger())))
          .collect(toImmutableList());
    }

    private Trigger trigger(Trigger trigger) {
      return trigger instanceof Trigger.After after
          ? new Trigger.After(
              after.instalment(), after.under().map(this::standingText), after.later())
          : trigger;
    }
  }

  /** What is undertaken by that name in a text as it is known now. */
  private static Undertaking undertaking(Text now, Obligation obligation) {
    Undertaking was = obligation.undertaking();
    return now.undertakings().stream()
        .filter(u -> u.name().equals(was.name()))
        .findFirst()
        .orElseGet(
            () ->
                was.terms().filter(t -> now.terms().issues().containsAll(t.issues())).isPresent()
                    ? was.withTerms(now.terms().only(was.terms().get().issues()))
                    : was);
  }
}
