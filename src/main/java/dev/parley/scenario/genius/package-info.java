/**
 * How do other tools write preferences down? Hundreds of negotiation domains exist as XML files of
 * GENIUS (Lin et al., "Genius: An Integrated Environment for Supporting the Design of Generic
 * Automated Negotiators", 2014) and as JSON profiles of its successor GeniusWeb. They are read and
 * written here under those tools' own semantics. What cannot be represented is refused by name,
 * never dropped; what GENIUS itself ignores (descriptions and costs of items, the agents of a
 * session, similarity functions) is not kept.
 *
 * <p>In reading order: {@link dev.parley.scenario.genius.GeniusDomain}, {@link
 * dev.parley.scenario.genius.GeniusDomain.GeniusIssue}, {@link
 * dev.parley.scenario.genius.GeniusProfile}, {@link
 * dev.parley.scenario.genius.GeniusProfile.GeniusEvaluator}, {@link
 * dev.parley.scenario.genius.GeniusXml}, {@link dev.parley.scenario.genius.GeniusWebJson}, {@link
 * dev.parley.scenario.genius.GeniusException}.
 */
@NullMarked
package dev.parley.scenario.genius;

import org.jspecify.annotations.NullMarked;
