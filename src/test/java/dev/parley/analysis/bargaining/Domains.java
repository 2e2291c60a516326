package dev.parley.analysis.bargaining;

import com.google.common.io.Resources;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The domains of known answers, read from the resources beside this class. */
final class Domains {
  private Domains() {}

  /** Returns the lines of a resource, without its comment, split at blanks. */
  static List<List<String>> lines(String resource) {
    try {
      return Resources.readLines(
              Resources.getResource(Domains.class, resource), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the problem of a domain. */
  static BargainingProblem read(String resource) {
    Map<String, List<List<String>>> parties = new LinkedHashMap<>();
    List<List<String>> current = new ArrayList<>();
    Map<String, String> reserved = new LinkedHashMap<>();
    for (List<String> line : lines(resource)) {
      if (line.get(0).equals("party")) {
        current = new ArrayList<>();
        parties.put(line.get(1), current);
        reserved.put(line.get(1), line.get(2));
      } else {
        current.add(line);
      }
    }
    OutcomeSpace space = space(current.size(), current.get(0).size() - 2);
    List<Profile> profiles = new ArrayList<>();
    parties.forEach((p, rows) -> profiles.add(profile(space, p, rows, reserved.get(p))));
    return BargainingProblem.of(space, profiles);
  }

  private static OutcomeSpace space(int issues, int values) {
    String[] names = IntStream.range(0, values).mapToObj(v -> "v" + v).toArray(String[]::new);
    List<Issue> all = new ArrayList<>();
    for (int i = 1; i <= issues; i++) {
      all.add(Issue.of("issue" + i, Scale.options(names)));
    }
    return OutcomeSpace.of(all);
  }

  private static Profile profile(
      OutcomeSpace space, String party, List<List<String>> rows, String reserved) {
    AdditiveProfile.Builder profile = AdditiveProfile.on(space, party).reservation(reserved);
    for (List<String> row : rows) {
      Evaluation.Table table = Evaluation.table();
      for (int v = 0; v < row.size() - 2; v++) {
        table = table.value("v" + v, row.get(v + 2));
      }
      profile.issue(row.get(0), row.get(1), table);
    }
    return profile.build();
  }

  /** Returns the same problem with functions that count units in place of additive profiles. */
  static BargainingProblem counted(BargainingProblem problem) {
    List<Profile> profiles = new ArrayList<>();
    for (Profile profile : problem.profiles()) {
      AdditiveProfile additive = (AdditiveProfile) profile;
      ScaledProfile scaling = ScaledProfile.of(additive);
      long[][] tables = scaling.inLongs().orElseThrow();
      profiles.add(
          FunctionProfile.counted(
                  problem.space(),
                  profile.party().text(),
                  scaling.unit().longValueExact(),
                  cursor -> {
                    long sum = 0;
                    for (int i = 0; i < tables.length; i++) {
                      sum += tables[i][(int) cursor.index(i)];
                    }
                    return sum;
                  })
              .withReservation(profile.reservation().orElseThrow()));
    }
    return BargainingProblem.of(problem.space(), profiles);
  }

  /** Returns the same problem with functions of terms in place of additive profiles. */
  static BargainingProblem valued(BargainingProblem problem) {
    List<Profile> profiles = new ArrayList<>();
    for (Profile profile : problem.profiles()) {
      FunctionProfile valued =
          FunctionProfile.of(problem.space(), profile.party().text(), profile::utility);
      profiles.add(profile.reservation().map(valued::withReservation).orElse(valued));
    }
    return BargainingProblem.of(problem.space(), profiles);
  }
}
