/** The state of a negotiation as an immutable value. */
module dev.parley {
  requires transitive com.google.common;
  requires transitive org.jspecify;
  requires static transitive org.immutables.value.annotations;
  requires static com.google.errorprone.annotations;
  requires static java.compiler;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  exports dev.parley.agenda;
  exports dev.parley.evidence;
}
