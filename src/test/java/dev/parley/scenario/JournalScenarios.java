package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.rules.Registry;
import dev.parley.talks.Delta;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** A record that grows on disk, and what a crash leaves of it. */
class JournalScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .build();
  private static final Source NEWS = Source.report("news", "Reuters");

  private @Nullable Path directory;

  @BeforeTry
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("journal");
  }

  @AfterTry
  void removeDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(java.util.Objects.requireNonNull(directory))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path file() {
    return java.util.Objects.requireNonNull(directory).resolve("talks.yaml");
  }

  private static Scenario head() {
    return Scenario.of("Pay talks", Negotiation.about(AGENDA));
  }

  private static Offer offer(String percent) {
    return Offer.of("studios", "union", Terms.on(AGENDA).set("rise", percent).build());
  }

  private static Move sourced(Move move) {
    return sourced(move, NEWS);
  }

  private static Move sourced(Move move, Source source) {
    return Move.builder()
        .by(move.by())
        .act(move.act())
        .on(When.parse("2023-05-02"))
        .source(source)
        .build();
  }

  private static List<Move> moves() {
    return List.of(
        Move.by("union").opensRound(),
        Move.by("union").demands(GeneralDemand.of("union", "studios", "rise", "at least 6")),
        Move.by("studios").offers(offer("3"), offer("4")),
        sourced(Move.by("union").rejects(offer("3"))),
        sourced(
            Move.by("studios")
                .claims(
                    Claim.builder()
                        .about("the strike ends soon")
                        .says(Claim.Answer.yes())
                        .source(Source.report("desk", "Our own"))
                        .on(When.parse("2023-05-02"))
                        .build())),
        Move.by("studios").offers(offer("5")),
        Move.by("union").accepts(offer("5")));
  }

  private String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Example
  void the_file_is_an_ordinary_scenario_file_at_each_instant() {
    try (Journal journal = Journal.create(file(), head())) {
      assertThat(Scenario.read(file())).isEqualTo(head());
      for (Move move : moves()) {
        assertThat(journal.append(move)).isInstanceOf(Accepted.class);
        assertThat(Scenario.read(file())).isEqualTo(journal.scenario());
        assertThat(Scenario.read(file()).negotiation()).isEqualTo(journal.negotiation());
      }
    }
    assertThat(text())
        .isEqualTo(
            """
            # Written by Parley. The file is whole if its last line is (...).
            parley: 1
            title: Pay talks
            parties: {union: {name: Union, role: principal}, studios: {name: Studios, role: principal}}
            issues: {rise: {from: 0, to: 10, by: 0.5, unit: percent}}
            record:
              - {union opens round}
              - {id: d2, union demands of: studios, rise: at least 6}
              - {studios offers one of: union, alternatives: {o3a: {rise: 3}, o3b: {rise: 4}}}
              - {union rejects: o3a, on: 2023-05-02, source: {news: {report: Reuters}}}
              - {studios claims: the strike ends soon, answer: yes, as said by: {desk: {report: Our own}}, on: 2023-05-02, source: news}
              - {id: o6, studios offers: union, rise: 5}
              - {union accepts: o6}
            ...
            """);
  }

  @Example
  void nothing_before_an_entry_changes() {
    try (Journal journal = Journal.create(file(), head())) {
      for (Move move : moves()) {
        String before = text();
        journal.record(move);
        assertThat(text())
            .startsWith(before.substring(0, before.length() - EndMark.MARK.length()))
            .endsWith("}\n...\n");
        assertThat(text().lines().count()).isEqualTo(before.lines().count() + 1);
        assertThat(text()).isEqualTo(journal.scenario().write(Layout.GROWING));
      }
    }
  }

  @Provide
  static Arbitrary<Negotiation> records() {
    return Negotiations.records(
        Records.of(LegalPlay.ANY.withMoves(0, 30).withOneWildIn(3).withAwkwardWords()));
  }

  @Property(tries = 60)
  void any_record_can_be_entered_and_is_found_again(@ForAll("records") Negotiation record) {
    Scenario head = Scenario.of("Any", Negotiation.about(record.firstAgenda(), record.ruleBook()));
    String before = head.write(Layout.GROWING);
    try (Journal journal = Journal.create(file(), head, Forcing.never())) {
      for (Entry entry : record.chronicle().entries()) {
        enter(journal, entry);
        Scenario now = journal.scenario();
        assertThat(text()).isEqualTo(now.write(Layout.GROWING));
        assertThat(text()).startsWith(before.substring(0, before.length() - 4));
        before = text();
      }
      assertThat(journal.negotiation()).isEqualTo(record);
    }
    assertThat(Scenario.read(file()).negotiation()).isEqualTo(record);
    assertThat(Scenario.of("Any", record).write(Layout.GROWING)).isEqualTo(before);
    try (Journal again = Journal.open(file())) {
      assertThat(again.negotiation()).isEqualTo(record);
      assertThat(again.torn()).isEmpty();
      assertThat(text()).isEqualTo(before);
    }
    delete();
  }

  private void delete() {
    try {
      Files.delete(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void enter(Journal journal, Entry entry) {
    Outcome outcome;
    if (entry instanceof Entry.Told told) {
      outcome = journal.record(told.move());
    } else if (entry instanceof Entry.Corrected corrected) {
      outcome =
          corrected.instead().isPresent()
              ? journal.correct(corrected.target(), corrected.instead().get(), corrected.note())
              : journal.cancel(corrected.target(), corrected.note());
    } else {
      Entry.Denied denied = (Entry.Denied) entry;
      outcome = journal.deny(denied.target(), denied.note());
    }
    assertThat(outcome).isInstanceOf(Accepted.class);
  }

  @Example
  void a_crash_at_any_byte_of_a_write_loses_no_entry() throws IOException {
    try (Journal journal = Journal.create(file(), head())) {
      moves().subList(0, 4).forEach(journal::append);
    }
    byte[] before = Files.readAllBytes(file());
    Negotiation acknowledged = Scenario.read(file()).negotiation();
    try (Journal journal = Journal.open(file())) {
      moves().subList(4, 5).forEach(journal::append);
    }
    byte[] after = Files.readAllBytes(file());
    Negotiation more = Scenario.read(file()).negotiation();
    int end = before.length - 4;
    int torn = 0;
    for (int written = 0; written <= after.length - end; written++) {
      byte[] left = Arrays.copyOf(before, Math.max(before.length, end + written));
      System.arraycopy(after, end, left, end, written);
      Files.write(file(), left);
      try (Journal journal = Journal.open(file())) {
        boolean whole = written >= after.length - end - 5;
        assertThat(journal.negotiation()).as("%s", written).isEqualTo(whole ? more : acknowledged);
        byte[] tail = Arrays.copyOfRange(left, end, left.length);
        boolean reported = !whole && written > 0;
        assertThat(journal.torn().isPresent()).as("%s", written).isEqualTo(reported);
        if (reported) {
          torn++;
          TornTail what = journal.torn().get();
          assertThat(what.bytes()).isEqualTo(tail);
          assertThat(what.after()).isEqualTo(4);
          assertThat(what.keptIn()).hasBinaryContent(tail);
          assertThat(what.keptIn().getFileName().toString()).startsWith("talks.yaml.torn");
          Files.delete(what.keptIn());
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(whole ? after : before);
      }
    }
    assertThat(torn).isGreaterThan(100);
  }

  @Example
  void what_a_disk_left_of_a_torn_write_is_cut() throws IOException {
    try (Journal journal = Journal.create(file(), head())) {
      moves().subList(0, 4).forEach(journal::append);
    }
    byte[] before = Files.readAllBytes(file());
    byte[] hole = Arrays.copyOf(before, before.length - 4 + 90); // zeros, where data were to be
    Arrays.fill(hole, before.length - 4, before.length, (byte) 0);
    Files.write(file(), hole);
    assertThatThrownBy(() -> Scenario.read(file())).isInstanceOf(ScenarioException.class);
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.torn().orElseThrow().bytes()).hasSize(90);
      assertThat(journal.torn().orElseThrow())
          .hasToString(
              "90 bytes after entry [4] are not a whole entry. They were cut from the file and are kept in (%s): %s"
                  .formatted(
                      ScenarioException.Problem.shown(
                              journal.torn().orElseThrow().keptIn().toString())
                          .replaceAll("^\\(|\\)$", ""),
                      ScenarioException.Problem.shown("\0".repeat(90))));
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Example
  void what_somebody_wrote_after_the_end_mark_is_not_cut() throws IOException {
    try (Journal journal = Journal.create(file(), head())) {
      moves().subList(0, 4).forEach(journal::append);
    }
    String whole = text();
    for (String more : List.of("  - {union meets}\n", "  - {union meets}\n...\n")) {
      Files.writeString(file(), whole + more);
      assertThatThrownBy(() -> Journal.open(file()))
          .isInstanceOf(ScenarioException.class)
          .hasMessageContaining("something follows the end mark (...)");
      assertThat(text()).isEqualTo(whole + more);
    }
  }

  @Example
  void entries_are_added_before_the_end_mark_however_it_is_written() throws IOException {
    try (Journal journal = Journal.create(file(), head())) {
      moves().subList(0, 4).forEach(journal::append);
    }
    String whole = text();
    for (String end : List.of("... # the end\n", "...\n...\n", "... \n# checked\n", "...")) {
      Files.writeString(file(), whole.substring(0, whole.length() - 4) + end);
      try (Journal journal = Journal.open(file())) {
        journal.append(moves().get(4));
      }
      assertThat(Scenario.read(file()).negotiation().chronicle().size()).as(end).isEqualTo(5);
      assertThat(text()).endsWith("}\n...\n");
      assertThat(text().contains("\n# checked\n")).isEqualTo(end.contains("# checked"));
      assertThat(text().contains("\n# the end\n")).isEqualTo(end.contains("# the end"));
    }
    byte[] before = whole.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(file(), Arrays.copyOf(before, before.length + 50)); // zeros after the mark
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.torn().orElseThrow().bytes()).isEqualTo(new byte[50]);
    }
    assertThat(text()).isEqualTo(whole);
  }

  @Example
  void of_all_cuts_none_is_read_as_a_shorter_record() {
    Negotiation all = head().negotiation();
    for (Move move : moves()) {
      all = all.apply(move).orThrow();
    }
    Scenario scenario = Scenario.of("Pay talks: " + "a long title, ".repeat(9), all);
    for (Layout layout : Layout.values()) {
      String text = scenario.write(layout);
      List<Integer> read = new ArrayList<>();
      for (int cut = 0; cut < text.length() - 1; cut++) {
        try {
          Scenario.parse("cut.yaml", text.substring(0, cut));
          read.add(cut);
        } catch (ScenarioException e) {
          // as it must be
        }
      }
      assertThat(read).isEmpty();
      String record = text.substring(text.indexOf("record:"));
      String entries = record.substring(0, record.indexOf("\n..."));
      assertThat(entries.lines().filter(l -> l.startsWith("  - {")).count()).isEqualTo(7);
    }
  }

  @Example
  void a_cut_file_says_so_and_names_the_last_entry() {
    try (Journal journal = Journal.create(file(), head())) {
      moves().forEach(journal::append);
    }
    String cut = text().replace("...\n", "");
    assertThatThrownBy(() -> Scenario.parse("talks.yaml", cut))
        .hasMessage(
            "file (talks.yaml) is perhaps cut: Parley wrote it, and its last line, the end mark (...), is missing. Its last whole entry is [7] on line 13 (union accepts). If nothing is missing, add the mark");
    assertThatThrownBy(() -> Scenario.parse("talks.yaml", cut.substring(0, cut.length() - 3)))
        .hasMessageContaining("Its last whole entry is [6] on line 12 (studios offers).");
    assertThatThrownBy(() -> Scenario.parse("talks.yaml", text() + "  - {union meets}\n"))
        .hasMessageContaining("something follows the end mark (...)");
    assertThatThrownBy(() -> Scenario.parse("talks.yaml", text() + "- {union meets}\n...\n"))
        .hasMessageContaining("something follows the end mark (...)");
  }

  @Example
  void a_second_writer_is_refused_by_name_and_readers_are_not() {
    try (Journal journal = Journal.create(file(), head())) {
      assertThatThrownBy(() -> Journal.open(file()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "file (%s) is open in another journal of this program: close that one first"
                  .formatted(realPath()));
      assertThatThrownBy(() -> Journal.create(file(), head()))
          .isInstanceOf(IllegalStateException.class);
      assertThat(Scenario.read(file())).isEqualTo(head());
      journal.append(moves().get(0));
    }
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.negotiation().chronicle().size()).isEqualTo(1);
    }
    assertThat(file().resolveSibling("talks.yaml.lock")).doesNotExist();
  }

  @Example
  void a_second_writer_is_refused_by_whatever_folder_it_names_the_file() throws IOException {
    Path folder = java.util.Objects.requireNonNull(file().getParent());
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    Path other = linked.resolve("talks.yaml");
    String message = "file (%s) is open in another journal of this program: close that one first";
    try (Journal journal = Journal.create(other, head())) {
      assertThatThrownBy(() -> Journal.open(file())).hasMessage(message.formatted(realPath()));
      journal.append(moves().get(0));
    }
    try (Journal journal = Journal.open(file())) {
      assertThatThrownBy(() -> Journal.create(other, head()))
          .hasMessage(message.formatted(realPath()));
      assertThat(journal.negotiation().chronicle().size()).isEqualTo(1);
    }
    Files.delete(linked);
  }

  @Example
  void a_writer_that_says_not_who_it_is_is_another_program() throws IOException {
    Path beside = file().resolveSibling("talks.yaml.lock");
    try (java.nio.channels.FileChannel channel =
            java.nio.channels.FileChannel.open(
                beside,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE);
        java.nio.channels.FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> Journal.create(file(), head()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is open in another journal of this program: close that one first");
    }
    Files.delete(beside);
  }

  @Example
  void an_entry_that_cannot_be_written_leaves_no_label_behind() throws Exception {
    Journal journal = Journal.create(file(), head());
    journal.append(moves().get(0));
    Scenario before = journal.scenario();
    java.lang.reflect.Field file = Journal.class.getDeclaredField("file");
    file.setAccessible(true);
    ((JournalFile) file.get(journal)).close(); // a disk that is gone
    assertThatThrownBy(() -> journal.append(moves().get(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("entry [2] cannot be written to journal (");
    assertThat(journal.scenario()).isEqualTo(before);
    assertThatThrownBy(() -> journal.append(moves().get(1)))
        .hasMessage("journal (%s) failed to write entry [2]: open it again".formatted(file()));
    journal.close();
  }

  @Example
  void a_journal_takes_as_much_as_can_be_read_and_no_more() throws IOException {
    String names =
        IntStream.range(0, Limits.DEFAULT.nodes() - 60)
            .mapToObj(i -> "x" + i)
            .collect(Collectors.joining(", "));
    Files.writeString(
        file(),
        "parley: 1\ntitle: Many\nparties: {a: {name: A, role: principal}, b: {name: B, role: principal}}\nissues:\n  list: {items: ["
            + names
            + "]}\n");
    int taken = 0;
    try (Journal journal =
        Journal.open(file(), DemandKinds.READY_MADE, Registry.readyMade(), Forcing.never())) {
      for (; taken < 60; taken++) {
        try {
          journal.record(Move.by("a").promises("x"));
        } catch (IllegalArgumentException e) {
          assertThat(e).hasMessageEndingWith("and a file may hold 300,000. Go on in a new file");
          break;
        }
      }
    }
    Scenario read = Scenario.read(file());
    assertThat(read.negotiation().chronicle().size()).isEqualTo(taken).isBetween(5, 20);
    assertThatThrownBy(
            () -> Scenario.parse("x.yaml", text().replace("...\n", "  - {a promises: x}\n...\n")))
        .hasMessageContaining("the file has more than 300,000 values and keys");
  }

  @Example
  void what_a_person_gave_no_label_is_not_referred_to_by_one() throws IOException {
    Files.writeString(
        file(),
        """
        parley: 1
        title: Pay talks
        parties: {union: {name: Union, role: principal}, studios: {name: Studios, role: principal}}
        issues: {rise: {from: 0, to: 10, by: 0.5, unit: percent, obligor: studios}}
        record:
          - {studios offers: union, rise: 5}
          - {union attests with: all, rise: 4}
          - {studios attests with: all, rise: 4}
          - {studios performs: rise}
        """);
    Negotiation before = Scenario.read(file()).negotiation();
    Obligation rise = before.situation().obligations().keySet().iterator().next();
    try (Journal journal = Journal.open(file())) {
      assertThatThrownBy(() -> journal.record(Move.by("union").rejects(offer("5"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "entry [1] has no label in the file, so that no later entry can refer to it: close the journal and give it one, such as (id: o1)");
      assertThat(journal.record(Move.by("studios").performs(rise))).isInstanceOf(Accepted.class);
      assertThat(Scenario.read(file())).isEqualTo(journal.scenario());
    }
    assertThat(text()).endsWith("  - {studios performs: rise}\n...\n");
    assertThat(Scenario.read(file()).negotiation().chronicle().size()).isEqualTo(5);
  }

  private Path realPath() {
    try {
      return file().toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Example
  void what_is_refused_is_not_written() {
    try (Journal journal = Journal.create(file(), head())) {
      journal.append(moves().get(0));
      String before = text();
      assertThat(journal.append(Move.by("union").accepts(offer("5")))).isInstanceOf(Refusal.class);
      assertThat(journal.record(Move.by("union").accepts(offer("5")))).isInstanceOf(Refusal.class);
      assertThat(text()).isEqualTo(before);
      journal.record(sourced(Move.by("union").opensRound()));
      String since = text();
      Move other = sourced(Move.by("union").opensRound(), Source.report("news", "AFP"));
      assertThatThrownBy(() -> journal.record(other))
          .hasMessage("two sources have the id (news): give each its own");
      Move tooLong = Move.by("union").promises("x".repeat(100_001));
      assertThatThrownBy(() -> journal.record(tooLong))
          .hasMessage(
              "entry [3] does not fit into journal (%s): with it, one of its texts has 100,001 characters, and a text may have 100,000. Go on in a new file"
                  .formatted(file()));
      assertThat(text()).isEqualTo(since);
      assertThat(journal.negotiation().chronicle().size()).isEqualTo(2);
    }
  }

  @Example
  void a_closed_journal_takes_nothing_more() {
    Journal journal = Journal.create(file(), head());
    journal.close();
    journal.close();
    assertThatThrownBy(() -> journal.append(moves().get(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("journal (%s) is closed: open it again".formatted(file()));
    assertThatThrownBy(() -> Journal.create(file(), head()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "journal (%s) cannot be created: it exists already: open it, or choose another name"
                .formatted(file()));
    delete();
    assertThatThrownBy(() -> Journal.open(file()))
        .hasMessage(
            "journal (%s) cannot be opened: there is no such file: create it".formatted(file()));
  }

  @Example
  void a_corrected_entry_is_named_by_its_correction() {
    try (Journal journal = Journal.create(file(), head())) {
      journal.record(Move.by("studios").promises("to come back"));
      journal.correct(
          new EntryId(1), Move.by("studios").offers(offer("5")), Note.of("2023-05-03", "misheard"));
      journal.record(Move.by("union").accepts(offer("5")));
    }
    assertThat(text())
        .contains(
            """
              - {studios promises: to come back}
              - {id: o2, correct: [1], instead: {studios offers: union, rise: 5}, on: 2023-05-03, words: misheard}
              - {union accepts: o2}
            """);
    Scenario read = Scenario.read(file());
    assertThat(read.negotiation().situation().agreements()).hasSize(1);
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void a_file_of_ones_own_can_be_gone_on_with() throws IOException {
    String own =
        """
        # My notes
        parley: 1
        title: Pay talks
        parties:
          union: {name: Union, role: principal}
          studios: {name: Studios, role: principal}
        issues:
          rise: {from: 0, to: 10, by: 0.5, unit: percent}
        """;
    for (String record :
        List.of(
            "",
            "record:\n",
            "record: # nothing yet",
            "record:\n- union opens round:\n  on: 2023-05-02 # in the morning",
            "record:\n    - {union opens round, on: 2023-05-02}\n    # more to come\n",
            "record:\n  - union promises: |\n      to come\n      back\n",
            "record:\n  - {union opens round}\n...\n")) {
      Files.writeString(file(), own + record);
      Negotiation before = Scenario.read(file()).negotiation();
      for (Move move : moves().subList(5, 7)) {
        try (Journal journal = Journal.open(file())) {
          journal.record(move);
        }
      }
      Negotiation after = Scenario.read(file()).negotiation();
      assertThat(after.previous().orElseThrow().previous()).contains(before);
      assertThat(text()).startsWith(EndMark.PROMISE + own).endsWith("\n...\n");
    }
    for (String record :
        List.of(
            "record: [{union opens round}]\n",
            "record: []\nrules: []\n",
            "record: ~\n",
            "record: null # so far\n")) {
      Files.writeString(file(), own + record);
      assertThatThrownBy(() -> Journal.open(file()))
          .isInstanceOf(ScenarioException.class)
          .hasMessageContaining("a journal adds entries at the end");
      assertThat(text()).isEqualTo(own + record);
    }
  }

  @Example
  void forcing_can_be_put_off() {
    try (Journal journal = Journal.create(file(), head(), Forcing.every(3))) {
      moves().forEach(journal::append);
      journal.force();
    }
    try (Journal journal =
        Journal.open(file(), DemandKinds.READY_MADE, Registry.readyMade(), Forcing.never())) {
      assertThat(journal.negotiation().chronicle().size()).isEqualTo(7);
      assertThat(journal).hasToString("journal (%s), 7 entries".formatted(file()));
    }
    assertThatThrownBy(() -> Forcing.every(0)).hasMessage("entries (0) must be 1 or more");
    assertThatThrownBy(() -> new Forcing(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void a_scenario_is_written_into_a_file_as_a_whole() throws IOException {
    Path link = file().resolveSibling("link.yaml");
    Files.writeString(file(), "old");
    Files.createSymbolicLink(link, file());
    head().write(link);
    assertThat(link).isSymbolicLink();
    assertThat(text()).isEqualTo(head().write());
    try (Stream<Path> files = Files.list(file().resolveSibling("."))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("talks.yaml", "link.yaml");
    }
    Path nowhere = file().resolveSibling("none").resolve("x.yaml");
    assertThatThrownBy(() -> head().write(nowhere)).isInstanceOf(UncheckedIOException.class);
  }

  @Example
  void listeners_hear_of_every_entry_once_it_is_written() {
    List<String> heard = new ArrayList<>();
    try (Journal journal = Journal.create(file(), Scenario.of("t", Negotiation.about(AGENDA)))) {
      journal.append(Move.by("union").opensRound());
      journal.listen(
          (before, outcome) -> {
            assertThat(file()).content().contains("union closes round");
            heard.addAll(Delta.between(before, outcome.negotiation()).describe());
          });
      journal.append(Move.by("union").closesRound());
      assertThat(journal.append(Move.by("union").closesRound())).isInstanceOf(Refusal.class);
    }
    assertThat(heard).containsExactly("stage: IN_SESSION -> IN_RECESS", "round: closed");
  }

  @Example
  void a_listener_that_fails_is_named_with_the_entry_which_stands() {
    try (Journal journal = Journal.create(file(), Scenario.of("t", Negotiation.about(AGENDA)))) {
      journal.listen(
          (before, outcome) -> {
            throw new UnsupportedOperationException("not today");
          });
      assertThatThrownBy(() -> journal.append(Move.by("union").opensRound()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "entry [1] is written to journal (%s), but a listener failed: do not enter it again"
                  .formatted(file()))
          .hasRootCauseMessage("not today");
      assertThat(journal.negotiation().chronicle().size()).isEqualTo(1);
    }
    assertThat(Scenario.read(file()).negotiation().chronicle().size()).isEqualTo(1);
  }
}
