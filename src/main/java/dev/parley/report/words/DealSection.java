package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.analysis.prospect.DealAppraisal;
import dev.parley.analysis.prospect.DealAppraisal.AgainstNone;
import dev.parley.analysis.prospect.DealAppraisal.Answer;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.prospect.DealAppraisal.Improvement;
import dev.parley.analysis.prospect.DealAppraisal.Staying;
import dev.parley.analysis.prospect.DealAppraisal.Worth;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.stability.Stability;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the deals that were reached are worth, in words. */
final class DealSection {
  private final Prospect prospect;
  private final PreferenceWords words;
  private final Names names;

  private DealSection(Prospect prospect, Names names) {
    this.prospect = prospect;
    this.words = new PreferenceWords(names);
    this.names = names;
  }

  static Section section(Prospect prospect, Names names) {
    return new DealSection(prospect, names).section();
  }

  private Section section() {
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    Set<String> fair = new LinkedHashSet<>();
    Set<String> inTurn = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    Set<String> limits = new LinkedHashSet<>();
    lines.putAll("as preferred", words.preferences(prospect.preferences()));
    for (DealAppraisal deal : prospect.deals()) {
      lines.putAll("deal " + Names.entries(deal.agreements()), lines(deal));
      if (deal.matching(Answer.YES).size() < deal.matched().size()) {
        fair.addAll(words.fair(deal.solutions().values()));
      }
      deal.frontier().ifPresent(f -> inTurn.addAll(words.rubinstein(f.rubinstein())));
      deal.missing().forEach(m -> missing.add(words.missing(m)));
      deal.limits().forEach(limit -> limits.add(PlainText.safe(limit)));
    }
    lines
        .putAll("fair", fair)
        .putAll("in turn", inTurn)
        .putAll("unknown", missing)
        .putAll("limits", limits);
    return Section.of("deal", "What the deal is worth", lines.build());
  }

  private List<String> lines(DealAppraisal deal) {
    List<String> lines = new ArrayList<>();
    lines.add("among " + names.parties(deal.among()) + ": " + outcome(deal));
    if (!deal.worth().isEmpty()) {
      lines.add(
          "worth, each on its own scale: "
              + words.utilities(Maps.transformValues(deal.worth(), Worth::utility)));
    }
    lines.addAll(against(deal));
    Map<ActorId, String> shares = new LinkedHashMap<>();
    deal.worth().forEach((p, w) -> w.share().ifPresent(s -> shares.put(p, percent(s))));
    if (!shares.isEmpty()) {
      lines.add("share of the gain that each could have had: " + words.utilities(shares));
    }
    lines.add(efficient(deal));
    lines.addAll(matches(deal));
    lines.addAll(staying(deal));
    return lines;
  }

