package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.parley.analysis.prospect.Preference;
import dev.parley.evidence.Account;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a report after its summary, beside what happened entry by entry: one list for the
 * transcript, Markdown and the page, so that none of them says what another leaves out.
 *
 * @param wording the record in words
 * @param day the day at which the negotiation is observed
 * @param evidence who says what
 * @param preferences what parties are said to prefer
 */
public record Contents(
    Wording wording,
    Optional<LocalDate> day,
    EvidenceWords evidence,
    ImmutableList<Preference> preferences) {
  /**
   * What was written down beside a record.
   *
   * @param accounts its accounts
   * @param findings what was found when it was read
   * @param preferences what parties are said to prefer
   */
  public record Beside(
      ImmutableList<Account> accounts,
      ImmutableListMultimap<EntryId, Finding> findings,
      ImmutableList<Preference> preferences) {}

  /** Returns the parts of a report on a record, observed at a day. */
  public static Contents of(
      Negotiation negotiation, List<Source> sources, Optional<LocalDate> day, Beside beside) {
    Wording wording = Wording.of(negotiation, sources);
    return new Contents(
        wording,
        day,
        new EvidenceWords(wording, beside.accounts(), beside.findings()),
        beside.preferences());
  }

  /** {@return to when the record goes, and how long it is} */
  public String extent(Optional<LocalDate> recordTo, int sources) {
    List<String> parts = new ArrayList<>();
    recordTo.ifPresent(d -> parts.add("record to " + When.on(d).describe()));
    parts.add(Names.counted(wording.entries().size(), "entry", "entries"));
    if (sources > 0) {
      parts.add(Names.counted(sources, "source", "sources"));
    }
    return String.join(", ", parts);
  }

  /** {@return who negotiates, and about what} */
  public Section agenda() {
    return AgendaWords.section(wording);
  }

  /** {@return all parts but the agenda that have something to say, the most important first} */
  public ImmutableList<Section> sections() {
    CommitmentWords commitments = new CommitmentWords(wording.negotiation(), wording.deeds());
    ImmutableList.Builder<Section> all = ImmutableList.builder();
    all.add(new StageWords(day, wording).section());
    all.add(commitments.agreed(day));
    all.add(commitments.positions(day));
    all.addAll(DealAnalysis.of(wording.negotiation(), preferences).sections(wording.names()));
    all.add(evidence.section());
    all.add(
        lines(
            "unreported",
            "What is not reported",
            "unknown",
            new Unreported(wording.negotiation(), wording.deeds()).all()));
    all.add(lines("findings", "Remarks on the record", "as recorded", evidence.findings()));
    return all.build().stream()
        .filter(section -> !section.isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return what came of each round} */
  public RoundWords rounds() {
    return new RoundWords(wording);
  }

  private static Section lines(String id, String heading, String label, List<String> lines) {
    return Section.of(
        id, heading, ImmutableListMultimap.<String, String>builder().putAll(label, lines).build());
  }
}
