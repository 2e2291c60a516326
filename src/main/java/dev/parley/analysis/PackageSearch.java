package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.analysis.Packages.Unknown;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Negotiation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Searches for the packages that would close a deal. */
final class PackageSearch {
  /** In so many steps it is tried whether a package holds another. */
  private static final int MINIMAL = 10_000;

  private final Negotiation negotiation;
  private final Scope scope;
  private final Linkage linkage;
  private final IssueOptions choices;
  private final List<List<Option>> variables;
  private final List<String> limits = new ArrayList<>();

  PackageSearch(Negotiation negotiation, Linkage linkage, Scope scope) {
    this.negotiation = negotiation;
    this.scope = scope;
    this.linkage = linkage;
    choices = new IssueOptions(negotiation, scope);
    variables = choices.options();
    limits.addAll(choices.limits());
    variables.add(reliefs());
  }

  /** The sets of reliefs that free everything are one choice more, made after those of values. */
  private List<Option> reliefs() {
    SmallestSets<Relief> sets = linkage.reliefs(EnumSet.allOf(Relief.Kind.class), scope.sets());
    if (!sets.complete()) {
      limits.add(
          "stopped after %s sets of commitments to be freed: sets found: %s, and there may be more, none smaller than %s. Allow more sets"
              .formatted(
                  CandidateValues.grouped(BigInteger.valueOf(scope.sets())),
                  sets.sets().size(),
                  sets.lowerBound()));
    }
    return sets.sets().stream()
        .filter(s -> s.stream().allMatch(this::canBePlayed))
        .map(
            s ->
                new Option(
                    Optional.empty(),
                    s.stream().map(this::concession).collect(ImmutableList.toImmutableList()),
                    ImmutableList.of()))
        .toList();
  }

  /** Only what gets a value, or has one, can be delivered in instalments. */
  private boolean canBePlayed(Relief relief) {
    Optional<IssueId> issue = commitment(relief).issue();
    return relief.kind() != Relief.Kind.SPLIT
        || choices.issues().stream().map(Issue::id).anyMatch(i -> issue.equals(Optional.of(i)));
  }

  private Commitment commitment(Relief relief) {
    return java.util.Objects.requireNonNull(linkage.commitments().get(relief.commitment()));
  }

  private Concession concession(Relief relief) {
    ImmutableSortedSet.Builder<EntryId> entries = ImmutableSortedSet.naturalOrder();
    for (ImmutableSet<Precondition> alternative :
        java.util.Objects.requireNonNull(linkage.preconditions().get(relief.commitment()))) {
      alternative.forEach(p -> p.words().forEach(w -> entries.add(w.entry())));
    }
    return new Concession.Relieved(
        commitment(relief).by(),
        relief,
        commitment(relief).issue(),
        scope.weights().of(relief.kind()),
        entries.build().asList());
  }

  Packages search() {
    Packages.Builder result = Packages.builder();
    ImmutableList<Unknown> unknown = choices.unknown();
    result.addAllUnknown(unknown).addAllClashes(choices.clashes());
    if (!choices.clashes().isEmpty()) {
      return result.addAllLimits(limits).more(false).verdict(Packages.Verdict.NOT_CLOSABLE).build();
    }
    List<List<Concession>> found = new ArrayList<>();
    List<ClosingPackage> packages = new ArrayList<>();
    CheapestFirst combinations = new CheapestFirst(variables, scope.combinations());
    boolean more = false;
    for (CheapestFirst.Found next = combinations.next();
        next != null && !more;
        next = more ? null : combinations.next()) {
      List<Concession> concessions = concessions(next);
      if (found.stream().noneMatch(f -> includes(concessions, f)) && isMinimal(next, concessions)) {
        more = found.size() == scope.first();
        if (!more) {
          found.add(concessions);
          packages.add(closing(next, concessions));
        }
      }
    }
    if (combinations.isCut() && !more) {
      limits.add(stopped(found.size()));
    }
    return result
        .addAllFirst(packages)
        .more(more || combinations.isCut() || !limits.isEmpty())
        .addAllLimits(limits)
        .verdict(verdict(packages, unknown))
        .build();
  }

