package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import dev.parley.talks.Stage;
import java.util.Map;
import java.util.Optional;

/** Reads who reports, and how people or things are accounted for. */
final class EvidenceReader {
  private final Context context;
  private final Problems problems;

  EvidenceReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  ImmutableMap<String, Source> sources(Optional<Node> node) {
    ImmutableMap.Builder<String, Source> sources = ImmutableMap.builder();
    problems.eachFields(
        node,
        "a mapping of sources by id",
        "a source, such as {report: newspaper article},",
        (key, fields) -> {
          Optional<Source> source = fields.flatMap(f -> source(key, f));
          context.sources.putBroken(key.text());
          source.ifPresent(
              s -> {
                sources.put(key.text(), s);
                context.sources.put(key.text(), s);
              });
        });
    return sources.buildOrThrow();
  }

  /** Returns a source that an entry cites: one that is known, or one that it describes itself. */
  Optional<Source> cited(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return context.sources.find(node, problems);
    }
    if (mapping.size() != 1) {
      problems.add(
          node,
          "describes %s sources; one by its id was expected, such as {news: {report: Reuters}}"
              .formatted(mapping.size()));
      return Optional.empty();
    }
    ScalarNode key = mapping.key(0);
    if (context.sources.has(key.text())) {
      problems.add(
          key,
          "source %s is described already: cite it by its id alone"
              .formatted(Problem.shown(key.text())));
      return Optional.empty();
    }
    context.sources.putBroken(key.text());
    Optional<Source> source =
        problems
            .fields(mapping.value(0), "a source, such as {report: newspaper article},")
            .flatMap(fields -> source(key, fields));
    source.ifPresent(s -> context.sources.put(key.text(), s));
    return source;
  }

  private Optional<Source> source(ScalarNode key, Fields fields) {
    long before = problems.count();
    Source.Builder source = Source.builder().id(key.text());
    boolean report = fields.has("report");
    boolean document = fields.has("document");
    boolean statement = fields.has("statement of");
    if ((report ? 1 : 0) + (document ? 1 : 0) + (statement ? 1 : 0) > 1) {
      problems.add(key, "a source is one of report, document and statement of: keep one");
    }
    Optional<String> name = fields.optional("report").flatMap(context::text);
    fields.optional("document").flatMap(context::text).or(() -> name).ifPresent(source::name);
    fields
        .optional("statement of")
        .flatMap(n -> context.actors.find(n, problems))
        .ifPresent(source::speaksFor);
    if (report || document) {
      fields
          .optional("for")
          .flatMap(n -> context.actors.find(n, problems))
          .ifPresent(source::speaksFor);
    } else {
      fields.optional("name").flatMap(context::text).ifPresent(source::name);
    }
    source.kind(
        report ? Source.Kind.REPORT : document ? Source.Kind.DOCUMENT : Source.Kind.STATEMENT);
    fields.optional("speaker").flatMap(context::text).ifPresent(source::speaker);
    source.anonymous(context.yes(fields, "anonymous"));
    fields.optional("via").flatMap(context::text).ifPresent(source::via);
    fields.optional("on").flatMap(context::date).ifPresent(source::on);
    fields.optional("where").flatMap(context::text).ifPresent(source::where);
    fields.refuseOthers();
    return problems.count() == before ? context.make(key, source::build) : Optional.empty();
  }

  ImmutableList<Account> accounts(Optional<Node> node) {
    ImmutableList.Builder<Account> accounts = ImmutableList.builder();
    problems.eachFields(
        node,
        "a mapping of accounts by name",
        "an account, with unit, whole and parts,",
        (key, fields) -> fields.flatMap(f -> account(key, f)).ifPresent(accounts::add));
    return accounts.build();
  }

  private Optional<Account> account(ScalarNode key, Fields fields) {
    long before = problems.count();
    Account.Builder account = Account.builder().name(key.text());
    fields.text("unit", "a unit, such as (persons),").ifPresent(account::unit);
    Optional<MappingNode> whole =
        fields
            .required("whole")
            .flatMap(n -> problems.mapping(n, "the whole, such as {taken: about 250},"));
    if (whole.isPresent() && whole.get().size() != 1) {
      problems.add(whole.get(), "the whole is one figure, not %s".formatted(whole.get().size()));
    } else if (whole.isPresent()) {
      String label = whole.get().key(0).text();
      counted(account, label, whole.get().value(0)).ifPresent(f -> account.whole(label, f));
    }
    problems.each(
        fields.required("parts"),
        "the parts, such as {released: 105},",
        (label, value) ->
            counted(account, label.text(), value).ifPresent(f -> account.part(label.text(), f)));
    problems.each(
        fields.optional("sources"),
        "sources by label, such as {released: news},",
        (label, value) ->
            context
                .sources
                .find(value, problems)
                .ifPresent(source -> account.putSource(label.text(), source.id())));
    fields.optional("complete").ifPresent(n -> account.complete(context.yes(n)));
    fields.refuseOthers();
    return problems.count() == before ? context.make(key, account::build) : Optional.empty();
  }

  /** Reads a figure of an account: as it is, with its date and source, or from a claim. */
  private Optional<Figure> counted(Account.Builder account, String label, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return figure(node);
    }
    Fields fields = new Fields(mapping, problems);
    Optional<Node> claim = fields.optional("claim");
    if (claim.isPresent()) {
      fields.refuseOthers();
      return claimed(claim.get())
          .map(
              entry -> {
                account.putClaim(label, entry);
                return Figure.notGiven();
              });
    }
    Optional<Figure> figure = fields.required("figure").flatMap(this::figure);
    fields.optional("on").flatMap(context::date).ifPresent(on -> account.putDate(label, on));
    fields
        .optional("source")
        .flatMap(n -> context.sources.find(n, problems))
        .ifPresent(source -> account.putSource(label, source.id()));
    fields.refuseOthers();
    return figure;
  }

  private Optional<EntryId> claimed(Node node) {
    Optional<Label> label = context.labels.find(node, problems);
    Negotiation record = context.negotiation;
    if (label.isEmpty() || record == null) {
      return Optional.empty();
    }
    boolean figure =
        record
            .chronicle()
            .entry(label.get().entry())
            .flatMap(Entry::tells)
            .flatMap(move -> move.act().value(Shape.CLAIM))
            .filter(claim -> claim.says() instanceof Claim.Answer.Count)
            .isPresent();
    if (!figure) {
      problems.add(
          node, "entry %s claims no figure: name a claim that does".formatted(label.get().entry()));
      return Optional.empty();
    }
    return Optional.of(label.get().entry());
  }

  Optional<Figure> figure(Node node) {
    return problems
        .text(node, "a figure, such as (about 250),")
        .flatMap(text -> context.make(node, () -> Figure.parse(text)));
  }

  /** Returns the codes of stages by scheme. */
  ImmutableMap<Stage, ImmutableMap<String, String>> stageCodes(Optional<Node> node) {
    ImmutableMap.Builder<Stage, ImmutableMap<String, String>> codes = ImmutableMap.builder();
    problems.each(
        node,
        "a mapping of codes by stage",
        (key, value) -> {
          Map<String, String> texts =
              context.texts(Optional.of(value), "codes, such as {pa-x: SubComp},");
          Words.STAGE
              .read(key, key.text(), problems)
              .ifPresent(stage -> codes.put(stage, ImmutableMap.copyOf(texts)));
        });
    return codes.buildOrThrow();
  }
}
