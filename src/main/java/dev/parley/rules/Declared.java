package dev.parley.rules;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.rules.Rules.ReadyMade;
import dev.parley.talks.Finding;

/**
 * A ready-made rule: its kind declares what it is called and says, its settings what it is set to.
 */
non-sealed interface Declared extends ReadyMade {
  Settings settings();

  default <T> T get(Setting<T> setting) {
    return settings().get(setting);
  }

  @Override
  default String id() {
    return settings().kind().id();
  }

  @Override
  default String statement() {
    return settings().kind().statement();
  }

  @Override
  default String rationale() {
    return settings().kind().rationale();
  }

  @Override
  default Finding.Severity severity() {
    return get(settings().kind().severity());
  }

  @Override
  default ImmutableMap<String, String> parameters() {
    return settings().written();
  }

  /** Returns whether somebody on the agenda is a party in this role. */
  static boolean hasRole(Agenda agenda, ActorId who, Role role) {
    return agenda.actors().get(who) instanceof Party party && party.roles().contains(role);
  }
}
