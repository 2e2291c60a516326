/**
 * Which rules come ready-made? A rule of negotiating beyond the machine's own laws, such as "no
 * second concession before an answer", each in a file of its own that declares its name, its
 * sentence, its reason with the literature that it comes from, and what it can be set to. None is
 * on unless a rule book names it. A {@link dev.parley.rules.Registry} finds a rule by its name and
 * its parameters, ready-made or the caller's own; an {@link dev.parley.rules.Audit} holds a record
 * against a rule book.
 *
 * <p>In reading order: {@link dev.parley.rules.Rules}, {@link dev.parley.rules.Rules.ReadyMade},
 * {@link dev.parley.rules.Registry}, {@link dev.parley.rules.Registry.Parameters}, {@link
 * dev.parley.rules.Audit}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.rules;

import org.jspecify.annotations.NullMarked;
