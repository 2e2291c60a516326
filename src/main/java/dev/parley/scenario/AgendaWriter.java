package dev.parley.scenario;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import java.math.BigDecimal;
import java.util.Map;

/** Writes who negotiates about what. */
final class AgendaWriter {
  private AgendaWriter() {}

  static void write(TreeBuilder root, Agenda agenda) {
    TreeBuilder parties = new TreeBuilder();
    for (Party party : agenda.partyList()) {
      TreeBuilder written =
          new TreeBuilder()
              .put("name", party.name())
              .put(
                  "role",
                  TreeBuilder.oneOrMore(party.roles().stream().map(Words.ROLE::word).toList()));
      if (!party.allyOf().isEmpty()) {
        written.put(
            "ally of", TreeBuilder.oneOrMore(party.allyOf().stream().map(ActorId::text).toList()));
      }
      parties.put(party.id().text(), written.build());
    }
    TreeBuilder outsiders = new TreeBuilder();
    for (Outsider outsider : agenda.outsiders()) {
      outsiders.put(outsider.id().text(), new TreeBuilder().put("name", outsider.name()).build());
    }
    TreeBuilder delegations = new TreeBuilder();
    agenda.delegationList().forEach(d -> delegations.put(d.id().text(), delegation(d)));
    TreeBuilder issues = new TreeBuilder();
    for (Issue issue : agenda.issueList()) {
      TreeBuilder mapping = new TreeBuilder();
      issue(mapping, issue, "codes");
      issues.put(issue.id().text(), mapping.build());
    }
    root.putUnlessEmpty("parties", parties)
        .putUnlessEmpty("outsiders", outsiders)
        .putUnlessEmpty("delegations", delegations)
        .putUnlessEmpty("issues", issues);
    ratification(root, agenda.ratification());
  }

  private static void ratification(TreeBuilder root, Ratification ratification) {
    if (ratification instanceof Ratification.Those those) {
      if (!those.parties().isEmpty()) {
        root.put(
            "ratification",
            (Tree) TreeBuilder.list(those.parties().stream().map(ActorId::text).toList()));
      }
    } else {
      root.put("ratification", "all");
    }
  }

  private static Tree delegation(Delegation delegation) {
    TreeBuilder mapping =
        new TreeBuilder()
            .put("of", TreeBuilder.oneOrMore(delegation.parties()))
            .put("name", delegation.name())
            .putIfPresent("level", delegation.level().map(Words.LEVEL::word))
            .putIfPresent("confirmed by", delegation.confirmedBy());
    Mandate mandate = delegation.mandate();
    if (mandate.equals(Mandate.full())) {
      return mapping.build();
    }
    if (mandate.on().isEmpty()) {
      return mapping.put("mandate", Words.AUTHORITY.word(mandate.otherwise())).build();
    }
    TreeBuilder on = new TreeBuilder();
    TreeBuilder nested = new TreeBuilder();
    mandate
        .on()
        .forEach(
            (issue, authority) ->
                ValueWriter.at(issue.text(), on, nested)
                    .put(issue.text(), Words.AUTHORITY.word(authority)));
    on.putUnlessEmpty("issues", nested)
        .putIf(
            mandate.otherwise() != Authority.NONE,
            "otherwise",
            Words.AUTHORITY.word(mandate.otherwise()));
    return mapping.put("mandate", on.build()).build();
  }

  static void issue(TreeBuilder mapping, Issue issue, String codesKey) {
    Scale scale = issue.scale();
    mapping.putIf(!issue.name().equals(issue.id().text().replace('-', ' ')), "name", issue.name());
    if (scale instanceof Scale.Levels levels) {
      mapping.put("levels", (Tree) TreeBuilder.list(levels.names()));
    } else if (scale instanceof Scale.Options options) {
      mapping.put("options", (Tree) TreeBuilder.list(options.names()));
    } else if (scale instanceof Scale.Checklist list) {
      mapping.put("items", (Tree) TreeBuilder.list(list.items()));
    } else if (scale instanceof Scale.Quantity quantity) {
      mapping
          .put("from", quantity.least().toPlainString())
          .put("to", quantity.most().toPlainString())
          .putIf(
              quantity.step().compareTo(BigDecimal.ONE) != 0, "by", quantity.step().toPlainString())
          .put("unit", quantity.unit());
    }
    if (!issue.better().isEmpty()) {
      TreeBuilder better = new TreeBuilder();
      for (Map.Entry<ActorId, Better> entry : issue.better().entrySet()) {
        better.put(entry.getKey().text(), Words.BETTER.word(entry.getValue()));
      }
      mapping.put("better", better.build());
    }
    mapping
        .putIfPresent("obligor", issue.obligor())
        .putIfPresent("kind", issue.demandKind())
        .putTexts(codesKey, issue.codes());
  }
}
