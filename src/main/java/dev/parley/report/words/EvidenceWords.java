package dev.parley.report.words;

import com.google.common.base.Enums;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multiset;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Finding;
import dev.parley.talks.Law;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who says what, side by side: contests, claims, accounts, and what a record's laws remark. */
public final class EvidenceWords {
  private final Negotiation negotiation;
  private final ImmutableList<Account> accounts;
  private final ImmutableListMultimap<EntryId, Finding> findings;
  private final Names names;
  private final ListMultimap<Claim, EntryId> by =
      MultimapBuilder.linkedHashKeys().arrayListValues().build();
  private final Set<EntryId> denied = new HashSet<>();
  private final ImmutableList<Contest> contests;
  private final Multiset<String> questions = HashMultiset.create();

  /** Reads a record; its accounts and the findings by entry were made beside it. */
  public EvidenceWords(
      Wording wording,
      ImmutableList<Account> accounts,
      ImmutableListMultimap<EntryId, Finding> findings) {
    this.negotiation = wording.negotiation();
    this.accounts = accounts;
    this.findings = findings;
    this.names = wording.names();
    wording
        .citations()
        .readings()
        .forEach(
            r -> {
              r.move().act().value(Shape.CLAIM).ifPresent(c -> by.put(c, r.id()));
              if (r.denied()) {
                denied.add(r.id());
              }
            });
    contests = negotiation.contests();
    contests.forEach(c -> questions.add(normal(c.about())));
  }

  /** {@return the section: what is contested, what is claimed, what adds up} */
  Section section() {
    return Section.of(
        "evidence",
        "Who says what",
        ImmutableListMultimap.<String, String>builder()
            .putAll("contested", contests())
            .putAll("claimed", otherClaims())
            .putAll("accounts", accounts())
            .build());
  }

  /** Returns the entries that make the claims of a contest. */
  public List<EntryId> entries(Contest contest) {
    return contest.claims().stream().flatMap(c -> by.get(c).stream()).sorted().toList();
  }

  /** Returns one line for each question on which there are answers that cannot all be true. */
  public List<String> contests() {
    return contested().stream()
        .map(c -> c.question() + ": " + String.join("; ", c.answers()))
        .toList();
  }

  /**
   * Answers that cannot all be true.
   *
   * @param question what they answer, and whom it concerns where another contest has that question
   * @param answers each with who says so, and where
   */
  public record Contested(String question, List<String> answers) {}

  /** Returns the answers that cannot all be true, contest by contest. */
  public List<Contested> contested() {
    return contests.stream()
        .map(
            c ->
                new Contested(
                    PlainText.safe(c.about()) + concerning(c),
                    c.claims().stream().map(this::answer).toList()))
        .toList();
  }

  /** Returns whom a contest concerns, where that tells it from another; else nothing. */
  public String concerning(Contest contest) {
    return questions.count(normal(contest.about())) < 2
        ? ""
        : contest
            .concerning()
            .map(whom -> ", concerning " + names.party(whom))
            .orElse(", concerning no one in particular");
  }

  private static String normal(String question) {
    return PlainText.readable(question).toLowerCase(Locale.ROOT);
  }

  /** Returns the claims that nobody contests, those that answer one question together. */
  public List<String> otherClaims() {
    Set<Claim> contested = new HashSet<>();
    contests.forEach(c -> contested.addAll(c.claims()));
    Map<String, List<Claim>> byQuestion = new LinkedHashMap<>();
    for (Claim claim : by.keySet()) {
      if (!contested.contains(claim)) {
        byQuestion.computeIfAbsent(normal(claim.about()), q -> new ArrayList<>()).add(claim);
      }
    }
    return byQuestion.values().stream()
        .map(
            claims ->
                PlainText.safe(claims.get(0).about())
                    + ": "
                    + claims.stream().map(this::answer).collect(Collectors.joining("; ")))
        .toList();
  }

  private String answer(Claim claim) {
    return names.claim(claim)
        + (denied.containsAll(by.get(claim)) ? ", denied since" : "")
        + " "
        + Names.entries(by.get(claim));
  }

  public List<String> accounts() {
    List<String> lines = new ArrayList<>();
    for (Account account : accounts) {
      lines.add(
          "%s (%s): %s"
              .formatted(
                  PlainText.safe(account.name()),
                  PlainText.safe(account.unit()),
                  PlainText.safe(
                      account.reconcile(negotiation.situation().policy().about()).describe())));
    }
    return lines;
  }

  public List<String> findings() {
    return findings.entries().stream()
        .map(
            e ->
                "%s %s %s: %s. %s."
                    .formatted(
                        e.getKey(),
                        e.getValue().severity() == Finding.Severity.REFUSE
                            ? "breaks"
                            : "is remarked by",
                        rule(e.getValue()),
                        PlainText.safe(e.getValue().message()),
                        PlainText.safe(e.getValue().hint())))
        .toList();
  }

  /** A law in its own words, a rule by its name. */
  private static String rule(Finding finding) {
    return Enums.getIfPresent(Law.class, finding.rule())
        .transform(law -> "the law that " + law.sentence())
        .or(PlainText.safe(finding.rule()));
  }
}
