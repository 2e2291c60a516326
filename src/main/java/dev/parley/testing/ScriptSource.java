package dev.parley.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.parley.testing.JavaSource.name;
import static dev.parley.testing.JavaSource.text;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.rules.Registry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints a script as the Java source of a test. */
final class ScriptSource {
  private static final ImmutableList<String> IMPORTS =
      ImmutableList.of(
          "com.google.common.collect.*",
          "dev.parley.agenda.*",
          "dev.parley.agreement.*",
          "dev.parley.demand.*",
          "dev.parley.evidence.Claim",
          "dev.parley.evidence.Figure",
          "dev.parley.evidence.Source",
          "dev.parley.evidence.Tolerance",
          "dev.parley.evidence.When",
          "dev.parley.rules.Registry",
          "dev.parley.scenario.DemandKinds",
          "dev.parley.scenario.Scenario",
          "dev.parley.talks.*",
          "dev.parley.testing.*",
          "java.math.BigDecimal",
          "java.util.List",
          "java.util.Map",
          "java.util.Optional");

  private final RuleBook book;
  private final Optional<String> past;
  private final Agenda agenda;
  private final ImmutableList<RuleSource> rules;
  private final List<Move> moves;
  private final Map<Offer, String> offers = new LinkedHashMap<>();
  private final Map<Text, String> texts = new LinkedHashMap<>();
  private final Map<Text, String> named = new LinkedHashMap<>();

  /** Of moves after a start: past is the text of its scenario file, if something was before. */
  ScriptSource(Negotiation start, Optional<String> past, List<Move> moves) {
    this.book = start.ruleBook();
    this.past = past;
    this.agenda = start.firstAgenda();
    this.rules = book.rules().stream().map(RuleSource::of).collect(toImmutableList());
    this.moves = moves;
    for (Move move : moves) {
      move.act().offersMade().forEach(o -> offers.putIfAbsent(o, "offer" + (offers.size() + 1)));
      move.act()
          .value(Shape.TEXT)
          .ifPresent(text -> texts.putIfAbsent(text, "text" + (texts.size() + 1)));
    }
    offers.forEach((offer, as) -> named.putIfAbsent(offer.text(), as + ".text()"));
    named.putAll(texts);
    texts.forEach(this::nameResolved);
  }

  /** A text that names no parties is signed and carried out as one that names all principals. */
  private void nameResolved(Text text, String as) {
    if (text.parties().isEmpty()) {
      List<ActorId> all = agenda.principals();
      named.putIfAbsent(
          text.withParties(all), "%s.withParties(%s)".formatted(as, JavaSource.actors(all)));
    }
  }

  /** Returns a class with one test, with all that it imports. */
  String test(String annotation, String name, String statement, String transcript) {
    boolean asserts = statement.contains("assertThat(");
    ImmutableSortedSet.Builder<String> imports = ImmutableSortedSet.naturalOrder();
    imports.addAll(IMPORTS).add(annotation);
    rules.forEach(rule -> imports.addAll(rule.imports()));
    StringBuilder text = new StringBuilder();
    if (asserts) {
      text.append("import static dev.parley.testing.ParleyAssertions.assertThat;\n")
          .append("import static org.assertj.core.api.Assertions.assertThat;\n\n");
    }
    imports.build().forEach(type -> text.append("import ").append(type).append(";\n"));
    text.append("\nclass %sTest {\n".formatted(className(name)));
    rules.forEach(rule -> rule.constant().ifPresent(c -> text.append(c).append('\n')));
    text.append(method(annotation, name, statement, transcript).indent(2));
    return text.append("}\n").toString();
  }

