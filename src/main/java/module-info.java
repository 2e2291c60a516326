/** The state of a negotiation as an immutable value. */
module dev.parley {
  requires transitive com.google.common;
  requires transitive org.jspecify;
  requires static transitive org.immutables.value.annotations;
  requires static com.google.errorprone.annotations;
  requires static java.compiler;
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires java.xml;
  requires tools.jackson.core;
  requires org.snakeyaml.engine;

  exports dev.parley.agenda;
  exports dev.parley.analysis.bargaining;
  exports dev.parley.analysis.prospect;
  exports dev.parley.analysis.stability;
  exports dev.parley.analysis;
  exports dev.parley.demand;
  exports dev.parley.evidence;
  exports dev.parley.explore;
  exports dev.parley.progress;
  exports dev.parley.report;
  exports dev.parley.rules;
  exports dev.parley.scenario.genius;
  exports dev.parley.scenario;
  exports dev.parley.talks;
  exports dev.parley.testing;
}
