package dev.parley.report;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Contest;
import dev.parley.talks.Communicative;
import dev.parley.talks.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who says what, side by side: contests, claims, accounts, and what a record's laws remark. */
final class Evidence {
  private final Transcript transcript;
  private final Names names;
  private final Map<Claim, String> claims = new LinkedHashMap<>();
  private final ImmutableList<Contest> contests;

  Evidence(Transcript transcript, Deeds deeds) {
    this.transcript = transcript;
    this.names = deeds.names();
    deeds
        .citations()
        .readings()
        .forEach(
            r -> {
              if (r.move().act() instanceof Communicative.MakeClaim made) {
                claims.merge(made.claim(), r.id().toString(), (a, b) -> a + " " + b);
              }
            });
    contests = transcript.negotiation().contests();
  }

  List<String> contests() {
    return contests.stream()
        .map(
            contest ->
                "%s: %s"
                    .formatted(
                        Text.safe(contest.about()),
                        contest.claims().stream()
                            .map(this::answer)
                            .collect(Collectors.joining("; "))))
        .toList();
  }

  /** Returns the answers that cannot all be true, by what they are about. */
  Map<String, List<String>> contested() {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    contests.forEach(
        c -> answers.put(Text.safe(c.about()), c.claims().stream().map(this::answer).toList()));
    return answers;
  }

  /** Returns the claims that nobody contests, those that answer one question together. */
  List<String> otherClaims() {
    Set<Claim> contested = new HashSet<>();
    contests.forEach(c -> contested.addAll(c.claims()));
    Map<String, List<String>> byQuestion = new LinkedHashMap<>();
    for (Claim claim : claims.keySet()) {
      if (!contested.contains(claim)) {
        byQuestion
            .computeIfAbsent(Text.safe(claim.about()), q -> new ArrayList<>())
            .add(answer(claim));
      }
    }
    return byQuestion.entrySet().stream()
        .map(e -> e.getKey() + ": " + String.join("; ", e.getValue()))
        .toList();
  }

  private String answer(Claim claim) {
    return names.claim(claim) + " " + claims.get(claim);
  }

  List<String> accounts() {
    List<String> lines = new ArrayList<>();
    for (Account account : transcript.accounts()) {
      lines.add(
          "%s (%s): %s"
              .formatted(
                  Text.safe(account.name()),
                  Text.safe(account.unit()),
                  Text.safe(
                      account
                          .reconcile(transcript.negotiation().situation().policy().about())
                          .describe())));
    }
    return lines;
  }

  List<String> findings() {
    return transcript.findings().entries().stream()
        .map(
            e ->
                "%s %s %s: %s. %s."
                    .formatted(
                        e.getKey(),
                        e.getValue().severity() == Finding.Severity.REFUSE
                            ? "breaks"
                            : "is remarked by",
                        Text.safe(e.getValue().rule()),
                        Text.safe(e.getValue().message()),
                        Text.safe(e.getValue().hint())))
        .toList();
  }
}
