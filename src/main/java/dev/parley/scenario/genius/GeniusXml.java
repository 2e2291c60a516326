package dev.parley.scenario.genius;

import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;

/**
 * Domains and linear additive profiles in the XML of GENIUS, under its semantics: each evaluation
 * of a discrete issue is divided by the issue's largest, weights are divided by their sum, a
 * formula evaluates integer and real issues, and a profile without a reservation reserves 0. A real
 * issue has the {@value GeniusIssue#POINTS} values that GENIUS itself looks at. Laws: what is
 * written reads back equal; a file with a document type is refused.
 */
public final class GeniusXml {
  private GeniusXml() {}

  /**
   * Reads a domain.
   *
   * @param name a name for it, such as the file's
   * @param xml the text of a domain or of a profile, whose weights and evaluations are then not
   *     looked at
   * @return the domain
   * @throws GeniusException if it cannot be read, or holds what cannot be represented
   */
  public static GeniusDomain readDomain(String name, String xml) {
    return GeniusXmlReader.domain(name, Element.parse(xml));
  }

  /**
   * Reads a profile.
   *
   * @param domain the domain that it belongs to
   * @param party whose preferences these are, an identifier
   * @param xml the text
   * @return the profile, its reservation and its discount
   * @throws GeniusException if it cannot be read, belongs to another domain, or holds what cannot
   *     be represented
   */
  public static GeniusProfile readProfile(GeniusDomain domain, String party, String xml) {
    return new GeniusXmlReader(domain).profile(party, Element.parse(xml));
  }

  /**
   * Writes a domain.
   *
   * @param domain the domain
   * @return the text, lines ended by line feeds
   * @throws GeniusException if GENIUS has no type for an issue
   */
  public static String write(GeniusDomain domain) {
    return GeniusXmlWriter.domain(domain);
  }

  /**
   * Writes a profile.
   *
   * @param profile the profile, whose best possible utility must be 1
   * @return the text, lines ended by line feeds
   * @throws GeniusException if GENIUS cannot hold it: a best utility other than 1, a negative
   *     evaluation, a reservation given as an outcome or not known, a number that no decimal ends
   */
  public static String write(GeniusProfile profile) {
    return GeniusXmlWriter.profile(profile);
  }

  /**
   * Writes a profile of one's own.
   *
   * @param name a name for it
   * @param profile the profile, whose best possible utility must be 1
   * @return the text
   * @throws GeniusException as {@link #write(GeniusProfile)}
   */
  public static String write(String name, AdditiveProfile profile) {
    return write(GeniusProfile.of(name, profile));
  }
}
