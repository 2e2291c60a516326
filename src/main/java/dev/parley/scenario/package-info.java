/**
 * How is it written down? A scenario is a text file, YAML 1.2 or the JSON that YAML contains, which
 * people write by hand and keep under version control. It is read in two steps: first the text
 * becomes a tree in which every node knows its line, column and path, then the tree becomes a
 * negotiation. Both steps go on after a problem, so that one reading names all of them, each with
 * its place; a file that has problems yields a {@link dev.parley.scenario.ScenarioException} and
 * nothing else.
 */
@NullMarked
package dev.parley.scenario;

import org.jspecify.annotations.NullMarked;