  private String outcome(DealAppraisal deal) {
    return deal.outcome().entrySet().stream()
        .map(e -> names.issue(e.getKey()) + ": " + value(deal, e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private String value(DealAppraisal deal, IssueId issue, Region region) {
    return deal.settled()
        .on(issue)
        .map(v -> names.value(issue, v))
        .orElseGet(
            () ->
                region.sameAs(Region.all(region.scale()))
                    ? "still open"
                    : "still open within " + Names.region(region));
  }

  /** Ends a sentence that holds whatever becomes of the open issues. */
  private String whatever(DealAppraisal deal) {
    return deal.open().isEmpty()
        ? ""
        : ", however " + opened(deal) + (deal.open().size() == 1 ? " is settled" : " are settled");
  }

  private String opened(DealAppraisal deal) {
    return Names.some(deal.open().keySet().stream().map(names::issue).toList());
  }

  private List<String> against(DealAppraisal deal) {
    Map<AgainstNone, List<String>> parties = new EnumMap<>(AgainstNone.class);
    for (ActorId party : deal.among()) {
      Worth worth = deal.worth().get(party);
      parties
          .computeIfAbsent(
              worth == null ? AgainstNone.CANNOT_TELL : worth.againstNone(), a -> new ArrayList<>())
          .add(names.party(party));
    }
    List<String> lines = new ArrayList<>();
    parties.forEach((against, who) -> lines.add(against(deal, against, Names.all(who))));
    return lines;
  }

  private String against(DealAppraisal deal, AgainstNone against, String who) {
    return switch (against) {
      case BETTER -> "better than no agreement for " + who + whatever(deal);
      case NOT_WORSE -> "at least as good as no agreement for " + who + whatever(deal);
      case AS_GOOD -> "as good as no agreement for " + who + whatever(deal);
      case NOT_BETTER -> "at most as good as no agreement for " + who + whatever(deal);
      case WORSE -> "worse than no agreement for " + who + whatever(deal);
      case DEPENDS ->
          "better or worse than no agreement for %s: depends on %s".formatted(who, opened(deal));
      case CANNOT_TELL -> "better or worse than no agreement for %s: cannot tell".formatted(who);
    };
  }

  private static String percent(Bounds share) {
    String least = percent(share.least().numerator(), share.least().denominator());
    String most = percent(share.most().numerator(), share.most().denominator());
    return (least.equals(most) ? least : least + " to " + most) + PlainText.HARD_SPACE + "%";
  }

  private static String percent(BigInteger numerator, BigInteger denominator) {
    BigDecimal rounded =
        new BigDecimal(numerator)
            .multiply(BigDecimal.valueOf(100))
            .divide(new BigDecimal(denominator), 1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private String efficient(DealAppraisal deal) {
    return switch (deal.efficient()) {
      case YES -> "efficient" + whatever(deal) + ": nothing is better for one and worse for no one";
      case NO -> "not efficient" + whatever(deal) + ": " + better(deal);
      case DEPENDS -> "efficient or not: depends on " + opened(deal) + "; not so " + better(deal);
      case CANNOT_TELL -> "efficient or not: cannot tell";
    };
  }

  private String better(DealAppraisal deal) {
    Improvement better = deal.better().orElseThrow();
    String given =
        better.given().values().isEmpty() ? "" : "with " + names.terms(better.given()) + ", ";
    return "%sworse for no one and better for %s would have been %s"
        .formatted(given, names.parties(better.gainers()), names.terms(better.instead()));
  }

  private List<String> matches(DealAppraisal deal) {
    List<String> lines = new ArrayList<>();
    ImmutableList<String> yes = titles(deal, Answer.YES);
    ImmutableList<String> depends = titles(deal, Answer.DEPENDS);
    ImmutableList<String> unknown = titles(deal, Answer.CANNOT_TELL);
    if (!yes.isEmpty()) {
      lines.add("solutions that it matches" + whatever(deal) + ": " + Names.all(yes));
    } else if (depends.isEmpty() && unknown.isEmpty()) {
      lines.add("matches none of the fairness solutions computed" + whatever(deal));
    }
    if (!depends.isEmpty()) {
      lines.add(
          "solutions that it may match, depending on %s: %s"
              .formatted(opened(deal), Names.all(depends)));
    }
    if (unknown.size() == deal.matched().size()) {
      lines.add("solutions that it matches: cannot tell");
    } else if (!unknown.isEmpty()) {
      lines.add("solutions of which it cannot be told: " + Names.all(unknown));
    }
    return lines;
  }

  private static ImmutableList<String> titles(DealAppraisal deal, Answer answer) {
    return deal.matching(answer).stream()
        .map(c -> c.title())
        .collect(ImmutableList.toImmutableList());
  }

  private List<String> staying(DealAppraisal deal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (deal.lasts()) {
          case STABLE ->
              deal.staying().values().stream().allMatch(s -> s.waysOut().isEmpty())
                  ? "lasts: no party can leave it without the others"
                  : "lasts: no one would leave it";
          case UNSTABLE -> "does not last";
          case DEPENDS -> "whether it lasts depends on " + opened(deal);
          case CANNOT_TELL -> "whether it lasts cannot be told";
        });
    deal.staying().forEach((party, staying) -> leaving(party, staying, lines));
    for (ActorId party : deal.losers()) {
      Staying staying = deal.staying().get(party);
      if (staying != null && staying.waysOut().isEmpty()) {
        lines.add(
            Section.ITEM + names.party(party) + " would rather have no agreement, but is bound");
      }
    }
    return lines;
  }

  private void leaving(ActorId party, Staying staying, List<String> lines) {
    if (staying.verdict() != Stability.STABLE) {
      lines.add(
          "%s%s %s leave it by %s"
              .formatted(
                  Section.ITEM,
                  names.party(party),
                  staying.verdict() == Stability.UNSTABLE ? "would" : "could",
                  staying.waysOut().stream()
                      .map(DealSection::moves)
                      .distinct()
                      .collect(Collectors.joining(", or by "))));
    }
  }

  private static String moves(List<Move> moves) {
    return moves.stream().map(m -> move(m.act())).collect(Collectors.joining(" and "));
  }

  private static String move(Act act) {
    return switch (act.kind()) {
      case DENOUNCE -> "denouncing it";
      case FAIL_TO_RATIFY -> "failing to ratify it";
      case REJECT_OFFER -> "rejecting it";
      case WITHDRAW_OFFER -> "withdrawing its offer";
      case ALLEGE_BREACH ->
          "alleging a breach of " + Names.label(((AfterDeal.AllegeBreach) act).obligation().name());
      default -> throw new IllegalArgumentException(act.kind().words() + " leaves no agreement");
    };
  }
}
