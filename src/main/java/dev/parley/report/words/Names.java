package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Position;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What things are called on an agenda, in words that are safe to print.
 *
 * @param agenda the agenda, as amended
 * @param sources the sources of the record, by identifier: a source that is known via another names
 *     it by its identifier
 */
public record Names(Agenda agenda, ImmutableMap<String, Source> sources) {
  public Names(Agenda agenda, Collection<Source> sources) {
    this(
        agenda,
        sources.stream()
            .collect(ImmutableMap.toImmutableMap(Source::id, s -> s, (first, second) -> first)));
  }

  public String party(ActorId id) {
    return PlainText.safe(agenda.nameOf(id));
  }

  public String parties(Collection<ActorId> ids) {
    return some(ids.stream().map(this::party).toList());
  }

  public String issue(IssueId id) {
    return PlainText.safe(agenda.issue(id).map(Issue::name).orElse(id.text()));
  }

  public String issues(Collection<IssueId> ids) {
    return ids.stream().map(this::issue).collect(Collectors.joining(", "));
  }

  public String source(Source source) {
    return PlainText.safe(read(source).describe(agenda::nameOf));
  }

  public String claim(Claim claim) {
    return PlainText.safe(claim.withSource(read(claim.source())).describe(agenda::nameOf));
  }

  /** Returns what somebody claims who is named before it: the question, the answer, the source. */
  public String claimed(Claim claim, boolean isReported) {
    String about = PlainText.safe(claim.about());
    if (claim.says() instanceof Claim.Answer.YesOrNo answer) {
      String rest = claim(claim).substring(answer.describe().length());
      return (answer == Claim.Answer.YesOrNo.YES ? "confirms: \"" : "denies: \"")
          + about
          + "\""
          + rest;
    }
    return capital(about) + (isReported ? ", as reported: " : ": ") + claim(claim);
  }

  /** Names the outlet through which a source is known, where it is another source. */
  private Source read(Source source) {
    return source
        .via()
        .map(sources::get)
        .flatMap(Source::name)
        .filter(outlet -> !outlet.equals(source.id()))
        .map(source::withVia)
        .orElse(source);
  }

  /** Returns "a", "a and b", "a, b and c". */
  public static String all(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** So many are named one by one; of more, the rest is counted. */
  private static final int NAMED = 12;

  /** Returns "a, b and c"; of more than twelve, the first twelve "and 3 more". */
  public static String some(List<String> words) {
    return words.size() <= NAMED
        ? all(words)
        : String.join(", ", words.subList(0, NAMED))
            + String.format(Locale.ROOT, " and %,d more", words.size() - NAMED);
  }

  /** Returns a count as a reporter writes it: in words up to twelve. */
  public static String number(int count) {
    return count >= 0 && count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
  }

  private static final ImmutableList<String> NUMBERS =
      ImmutableList.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** Returns a date as it follows a verb: "on 2 January 2025", "in May 2013"; blank if unknown. */
  public static String on(When when) {
    if (when.isUnknown()) {
      return "";
    }
    String date = when.describe();
    if (when.isInterval()) {
      return date.startsWith("until ")
          ? "by " + date.substring("until ".length())
          : when.latest().isPresent() ? "at some time " + date : date;
    }
    if (when.isApproximate()) {
      return date;
    }
    return (when.earliest().equals(when.latest()) ? "on " : "in ") + date;
  }

  public static String entries(Collection<EntryId> ids) {
    return ids.stream().map(EntryId::toString).collect(Collectors.joining(" "));
  }

  /** Returns a constant as words: {@code AGREED_IN_PRINCIPLE} as "agreed in principle". */
  public static String words(Enum<?> constant) {
    return Listed.word(constant);
  }

  /** {@return what a position rests on, as people say it: "in a package"} */
  public static String mark(Position.Mark mark) {
    return switch (mark) {
      case AD_REFERENDUM -> "ad referendum";
      case IN_PACKAGE -> "in a package";
      case CONDITIONAL -> "conditional";
    };
  }

  /** Returns a text that begins with a capital. */
  public static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Returns the name of a deadline, an obligation or an instalment as words: "first half". */
  public static String label(String name) {
    return PlainText.safe(name.replace('-', ' '));
  }

  /**
   * Returns what is asked in words alone; a record says "not stated" where nobody gave a figure.
   */
  public static String inWords(String words) {
    return words.equals("not stated") ? "no figure given" : quoted(words);
  }

  public static String quoted(String words) {
    return "\"" + PlainText.safe(words) + "\"";
  }

  public static String region(Region region) {
    String words = region.describe();
    return words.equals("anything") ? words : withUnit(words, region.scale());
  }

  public String value(IssueId id, Value value) {
    return agenda
        .issue(id)
        .map(issue -> withUnit(value.toString(), issue.scale()))
        .orElse(PlainText.safe(value.toString()));
  }

  public String terms(Terms terms) {
    return terms.values().entrySet().stream()
        .map(e -> issue(e.getKey()) + ": " + value(e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** Describes what values a scale has: "one of a, b", "0 to 10 percent by 0.5". */
  public static String scale(Scale scale) {
    if (scale instanceof Scale.Options options) {
      return PlainText.safe("one of " + String.join(", ", options.names()));
    }
    if (scale instanceof Scale.Checklist list) {
      return PlainText.safe("any of " + String.join(", ", list.items()));
    }
    if (scale instanceof Scale.Quantity quantity) {
      String range = "%s to %s".formatted(plain(quantity.least()), plain(quantity.most()));
      String step = plain(quantity.step());
      return withUnit(range, scale) + (step.equals("1") ? "" : " by " + step);
    }
    return PlainText.safe(scale.describe());
  }

  public static String withUnit(String words, Scale scale) {
    return scale instanceof Scale.Quantity quantity
        ? counted(words, quantity.unit())
        : PlainText.safe(words);
  }

  /** Returns a size in a unit: "200 persons", "1 level", "50 % of forces". */
  public static String size(BigDecimal size, String unit) {
    return counted(plain(size), unit);
  }

  private static String counted(String number, String unit) {
    boolean isOne = number.equals("1") || number.equals("at least 1") || number.equals("at most 1");
    String words = isOne ? one(unit) : unit(unit);
    String glue = words.startsWith("%") ? String.valueOf(PlainText.HARD_SPACE) : " ";
    return PlainText.safe(number) + glue + PlainText.safe(words);
  }

  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String unit(String unit) {
    return unit.startsWith("percent") ? "%" + unit.substring("percent".length()) : unit;
  }

  /** A record names its units in the plural: of one it is one person, one dollar a week. */
  private static String one(String unit) {
    int end = unit.indexOf(' ') < 0 ? unit.length() : unit.indexOf(' ');
    String first = unit.substring(0, end);
    boolean isPlural = first.endsWith("s") && !first.endsWith("ss") && !first.endsWith("us");
    if (!isPlural) {
      return unit(unit);
    }
    return first.endsWith("ies")
        ? first.substring(0, end - 3) + "y" + unit.substring(end)
        : first.substring(0, end - 1) + unit.substring(end);
  }

  public static String counted(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : many);
  }
}