  private static String className(String name) {
    return Arrays.stream(name.split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(Ascii::toLowerCase)
        .map(word -> Ascii.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private String method(String annotation, String name, String statement, String transcript) {
    StringBuilder text = new StringBuilder();
    transcript
        .lines()
        .forEach(line -> text.append(("// " + harmless(line)).stripTrailing()).append('\n'));
    text.append("@%s\nvoid ".formatted(annotation.substring(annotation.lastIndexOf('.') + 1)))
        .append(name)
        .append("() {\n");
    if (past.isEmpty()) {
      text.append("  Agenda agenda =\n      ").append(agenda()).append(";\n");
    }
    offers.forEach(
        (offer, as) ->
            text.append("  Offer %s =\n      %s;\n".formatted(as, JavaSource.of(offer))));
    texts.forEach(
        (said, as) -> text.append("  Text %s =\n      %s;\n".formatted(as, JavaSource.of(said))));
    JavaMoves source =
        new JavaMoves(
            o -> offers.getOrDefault(o, JavaSource.of(o)),
            t -> named.getOrDefault(t, JavaSource.of(t)));
    text.append("  Script script =\n      Script.of(\n          ").append(start());
    moves.forEach(m -> text.append(",\n          ").append(source.of(m)));
    return text.append(");\n  ").append(statement).append("\n}\n").toString();
  }

  /** Returns the negotiation before the first move: one with a past is read from its file. */
  private String start() {
    if (past.isEmpty()) {
      return "Negotiation.about(" + rulesOfTheBook() + ")";
    }
    String lines =
        past.get()
            .lines()
            .map(line -> text(line + "\n"))
            .collect(Collectors.joining("\n                  + "));
    StringBuilder registry = new StringBuilder("Registry.readyMade()");
    for (int i = 0; i < rules.size(); i++) {
      String id = book.rules().get(i).id();
      if (!Registry.readyMade().names().contains(id)) {
        registry.append(
            ".and(%s, parameters -> %s)".formatted(text(id), rules.get(i).expression()));
      }
    }
    return """
        Scenario.parse(
                      "past.yaml",
                      %s,
                      DemandKinds.READY_MADE,
                      %s)
                  .negotiation()"""
        .formatted(lines, registry);
  }

  /** Java reads a backslash and a u as a character even in a comment. */
  private static String harmless(String line) {
    return line.replace("\\u", "\\ u");
  }

  private String agenda() {
    StringBuilder source = new StringBuilder("Agenda.builder()");
    agenda.partyList().forEach(p -> line(source, party(p)));
    for (Outsider o : agenda.outsiders()) {
      line(source, "outsider(%s, %s)".formatted(text(o.id().text()), text(o.name())));
    }
    agenda.issueList().forEach(i -> line(source, "issue(" + JavaMoves.issue(i) + ")"));
    agenda.delegationList().forEach(d -> line(source, "delegation(" + delegation(d) + ")"));
    ratification(source);
    line(source, "build()");
    return source.toString();
  }

  private void ratification(StringBuilder source) {
    if (agenda.ratification() instanceof Ratification.Those those) {
      if (!those.parties().isEmpty()) {
        line(
            source,
            those.parties().stream()
                .map(JavaSource::of)
                .collect(Collectors.joining(", ", "ratification(Ratification.by(", "))")));
      }
    } else {
      line(source, "ratification(Ratification.all())");
    }
  }

  private static void line(StringBuilder source, String call) {
    source.append("\n          .").append(call);
  }

  private static String party(Party p) {
    String names = text(p.id().text()) + ", " + text(p.name());
    if (!p.allyOf().isEmpty()) {
      return "party(Party.of(%s, %s).withAllyOf(%s))"
          .formatted(
              names,
              p.roles().stream().map(JavaSource::name).collect(Collectors.joining(", ")),
              p.allyOf().stream()
                  .map(a -> "ActorId.of(" + text(a.text()) + ")")
                  .collect(Collectors.joining(", ")));
    }
    if (p.roles().equals(java.util.Set.of(Role.PRINCIPAL))) {
      return "principal(" + names + ")";
    }
    return p.roles().equals(java.util.Set.of(Role.MEDIATOR))
        ? "mediator(" + names + ")"
        : "party(Party.of(%s, %s))"
            .formatted(
                names, p.roles().stream().map(JavaSource::name).collect(Collectors.joining(", ")));
  }

  private static String delegation(Delegation d) {
    return "Delegation.builder().id(DelegationId.of(%s)).party(%s)%s.name(%s)%s.mandate(%s)%s.build()"
        .formatted(
            text(d.id().text()),
            JavaSource.of(d.party()),
            d.others().stream()
                .map(other -> ".addOthers(" + JavaSource.of(other) + ")")
                .collect(Collectors.joining()),
            text(d.name()),
            d.level().map(l -> ".level(" + name(l) + ")").orElse(""),
            mandate(d.mandate()),
            d.confirmedBy()
                .map(o -> ".confirmedBy(DelegationId.of(" + text(o.text()) + "))")
                .orElse(""));
  }

  private static String mandate(Mandate mandate) {
    return mandate.on().entrySet().stream()
        .map(e -> JavaSource.of(e.getKey()) + ", " + name(e.getValue()))
        .collect(
            Collectors.joining(
                ", ", "new Mandate(ImmutableMap.of(", "), " + name(mandate.otherwise()) + ")"));
  }

  private String rulesOfTheBook() {
    StringBuilder source = new StringBuilder("agenda");
    if (book.equals(RuleBook.DEFAULT)) {
      return source.toString();
    }
    source.append(", RuleBook.DEFAULT");
    Policy policy = book.policy();
    if (!policy.equals(Policy.DEFAULT)) {
      source.append(".under(").append(policy(policy)).append(')');
    }
    rules.forEach(rule -> source.append(".and(").append(rule.expression()).append(')'));
    return source.toString();
  }

  private static String policy(Policy policy) {
    String source =
        "Policy.builder().stallAfter(%s).negligible(new BigDecimal(\"%s\")).dormantAfterDays(%s)"
            .formatted(
                policy.stallAfter(),
                policy.negligible().toPlainString(),
                policy.dormantAfterDays());
    return source
        + (policy.singleUndertaking() ? ".singleUndertaking(true)" : "")
        + policy
            .about()
            .map(
                t ->
                    ".about(Tolerance.ofPercent(new BigDecimal(\"%s\")))"
                        .formatted(t.percent().toPlainString()))
            .orElse("")
        + ".build()";
  }
}
