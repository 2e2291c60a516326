package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.Account;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.SourceKind;
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
    Optional<MappingNode> mapping =
        node.flatMap(n -> problems.mapping(n, "a mapping of sources by id"));
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      Optional<Source> source =
          problems
              .fields(mapping.get().value(i), "a source, such as {report: newspaper article},")
              .flatMap(fields -> source(key, fields));
      context.sources.putBroken(key.text());
      source.ifPresent(
          s -> {
            sources.put(key.text(), s);
            context.sources.put(key.text(), s);
          });
    }
    return sources.buildOrThrow();
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
    source.kind(report ? SourceKind.REPORT : document ? SourceKind.DOCUMENT : SourceKind.STATEMENT);
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
    Optional<MappingNode> mapping =
        node.flatMap(n -> problems.mapping(n, "a mapping of accounts by name"));
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      problems
          .fields(mapping.get().value(i), "an account, with unit, whole and parts,")
          .flatMap(fields -> account(key, fields))
          .ifPresent(accounts::add);
    }
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
    if (whole.isPresent()) {
      if (whole.get().size() == 1) {
        String label = whole.get().key(0).text();
        figure(whole.get().value(0)).ifPresent(f -> account.whole(label, f));
      } else {
        problems.add(whole.get(), "the whole is one figure, not %s".formatted(whole.get().size()));
      }
    }
    Optional<MappingNode> parts =
        fields
            .required("parts")
            .flatMap(n -> problems.mapping(n, "the parts, such as {released: 105},"));
    for (int i = 0; parts.isPresent() && i < parts.get().size(); i++) {
      String label = parts.get().key(i).text();
      figure(parts.get().value(i)).ifPresent(f -> account.part(label, f));
    }
    Optional<MappingNode> sources =
        fields
            .optional("sources")
            .flatMap(n -> problems.mapping(n, "sources by label, such as {released: news},"));
    for (int i = 0; sources.isPresent() && i < sources.get().size(); i++) {
      String label = sources.get().key(i).text();
      context
          .sources
          .find(sources.get().value(i), problems)
          .ifPresent(s -> account.putSource(label, s.id()));
    }
    fields.refuseOthers();
    return problems.count() == before ? context.make(key, account::build) : Optional.empty();
  }

  Optional<Figure> figure(Node node) {
    return problems
        .text(node, "a figure, such as (about 250),")
        .flatMap(text -> context.make(node, () -> Figure.parse(text)));
  }

  /** Returns the codes of stages by scheme. */
  ImmutableMap<dev.parley.talks.Stage, ImmutableMap<String, String>> stageCodes(
      Optional<Node> node) {
    ImmutableMap.Builder<dev.parley.talks.Stage, ImmutableMap<String, String>> codes =
        ImmutableMap.builder();
    Optional<MappingNode> mapping =
        node.flatMap(n -> problems.mapping(n, "a mapping of codes by stage"));
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      Map<String, String> texts =
          context.texts(Optional.of(mapping.get().value(i)), "codes, such as {pa-x: SubComp},");
      Words.STAGE
          .read(key, key.text(), problems)
          .ifPresent(stage -> codes.put(stage, ImmutableMap.copyOf(texts)));
    }
    return codes.buildOrThrow();
  }
}
