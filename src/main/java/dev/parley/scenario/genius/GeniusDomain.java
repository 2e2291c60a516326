package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A negotiation domain: a name and its issues, with the identifiers that Parley gives them ({@code
 * External Monitor} becomes {@code external-monitor}). Immutable.
 *
 * @param name the name as written
 * @param issues the issues in the order of the file
 */
public record GeniusDomain(String name, ImmutableList<GeniusDomain.GeniusIssue> issues) {
  /**
   * An issue of a domain, with its names as the file has them: {@code Custom, Printed} is a value
   * of GENIUS, where Parley's scale says {@code Custom; Printed}, since its names hold no comma.
   * Immutable.
   *
   * @param issue the issue, its name as written
   * @param kind what GENIUS calls its type
   * @param values the values as written, in the order of the scale; empty but for discrete issues
   */
  public record GeniusIssue(Issue issue, Kind kind, ImmutableList<String> values) {
    /** What GENIUS calls the type of an issue. */
    public enum Kind {
      /** Named values without order. */
      DISCRETE,
      /** Whole numbers from a lower to an upper bound. */
      INTEGER,
      /**
       * Real numbers from a lower to an upper bound, of which GENIUS itself looks at {@value
       * GeniusIssue#POINTS}, evenly spaced.
       */
      REAL,
      /** Decimal numbers from a low to a high by a step, in GeniusWeb. */
      NUMBER
    }

    /** How many points of a real issue GENIUS looks at. */
    public static final int POINTS = 21;

    /** Returns the value of the scale that was written so. */
    String onScale(String written) {
      int place = values.indexOf(written);
      if (place < 0) {
        throw new GeniusException(
            "issue (%s) has no value (%s). Values: %s"
                .formatted(issue.name(), written, String.join(" | ", values)));
      }
      return ((Scale.Options) issue.scale()).names().get(place);
    }

    /** Returns a quantity's scale. */
    Scale.Quantity quantity() {
      return (Scale.Quantity) issue.scale();
    }
  }

  /**
   * {@return the domain of an outcome space of one's own, to be written}
   *
   * @param name a name
   * @param space the outcomes; options become discrete issues, quantities by steps of 1 integers,
   *     other quantities numbers, which GeniusWeb alone has
   * @throws GeniusException if an issue has levels or a checklist, which neither tool has
   */
  public static GeniusDomain of(String name, OutcomeSpace space) {
    return new GeniusDomain(
        name,
        space.issues().stream().map(GeniusDomain::issue).collect(ImmutableList.toImmutableList()));
  }

  private static GeniusIssue issue(Issue issue) {
    if (issue.scale() instanceof Scale.Options options) {
      return new GeniusIssue(issue, Kind.DISCRETE, options.names());
    }
    if (issue.scale() instanceof Scale.Quantity quantity) {
      boolean whole =
          quantity.step().compareTo(BigDecimal.ONE) == 0 && quantity.least().scale() == 0;
      return new GeniusIssue(issue, whole ? Kind.INTEGER : Kind.NUMBER, ImmutableList.of());
    }
    throw new GeniusException(
        issue.scale() instanceof Scale.Levels
            ? "issue (%s) has levels in order (%s), and GENIUS knows named values without order only: declare them as options to write them"
                .formatted(issue.id(), issue.scale().brief())
            : "issue (%s) is a checklist (%s), for which GENIUS has no type: declare an option for each set that matters"
                .formatted(issue.id(), issue.scale().brief()));
  }

  /** {@return all outcomes: the space over the issues} */
  public OutcomeSpace space() {
    return OutcomeSpace.of(issues.stream().map(GeniusIssue::issue).toList());
  }

  /**
   * {@return an agenda with these issues}
   *
   * @param parties identifiers of two principals or more
   */
  public Agenda agenda(String... parties) {
    Agenda.Builder agenda = Agenda.builder();
    for (String party : parties) {
      agenda.principal(party, party);
    }
    issues.forEach(i -> agenda.issue(i.issue()));
    return agenda.build();
  }

  /**
   * {@return an issue by the name it has in the file}
   *
   * @param written the name
   * @throws GeniusException if there is none
   */
  public GeniusIssue issue(String written) {
    return issues.stream()
        .filter(i -> i.issue().name().equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                new GeniusException(
                    "domain (%s) has no issue (%s). Issues: %s"
                        .formatted(
                            name,
                            written,
                            String.join(
                                " | ", issues.stream().map(i -> i.issue().name()).toList()))));
  }

  /** Makes an issue of a file: an identifier of its own, and a scale. */
  static final class Naming {
    private final Set<String> names = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    GeniusIssue discrete(String name, List<String> values) {
      try {
        String[] onScale =
            values.stream().map(v -> v.strip().replace(',', ';')).toArray(String[]::new);
        return new GeniusIssue(
            named(name, Scale.options(onScale)), Kind.DISCRETE, ImmutableList.copyOf(values));
      } catch (IllegalArgumentException e) {
        throw new GeniusException("issue (%s): %s".formatted(name, e.getMessage()), e);
      }
    }

    GeniusIssue quantity(
        String name, Kind kind, BigDecimal least, BigDecimal most, BigDecimal step) {
      try {
        return new GeniusIssue(
            named(name, new Scale.Quantity(least, most, step, "units")), kind, ImmutableList.of());
      } catch (IllegalArgumentException e) {
        throw new GeniusException("issue (%s): %s".formatted(name, e.getMessage()), e);
      }
    }

    private Issue named(String name, Scale scale) {
      if (name.isBlank()) {
        throw new GeniusException("an issue has no name, or a blank one (%s)".formatted(name));
      }
      if (!names.add(name)) {
        throw new GeniusException("issue (%s) appears twice in the domain".formatted(name));
      }
      String base = identifier(name);
      String id = base;
      for (int i = 2; !taken.add(id); i++) {
        id = base + "-" + i;
      }
      return Issue.builder().id(IssueId.of(id)).name(name).scale(scale).build();
    }

    private static String identifier(String name) {
      String text =
          name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      String whole = text.isEmpty() || !Character.isLetter(text.charAt(0)) ? "issue-" + text : text;
      String cut = whole.length() > 70 ? whole.substring(0, 70) : whole;
      return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
  }
}
