package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes an offer: its terms, conditions, instalments, expiry and undertakings. */
final class OfferWriter {
  private OfferWriter() {}

  static void write(TreeBuilder mapping, Offer offer, Function<Text, String> label) {
    provisions(mapping, offer, label);
    mapping.putIfPresent("until", offer.expiry());
  }

  /** Puts what a text says; {@code label} names the texts that it replaces or amends. */
  static void provisions(TreeBuilder mapping, Provisions text, Function<Text, String> label) {
    ValueWriter.terms(mapping, text.terms());
    conditions(mapping, text.conditions());
    byName(
        mapping,
        "instalments",
        text.instalments(),
        Instalment::name,
        instalment -> instalment(instalment, label));
    byName(
        mapping,
        "undertakings",
        text.undertakings(),
        Undertaking::name,
        undertaking -> undertaking(undertaking, label));
    TreeBuilder brackets = new TreeBuilder();
    text.brackets()
        .forEach(
            (issue, versions) -> {
              TreeBuilder clause = new TreeBuilder();
              versions.forEach(
                  (party, value) -> clause.put(party.text(), ValueWriter.value(value)));
              brackets.put(issue.text(), clause.build());
            });
    mapping
        .putUnlessEmpty("brackets", brackets)
        .putIf(text.binding() == Binding.SEVERABLE, "severable", "yes")
        .putIf(text.comprehensive(), "whole", "yes")
        .putIf(text.interim(), "interim", "yes")
        .putIf(text.standsAlone(), "stands alone", "yes");
    if (!text.openTo().isEmpty()) {
      mapping.put("open to", TreeBuilder.oneOrMore(text.openTo()));
    }
    mapping
        .putIf(text.denounceable(), "denounceable", "yes")
        .putIfPresent("verified by", text.verifier());
    if (!text.inForce().equals(EntryIntoForce.ON_RATIFICATION)) {
      mapping.put("in force", inForce(text.inForce(), label));
    }
    text.lasts().ifPresent(time -> mapping.put("lasts", lasting(time)));
    mapping
        .putIfPresent("replaces", text.replaces().map(label))
        .putIfPresent("amends", text.amends().map(label));
  }

  private static Tree inForce(EntryIntoForce entry, Function<Text, String> label) {
    boolean plain = entry.event().isEmpty() && !entry.provisionally();
    if (plain && entry.equals(EntryIntoForce.ON_SIGNATURE)
        || plain
            && entry.date().isPresent()
            && entry.ratifiers() instanceof EntryIntoForce.Ratifiers.Everybody) {
      return Tree.text(entry);
    }
    TreeBuilder said = new TreeBuilder();
    ratifiers(entry.ratifiers()).ifPresent(who -> said.put("ratified by", who));
    said.putIfPresent("on", entry.date());
    entry
        .event()
        .ifPresent(
            event -> {
              if (event instanceof Trigger.After after) {
                said.put(
                    "after",
                    after.under().map(t -> label.apply(t) + "/").orElse("") + after.instalment());
              } else {
                said.put("when", ((Trigger.When) event).words());
              }
            });
    return said.putIf(entry.provisionally(), "provisionally", "yes").build();
  }

  private static Optional<Tree> ratifiers(EntryIntoForce.Ratifiers who) {
    if (who instanceof EntryIntoForce.Ratifiers.Those those) {
      return Optional.of(TreeBuilder.list(those.parties()));
    }
    if (who instanceof EntryIntoForce.Ratifiers.AtLeast some) {
      return Optional.of(Tree.text(some.parties()));
    }
    return who instanceof EntryIntoForce.Ratifiers.Everybody
        ? Optional.empty()
        : Optional.of(Tree.text(who instanceof EntryIntoForce.Ratifiers.Nobody ? "none" : "each"));
  }

  private static Tree lasting(Lasting time) {
    return time instanceof Lasting.UntilEvent event
        ? new TreeBuilder().put("until", event.words()).build()
        : Tree.text(time);
  }

  static void conditions(TreeBuilder mapping, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return;
    }
    if (conditions.stream().map(Condition::issue).distinct().count() == conditions.size()) {
      TreeBuilder all = new TreeBuilder();
      conditions.forEach(c -> all.put(c.issue().text(), condition(c)));
      mapping.put("if", all.build());
    } else {
      mapping.put(
          "if",
          Tree.sequence(
              conditions.stream()
                  .map(c -> new TreeBuilder().put(c.issue().text(), condition(c)).build())
                  .toList()));
    }
  }

  private static Tree condition(Condition condition) {
    return condition.sufficient()
        ? ValueWriter.askParts(condition.ask()).put("sufficient", "yes").build()
        : ValueWriter.ask(condition.ask());
  }

  /** Puts a mapping by name, or a list where a name stands twice. */
  private static <T> void byName(
      TreeBuilder mapping,
      String key,
      ImmutableList<T> all,
      Function<T, String> name,
      Function<T, TreeBuilder> write) {
    if (all.isEmpty()) {
      return;
    }
    if (new HashSet<>(all.stream().map(name).toList()).size() == all.size()) {
      TreeBuilder named = new TreeBuilder();
      all.forEach(one -> named.put(name.apply(one), write.apply(one).build()));
      mapping.put(key, named.build());
    } else {
      mapping.put(
          key,
          Tree.sequence(
              all.stream()
                  .map(one -> write.apply(one).put("name", name.apply(one)).build())
                  .toList()));
    }
  }

  private static TreeBuilder instalment(Instalment instalment, Function<Text, String> label) {
    TreeBuilder mapping = new TreeBuilder();
    ValueWriter.terms(mapping, instalment.terms());
    return mapping.put("when", OfferReader.Triggers.write(instalment.trigger(), label));
  }

  private static TreeBuilder undertaking(Undertaking undertaking, Function<Text, String> label) {
    TreeBuilder mapping = new TreeBuilder().put("by", undertaking.by());
    undertaking.terms().ifPresent(terms -> ValueWriter.terms(mapping, terms));
    mapping
        .putIf(!undertaking.words().isEmpty(), "what", undertaking.words())
        .putIfPresent("amount", undertaking.amount().map(BigDecimal::toPlainString))
        .putIf(undertaking.refrain(), "refrain", "yes")
        .putIfPresent("due", undertaking.due());
    if (!(undertaking.trigger() instanceof Trigger.OnForce)) {
      mapping.put("when", OfferReader.Triggers.write(undertaking.trigger(), label));
    }
    return mapping.putIfPresent("guarantor", undertaking.guarantor());
  }
}
