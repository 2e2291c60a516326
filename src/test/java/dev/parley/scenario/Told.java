package dev.parley.scenario;

import static java.util.Objects.requireNonNull;

import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Step;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Communicative;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Settlement;
import dev.parley.talks.Stage;
import java.nio.file.Path;
import java.util.List;

/** What an example tells, asked by the labels in its file. */
record Told(Scenario scenario) {
  static Told by(String example) {
    return new Told(Scenario.read(Path.of("examples", example + ".yaml")));
  }

  Negotiation talks() {
    return scenario.negotiation();
  }

  EntryId entry(String label) {
    return requireNonNull(scenario.labels().get(label), label).entry();
  }

  Negotiation at(String label) {
    return talks().asKnownAt(entry(label));
  }

  Stage stageAt(String label) {
    return at(label).situation().stage();
  }

  Reading reading(EntryId id) {
    return talks().chronicle().readings().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a party's step on an issue in a round: its kind, and its size where there is one. */
  String step(int round, String party, String issue) {
    List<Step> steps =
        talks().round(round).steps().stream()
            .filter(s -> s.party().text().equals(party))
            .filter(s -> s.issue().filter(i -> i.text().equals(issue)).isPresent())
            .toList();
    return steps.stream()
        .map(s -> s.kind() + s.size().map(n -> " " + n.toPlainString()).orElse(""))
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  /** Returns the answers to a contested question, in order. */
  List<String> contested(String about) {
    List<Claim> claims =
        talks().chronicle().readings().stream()
            .flatMap(
                r ->
                    r.move().act() instanceof Communicative.MakeClaim made
                        ? java.util.stream.Stream.of(made.claim())
                        : java.util.stream.Stream.of())
            .toList();
    return Contest.among(claims, talks().situation().policy().about()).stream()
        .filter(c -> c.about().equals(about))
        .flatMap(c -> c.claims().stream())
        .map(c -> c.says() + " by " + c.source().id())
        .toList();
  }

  /** Returns what became of the demand that asks on an issue alone. */
  List<Settlement.Extent> settled(String issue) {
    return talks().situation().settlements().stream()
        .filter(s -> s.demand().asks().keySet().iterator().next().text().equals(issue))
        .map(Settlement::extent)
        .toList();
  }
}
