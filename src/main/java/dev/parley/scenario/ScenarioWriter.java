package dev.parley.scenario;

import static java.util.Objects.requireNonNull;

import dev.parley.agenda.ActorId;
import dev.parley.demand.Reservation;
import dev.parley.evidence.Account;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.Tolerance;
import dev.parley.rules.Registry;
import dev.parley.talks.Policy;
import dev.parley.talks.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a whole scenario as a tree, in the order in which people read it. */
final class ScenarioWriter {
  private final Scenario scenario;

  private final RecordWriter record;

  ScenarioWriter(Scenario scenario, Layout layout) {
    this.scenario = scenario;
    this.record = RecordWriter.of(scenario, layout);
  }

  /** Returns what has written the record, and can write what follows it. */
  RecordWriter record() {
    return record;
  }

  /** Returns what comes before the entries. */
  TreeBuilder head() {
    TreeBuilder root =
        new TreeBuilder()
            .put("parley", "1")
            .put("title", scenario.title())
            .putIfPresent("record-to", scenario.recordTo());
    root.putUnlessEmpty("policy", policy(scenario.negotiation().ruleBook().policy()));
    AgendaWriter.write(root, scenario.negotiation().firstAgenda());
    TreeBuilder sources = new TreeBuilder();
    record.described().forEach(source -> sources.put(source.id(), source(source)));
    TreeBuilder accounts = new TreeBuilder();
    Map<EntryId, String> labels = new LinkedHashMap<>();
    scenario.labels().forEach((label, at) -> labels.putIfAbsent(at.entry(), label));
    scenario.accounts().forEach(account -> accounts.put(account.name(), account(account, labels)));
    TreeBuilder stages = new TreeBuilder();
    scenario
        .stageCodes()
        .forEach(
            (stage, codes) -> {
              TreeBuilder byScheme = new TreeBuilder();
              codes.forEach(byScheme::put);
              stages.put(Words.STAGE.word(stage), byScheme.build());
            });
    root.putUnlessEmpty("sources", sources)
        .putUnlessEmpty("accounts", accounts)
        .putUnlessEmpty("stage-codes", stages)
        .putUnlessEmpty("reservations", reservations())
        .putUnlessEmpty("preferences", PreferenceWriter.preferences(scenario.preferences()));
    Tree.Sequence rules =
        Tree.sequence(
            scenario.negotiation().ruleBook().rules().stream().map(ScenarioWriter::rule).toList());
    if (!rules.items().isEmpty()) {
      root.put("rules", rules);
    }
    return root;
  }

  /** Returns the whole; a record without entries is left out, unless it is to grow. */
  Tree tree(Layout layout) {
    TreeBuilder root = head();
    Tree.Sequence entries = record.tree();
    if (!entries.items().isEmpty()) {
      root.put("record", entries);
    } else if (layout == Layout.GROWING) {
      root.put("record", Tree.NOTHING);
    }
    return root.build();
  }

  private TreeBuilder reservations() {
    Map<ActorId, TreeBuilder> byParty = new LinkedHashMap<>();
    for (Reservation reservation : scenario.reservations()) {
      byParty
          .computeIfAbsent(reservation.party(), p -> new TreeBuilder())
          .put(reservation.issue().text(), ValueWriter.ask(reservation.region()));
    }
    TreeBuilder all = new TreeBuilder();
    byParty.forEach((party, asks) -> all.put(party.text(), asks.build()));
    return all;
  }

  private static Tree rule(Rule rule) {
    TreeBuilder named = new TreeBuilder().put("rule", rule.id());
    Registry.written(rule).forEach(named::put);
    return named.build();
  }

  private static TreeBuilder policy(Policy policy) {
    return new TreeBuilder()
        .putIf(
            policy.stallAfter() != Policy.DEFAULT.stallAfter(), "stall-after", policy.stallAfter())
        .putIf(
            policy.negligible().signum() != 0 || policy.negligible().scale() != 0,
            "negligible",
            policy.negligible().toPlainString())
        .putIf(
            policy.dormantAfterDays() != Policy.DEFAULT.dormantAfterDays(),
            "dormant-after-days",
            policy.dormantAfterDays())
        .putIf(policy.singleUndertaking(), "single-undertaking", "yes")
        .putIfPresent("about", policy.about().map(ScenarioWriter::percent));
  }

  private static String percent(Tolerance tolerance) {
    return tolerance.percent().toPlainString() + " percent";
  }

  static Tree source(Source source) {
    TreeBuilder mapping = new TreeBuilder();
    Tree name = source.name().<Tree>map(Tree::text).orElse(Tree.NOTHING);
    if (source.kind() == Source.Kind.STATEMENT) {
      mapping.putIfPresent("statement of", source.speaksFor()).putIfPresent("name", source.name());
    } else {
      mapping
          .put(source.kind() == Source.Kind.REPORT ? "report" : "document", name)
          .putIfPresent("for", source.speaksFor());
    }
    return mapping
        .putIfPresent("speaker", source.speaker())
        .putIf(source.anonymous(), "anonymous", "yes")
        .putIfPresent("via", source.via())
        .putIfPresent("on", source.on())
        .putIfPresent("where", source.where())
        .build();
  }

  private static Tree account(Account account, Map<EntryId, String> labels) {
    TreeBuilder parts = new TreeBuilder();
    account
        .parts()
        .forEach((label, figure) -> parts.put(label, figure(account, label, figure, labels)));
    String whole = account.wholeLabel();
    return new TreeBuilder()
        .put("unit", account.unit())
        .put(
            "whole",
            new TreeBuilder().put(whole, figure(account, whole, account.whole(), labels)).build())
        .put("parts", parts.build())
        .putTexts("sources", account.sources())
        .putIf(!account.complete(), "complete", "no")
        .build();
  }

  private static Tree figure(
      Account account, String label, Figure figure, Map<EntryId, String> labels) {
    if (account.claims().containsKey(label)) {
      return new TreeBuilder()
          .put("claim", requireNonNull(labels.get(account.claims().get(label))))
          .build();
    }
    return account.dates().containsKey(label)
        ? new TreeBuilder().put("figure", figure).put("on", account.dates().get(label)).build()
        : Tree.text(figure.toString());
  }
}
