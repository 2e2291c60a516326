package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who negotiates about what: parties, outsiders, issues, delegations. */
final class AgendaReader {
  private final Context context;
  private final Problems problems;
  private final Agenda.Builder agenda = Agenda.builder();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<ScalarNode> allyNodes = new ArrayList<>();

  AgendaReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  /** Takes one thing of a mapping: its id, the id's node, and its fields. */
  private interface Taker {
    void take(String id, ScalarNode key, Fields fields);
  }

  /** Returns the agenda; empty after a problem with it. */
  Optional<Agenda> read(Fields root) {
    long before = problems.count();
    Optional<Node> parties = root.required("parties");
    each(parties, "parties", this::party);
    allyNodes.forEach(node -> context.parties.find(node, problems));
    each(root.optional("outsiders"), "outsiders", this::outsider);
    Optional<Node> issues = root.required("issues");
    each(issues, "issues", this::issue);
    each(root.optional("delegations"), "delegations", this::delegation);
    root.optional("ratification").flatMap(this::ratification).ifPresent(agenda::ratification);
    if (parties.isPresent()
        && problems.count() == before
        && context.principals.values().size() < 2) {
      problems.add(
          parties.get(),
          "an agenda needs two principals or more, not %s: %s"
              .formatted(context.principals.values().size(), context.principals.values()));
    }
    if (issues.isPresent() && problems.count() == before && context.issues.values().isEmpty()) {
      problems.add(issues.get(), "an agenda needs one issue or more");
    }
    return problems.count() == before
        ? context.make(root.mapping(), agenda::build)
        : Optional.empty();
  }

  private void each(Optional<Node> node, String what, Taker taker) {
    problems.each(
        node,
        "a mapping of " + what + " by id",
        (key, value) -> {
          if (!key.isRefused() && !key.isNull()) {
            Optional<Fields> fields =
                problems.fields(value, "a mapping, such as {name: Some Name},");
            taker.take(key.text(), key, fields.orElseGet(() -> nothing(key)));
          }
        });
  }

  private Fields nothing(ScalarNode key) {
    return new Fields(
        new MappingNode(null, 0, key.line(), key.column()), new Problems(problems.file()));
  }

  private Optional<ActorId> actor(String id, ScalarNode key) {
    Integer line = lines.putIfAbsent(id, key.line());
    if (line != null) {
      problems.add(
          key,
          "party or outsider id (%s) stands on line %s already: give each its own"
              .formatted(id, line));
      return Optional.empty();
    }
    return context.make(key, () -> ActorId.of(id));
  }

  private void party(String id, ScalarNode key, Fields fields) {
    Optional<ActorId> actor = actor(id, key);
    Optional<String> name = fields.text("name", "a name, such as (Hamas),");
    Set<Role> roles = new LinkedHashSet<>();
    Optional<Node> role = fields.required("role");
    if (role.isPresent()) {
      for (ScalarNode one : context.oneOrMore(role.get(), "a role, such as (principal),")) {
        Words.ROLE.read(one, one.text(), problems).ifPresent(roles::add);
      }
      if (role.get() instanceof SequenceNode list && list.size() == 0) {
        problems.add(
            list, "a party needs a role: principal, mediator, guarantor, supporter, observer");
      }
    }
    Set<ActorId> allies = new LinkedHashSet<>();
    for (ScalarNode one :
        fields.optional("ally of").stream()
            .flatMap(n -> context.oneOrMore(n, "the id of a party").stream())
            .toList()) {
      context.make(one, () -> ActorId.of(one.text())).ifPresent(allies::add);
      allyNodes.add(one);
    }
    fields.refuseOthers();
    putBroken(context.actors, id);
    putBroken(context.parties, id);
    putBroken(context.principals, id);
    if (actor.isEmpty()) {
      return;
    }
    context.actors.put(id, actor.get());
    context.parties.put(id, actor.get());
    if (name.isPresent() && !roles.isEmpty()) {
      context
          .make(
              key,
              () ->
                  Party.builder()
                      .id(actor.get())
                      .name(name.get())
                      .addAllRoles(roles)
                      .addAllAllyOf(allies)
                      .build())
          .ifPresent(agenda::addPartyList);
      if (roles.contains(Role.PRINCIPAL)) {
        context.principals.put(id, actor.get());
      } else {
        context.principals.forgive(id);
      }
    }
  }

