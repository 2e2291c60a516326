/**
 * Parley models the state of a negotiation: who asks for what, what was offered, and whether the
 * round moved or stalled, measured, with reasons and sources.
 *
 * <p>It begins with an {@linkplain dev.parley.agenda.Agenda agenda}: the parties, and the issues
 * with their scales. From there a {@link dev.parley.talks.Negotiation} goes on by {@linkplain
 * dev.parley.talks.Move moves}. A legal one gives the next negotiation and leaves the one before as
 * it was; an illegal one gives a {@link dev.parley.talks.Refusal} that names every law it breaks
 * and the way out.
 *
 * <pre>{@code
 * Agenda agenda =
 *     Agenda.builder()
 *         .principal("union", "Writers' union")
 *         .principal("studios", "Studios")
 *         .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
 *         .build();
 * Offer five = Offer.of("studios", "union", Terms.on(agenda).set("rise", "5").build());
 * Negotiation talks =
 *     Negotiation.about(agenda)
 *         .with(Move.by("union").opensRound())
 *         .with(Move.by("union").demands(GeneralDemand.of("union", "studios", "rise", "at least 6")))
 *         .with(Move.by("studios").offers(five))
 *         .with(Move.by("union").closesRound());
 * talks.round(1).describe(); // => STATED
 * talks.situation().gaps(IssueId.of("rise")).get(0).size().orElseThrow(); // => 1
 * talks.apply(Move.by("studios").accepts(five));
 * // => studios cannot accept its own offer (rise 5). Withdraw it, or wait for union.
 * }</pre>
 *
 * <h2>Four ideas to read the rest with</h2>
 *
 * <ul>
 *   <li>A <em>demand</em> is a region of values and binds nobody; an <em>offer</em> is a package
 *       that binds its maker if accepted. What both have stated on an issue is a party's
 *       <em>position</em> there, towards each counterpart. Not stated is never zero.
 *   <li>Nobody types in that a round moved. Each party's <em>step</em> is measured against the same
 *       region of its counterpart before and after, and the <em>verdict</em> of the round follows
 *       from the steps. What nobody reported is UNREPORTED, never "unchanged".
 *   <li>Everything said has somebody who said it: <em>attested</em> by the actor,
 *       <em>reported</em>, <em>alleged</em> by a counterpart, or <em>denied</em>. Claims that
 *       cannot both be true stand beside each other.
 *   <li>{@link dev.parley.talks.Negotiation#apply} is for play and refuses; {@link
 *       dev.parley.talks.Negotiation#record} is for what the world has done: it takes it as it is,
 *       with findings.
 * </ul>
 *
 * <h2>The rooms, in reading order</h2>
 *
 * <p>{@link dev.parley.agenda}, {@link dev.parley.evidence} and {@link dev.parley.demand} hold what
 * negotiations are made of, {@link dev.parley.progress}, {@link dev.parley.agreement} and {@link
 * dev.parley.talks} how they go. {@link dev.parley.rules} has rules to choose from, {@link
 * dev.parley.explore} and {@link dev.parley.testing} find out whether a rule holds. {@link
 * dev.parley.analysis} says what follows from a record: what stands in the way, {@linkplain
 * dev.parley.analysis.bargaining what would be fair}, {@linkplain dev.parley.analysis.ranking
 * whatever the numbers}, {@linkplain dev.parley.analysis.stability what would last}, {@linkplain
 * dev.parley.analysis.prospect all of it for one package}, and {@linkplain
 * dev.parley.analysis.priority what a party seems to want}. {@link dev.parley.scenario} is how a
 * record is written down, {@link dev.parley.scenario.coded} how coded data comes in, {@link
 * dev.parley.report} how it reads, {@link dev.parley.report.page} how it looks in a browser, {@link
 * dev.parley.json} how a program reads it, {@link dev.parley.report.tidy} how a statistics program
 * does, {@link dev.parley.compare} how far two coders agree, and {@link dev.parley.cli} the command
 * line.
 */
module dev.parley {
  requires transitive com.google.common;
  requires transitive org.jspecify;
  requires static transitive org.immutables.value.annotations;
  requires static com.google.errorprone.annotations;
  requires static org.immutables.serial;
  requires static java.compiler;
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires info.picocli;
  requires java.xml;
  requires tools.jackson.core;
  requires org.snakeyaml.engine;

  exports dev.parley.agenda;
  exports dev.parley.agreement;
  exports dev.parley.analysis.bargaining;
  exports dev.parley.analysis.priority;
  exports dev.parley.analysis.prospect;
  exports dev.parley.analysis.ranking;
  exports dev.parley.analysis.stability;
  exports dev.parley.analysis;
  exports dev.parley.cli;
  exports dev.parley.compare;
  exports dev.parley.demand;
  exports dev.parley.evidence;
  exports dev.parley.explore;
  exports dev.parley.json;
  exports dev.parley.play;
  exports dev.parley.progress;
  exports dev.parley.report.page;
  exports dev.parley.report.tidy;
  exports dev.parley.report;
  exports dev.parley.rules;
  exports dev.parley.scenario.coded;
  exports dev.parley.scenario.genius;
  exports dev.parley.scenario;
  exports dev.parley.talks;
  exports dev.parley.testing;
  exports dev.parley.travel;

  opens dev.parley.cli to
      info.picocli;
}