  /**
   * Whether no other combination asks only what a package asks, and less. Those that cost less were
   * found before; one that costs as much may come after.
   */
  private boolean isMinimal(CheapestFirst.Found one, List<Concession> concessions) {
    Set<Option> within = Sets.newIdentityHashSet();
    boolean choice = false;
    for (int v = 0; v < variables.size(); v++) {
      List<Concession> own = concessions(v, one.options());
      int before = within.size();
      for (Option option : variables.get(v)) {
        if (includes(own, option.concessions)) {
          within.add(option);
        }
      }
      choice |= within.size() > before + 1;
    }
    if (!choice) {
      return true;
    }
    CheapestFirst others = new CheapestFirst(variables, within::contains, MINIMAL);
    for (CheapestFirst.Found other = others.next();
        other != null
            && (other.largest() < one.largest()
                || other.largest() == one.largest() && other.total() <= one.total());
        other = others.next()) {
      List<Concession> less = concessions(other);
      if (includes(concessions, less) && !includes(less, concessions)) {
        return false;
      }
    }
    if (others.isCut()) {
      limits.add(
          "whether a package could ask less was tried in %s steps and not decided: one that is listed may hold another. Settle some issues first"
              .formatted(CandidateValues.grouped(BigInteger.valueOf(MINIMAL))));
    }
    return true;
  }

  private String stopped(int found) {
    BigInteger all = BigInteger.ONE;
    for (List<Option> options : variables) {
      all = all.multiply(BigInteger.valueOf(options.size()));
    }
    return "stopped after %s steps of a search among %s combinations: packages found: %s, and there may be more. Allow more combinations, or settle some issues first"
        .formatted(
            CandidateValues.grouped(BigInteger.valueOf(scope.combinations())),
            CandidateValues.grouped(all),
            found);
  }

  private Packages.Verdict verdict(List<ClosingPackage> packages, List<Unknown> unknown) {
    if (packages.isEmpty()) {
      return Packages.Verdict.NOT_FOUND;
    }
    if (unknown.isEmpty()) {
      return Packages.Verdict.CLOSABLE;
    }
    return choices.issues().isEmpty() && linkage.blocked().isEmpty()
        ? Packages.Verdict.CANNOT_TELL
        : Packages.Verdict.AS_FAR_AS_STATED;
  }

  private List<Concession> concessions(CheapestFirst.Found found) {
    List<Concession> all = new ArrayList<>();
    for (int v = 0; v < variables.size(); v++) {
      all.addAll(concessions(v, found.options()));
    }
    return all;
  }

  private List<Concession> concessions(int variable, ImmutableIntArray options) {
    Option option = variables.get(variable).get(options.get(variable));
    List<Concession> own = new ArrayList<>(option.concessions);
    for (Option.Proviso proviso : option.provisos) {
      if (CheapestFirst.fails(proviso, options.toArray())) {
        own.add(proviso.otherwise());
      }
    }
    return own;
  }

  /** Whether a package asks all that another does, or more. */
  private static boolean includes(List<Concession> larger, List<Concession> smaller) {
    Set<Concession> same = new HashSet<>(larger);
    return smaller.stream()
        .allMatch(s -> same.contains(s) || larger.stream().anyMatch(l -> l.includes(s)));
  }

  private ClosingPackage closing(CheapestFirst.Found found, List<Concession> concessions) {
    ImmutableMap.Builder<IssueId, Value> values = ImmutableMap.builder();
    for (int v = 0; v < choices.issues().size(); v++) {
      IssueId issue = choices.issues().get(v).id();
      variables
          .get(v)
          .get(found.options().get(v))
          .value
          .ifPresent(value -> values.put(issue, value));
    }
    ImmutableMap<IssueId, Value> terms = values.buildOrThrow();
    return ClosingPackage.builder()
        .terms(terms.isEmpty() ? Optional.empty() : Optional.of(Terms.of(terms)))
        .addAllConcessions(concessions)
        .largest(Option.size(found.largest()))
        .total(Option.size(found.total()))
        .addAllBalances(
            negotiation.agenda().principals().stream().map(p -> balance(p, concessions)).toList())
        .build();
  }

  private ClosingPackage.Balance balance(ActorId party, List<Concession> concessions) {
    return new ClosingPackage.Balance(
        party,
        sum(concessions, c -> c.by().equals(party)),
        sum(concessions, c -> !c.by().equals(party) && serves(c, party)));
  }

  private static java.math.BigDecimal sum(
      List<Concession> concessions, Predicate<Concession> which) {
    long sum = 0;
    for (Concession concession : concessions) {
      sum += which.test(concession) ? Option.units(concession.size()) : 0;
    }
    return Option.size(sum);
  }

  private boolean serves(Concession concession, ActorId party) {
    if (concession instanceof Concession.NewValue value) {
      return choices.isStated(party, value.issue());
    }
    if (concession instanceof Concession.WithoutCondition value) {
      return choices.isStated(party, value.issue());
    }
    String freed = ((Concession.Relieved) concession).relief().commitment();
    return linkage.commitments().values().stream()
        .filter(c -> c.by().equals(party))
        .anyMatch(
            c ->
                java.util.Objects.requireNonNull(linkage.preconditions().get(c.name())).stream()
                    .anyMatch(a -> a.stream().anyMatch(p -> p.on().equals(freed))));
  }
}