  /** Lets a name pass that has a problem of its own, also as it should have been written. */
  private static void putBroken(Names<?> names, String id) {
    names.putBroken(id);
    names.putBroken(id.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'));
  }

  private void outsider(String id, ScalarNode key, Fields fields) {
    Optional<ActorId> actor = actor(id, key);
    Optional<String> name = fields.text("name", "a name, such as (US president-elect),");
    fields.refuseOthers();
    putBroken(context.actors, id);
    if (actor.isPresent()) {
      context.actors.put(id, actor.get());
      name.ifPresent(n -> agenda.addOutsiders(new Outsider(actor.get(), n)));
    }
  }

  private void issue(String id, ScalarNode key, Fields fields) {
    Optional<Issue> issue = new IssueReader(context).read(id, key, fields, "codes");
    fields.refuseOthers();
    putBroken(context.issues, id);
    issue.ifPresent(
        i -> {
          agenda.addIssueList(i);
          context.issues.put(id, i);
        });
  }

  private void delegation(String id, ScalarNode key, Fields fields) {
    Optional<DelegationId> delegationId = context.make(key, () -> DelegationId.of(id));
    Optional<ImmutableList<ActorId>> of = sentBy(fields);
    Optional<String> name = fields.text("name", "a name, such as (security officials),");
    Optional<Level> level = fields.optional("level").flatMap(n -> Words.LEVEL.read(n, problems));
    boolean unread = fields.optional("level").isPresent() && level.isEmpty();
    Optional<Node> mandateNode = fields.optional("mandate");
    Optional<Mandate> mandate =
        mandateNode.isEmpty() ? Optional.of(Mandate.full()) : mandate(mandateNode.get());
    Optional<DelegationId> organ =
        fields
            .optional("confirmed by")
            .flatMap(n -> context.text(n).flatMap(t -> context.make(n, () -> DelegationId.of(t))));
    fields.refuseOthers();
    context.delegations.putBroken(id);
    if (delegationId.isEmpty() || of.isEmpty() || name.isEmpty() || unread || mandate.isEmpty()) {
      return;
    }
    Delegation delegation =
        Delegation.builder()
            .id(delegationId.get())
            .party(of.get().get(0))
            .addAllOthers(of.get().subList(1, of.get().size()))
            .name(name.get())
            .level(level)
            .mandate(mandate.get())
            .confirmedBy(organ)
            .build();
    agenda.addDelegationList(delegation);
    context.delegations.put(id, delegation);
  }

  /** A delegation is of one party, or speaks for several. */
  private Optional<ImmutableList<ActorId>> sentBy(Fields fields) {
    Optional<Node> of = fields.required("of");
    if (of.isEmpty()) {
      return Optional.empty();
    }
    Gathered<ActorId> parties = new Gathered<>();
    for (ScalarNode one : context.oneOrMore(of.get(), "a party, or those for whom it speaks,")) {
      parties.add(context.parties.find(one, problems));
    }
    return parties
        .all()
        .filter(all -> !all.isEmpty())
        .map(ImmutableSet::copyOf)
        .map(ImmutableSet::asList);
  }

  /** A party can be called (all) or (none): it stands in a list. */
  private Optional<Ratification> ratification(Node node) {
    if (node instanceof ScalarNode scalar && scalar.text().equals("all")) {
      return Optional.of(Ratification.all());
    }
    if (node instanceof ScalarNode scalar && scalar.text().equals("none")) {
      return Optional.of(Ratification.none());
    }
    Gathered<ActorId> parties = new Gathered<>();
    for (ScalarNode one :
        context.oneOrMore(node, "(all), (none) or the parties who must ratify,")) {
      parties.add(context.principal(one, "ratification is asked of"));
    }
    return parties.all().map(Ratification::by);
  }

  private Optional<Mandate> mandate(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return switch (scalar.text()) {
        case "full" -> Optional.of(Mandate.full());
        case "ad referendum" -> Optional.of(Mandate.adReferendum());
        case "none" -> Optional.of(Mandate.only(Map.of()));
        default -> {
          problems.add(
              node,
              "mandate %s is unknown: use full, ad referendum, none, or a mapping from issues to them"
                  .formatted(Problem.shown(scalar.text())));
          yield Optional.empty();
        }
      };
    }
    Optional<Fields> fields = problems.fields(node, "a mandate, such as (ad referendum),");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    long before = problems.count();
    Authority otherwise =
        fields
            .get()
            .optional("otherwise")
            .flatMap(n -> Words.AUTHORITY.read(n, problems))
            .orElse(Authority.NONE);
    Map<IssueId, Authority> on = new LinkedHashMap<>();
    problems.each(
        fields.get().optional("issues"),
        "a mapping from issues to authority",
        (key, value) -> authority(key, value, on));
    fields
        .get()
        .takeOthers(
            (key, value) -> {
              authority(key, value, on);
              return true;
            });
    return problems.count() == before
        ? Optional.of(new Mandate(ImmutableMap.copyOf(on), otherwise))
        : Optional.empty();
  }

  private void authority(ScalarNode key, Node value, Map<IssueId, Authority> on) {
    Optional<Issue> issue = context.issues.find(key, problems);
    Optional<Authority> authority = Words.AUTHORITY.read(value, problems);
    if (issue.isPresent() && authority.isPresent()) {
      on.put(issue.get().id(), authority.get());
    }
  }
}
