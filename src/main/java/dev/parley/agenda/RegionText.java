package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of regions, see {@link Region#parse}, and what is said of them. */
final class RegionText {
  private RegionText() {}

  static IllegalArgumentException incomparable(Region one, Region other) {
    return new IllegalArgumentException(
        "regions on (%s) and on (%s) cannot be compared"
            .formatted(one.scale().brief(), other.scale().brief()));
  }

  static Region parse(Scale scale, String text) {
    String stripped = text.strip();
    Region whole = named(scale, stripped);
    if (whole != null) {
      return whole;
    }
    Region region = null;
    for (String part : parts(scale, stripped)) {
      Region next = one(scale, part.strip());
      region = region == null ? next : region.union(next);
    }
    return Objects.requireNonNull(region);
  }

  /** Splits at every "or" but those inside a name of the scale, where the longest reading wins. */
  private static List<String> parts(Scale scale, String text) {
    List<String> words = List.of(text.split(" or ", -1));
    if (words.size() == 1 || allNames(scale).stream().noneMatch(n -> n.contains(" or "))) {
      return words;
    }
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < words.size(); ) {
      int to = words.size();
      while (to > from + 1 && !canRead(scale, words.subList(from, to))) {
        to--;
      }
      parts.add(String.join(" or ", words.subList(from, to)));
      from = to;
    }
    return parts;
  }

  private static List<String> allNames(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return levels.names();
    }
    if (scale instanceof Scale.Options options) {
      return options.names();
    }
    return scale instanceof Scale.Checklist list ? list.items() : List.of();
  }

  private static boolean canRead(Scale scale, List<String> words) {
    try {
      one(scale, String.join(" or ", words).strip());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A name on the scale may itself hold " or " or " to ": the whole text is tried first. */
  private static @Nullable Region named(Scale scale, String text) {
    if (text.equals("anything")) {
      return Region.all(scale);
    }
    if (scale instanceof Scale.Levels levels && levels.names().contains(text)) {
      return Region.exactly(scale, Value.level(text));
    }
    if (scale instanceof Scale.Options options && options.names().contains(text)) {
      return Region.exactly(scale, Value.option(text));
    }
    return null;
  }

  /** How people write regions that is read nowhere. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "^(less|more|fewer|over|under|above|below|up to|between|from|no (more|less|fewer)"
              + "|not (more|less)|minimum|maximum|[<>≤≥~])|[0-9]\\s*[-–—+]");

  private static Region one(Scale scale, String text) {
    Region whole = named(scale, text);
    if (whole != null) {
      return whole;
    }
    if (scale instanceof Scale.Checklist list) {
      return items(list, text);
    }
    if (scale instanceof Scale.Options) {
      return Region.exactly(scale, scale.parse(text));
    }
    // The name of a level may itself begin with these words.
    Region between = scale instanceof Scale.Levels ? range(scale, text) : null;
    if (between != null) {
      return between;
    }
    if (text.startsWith("at least ")) {
      return Region.atLeast(scale, scale.parse(text.substring(9).strip()));
    }
    if (text.startsWith("at most ")) {
      return Region.atMost(scale, scale.parse(text.substring(8).strip()));
    }
    if (text.startsWith("exactly ")) {
      return Region.exactly(scale, scale.parse(text.substring(8).strip()));
    }
    if (scale instanceof Scale.Quantity && OTHERWISE.matcher(text).find()) {
      throw new IllegalArgumentException(
          "(%s) is no region: write a number, or (at least 5), (at most 5), (3 to 5), (3 or 5)"
              .formatted(text));
    }
    Region range = range(scale, text);
    return range == null ? Region.exactly(scale, scale.parse(text)) : range;
  }

  private static @Nullable Region range(Scale scale, String text) {
    for (int to = text.indexOf(" to "); to > 0; to = text.indexOf(" to ", to + 1)) {
      String from = text.substring(0, to).strip();
      String until = text.substring(to + 4).strip();
      if (reads(scale, from) && reads(scale, until)) {
        return Region.between(scale, scale.parse(from), scale.parse(until));
      }
    }
    return null;
  }

  private static boolean reads(Scale scale, String text) {
    return !(scale instanceof Scale.Levels levels) || levels.names().contains(text);
  }

  private static Region items(Scale.Checklist list, String text) {
    if (text.startsWith("exactly ")) {
      return Region.exactly(list, list.parse(text.substring(8)));
    }
    int but = text.indexOf("without ");
    String required = but < 0 ? text : text.substring(0, but).strip();
    if (required.endsWith(" but") || required.equals("but")) {
      required = required.substring(0, required.length() - 3).strip();
    }
    String excluded = but < 0 ? "" : text.substring(but + 8).strip();
    return ItemSets.of(list, names(list, required), names(list, excluded));
  }

  private static ImmutableSet<String> names(Scale.Checklist list, String text) {
    return text.isEmpty() ? ImmutableSet.of() : ((Value.Items) list.parse(text)).names();
  }
}
