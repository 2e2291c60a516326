package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;

/**
 * Domains and linear additive profiles in the XML of GENIUS, read as version 10.4 does: each
 * evaluation of a discrete issue is divided by the issue's largest, and all are 0 where that is
 * below 0.00001; weights count as they are, so that they need not add up to 1, and {@linkplain
 * GeniusProfile#capped a utility above 1 counts as 1}; a formula evaluates integer and real issues;
 * a discount that is not above 0, or is above 1, counts as 1; a profile without a reservation
 * reserves 0. Two issues of weight 0.4, both at their best, make 0.8.
 *
 * <p>A weight for something that is no issue, such as the objective itself, counts for nothing, and
 * what a session with uncertain preferences sets beside a profile ({@code comparisons}, {@code
 * errors}, {@code fixed_seed}) changes no utility. A real issue has the {@value GeniusIssue#POINTS}
 * values that GENIUS itself looks at. {@link #readLeniently} leaves out what else it does not know.
 * Laws: what is written reads back equal; a file with a document type is refused.
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
   * Reads a profile, and leaves out every element that no linear additive profile has.
   *
   * @param domain the domain that it belongs to
   * @param party whose preferences these are, an identifier
   * @param xml the text
   * @return the profile, and what was left out
   * @throws GeniusException as {@link #readProfile} for what remains
   */
  public static Lenient readLeniently(GeniusDomain domain, String party, String xml) {
    ImmutableList.Builder<String> ignored = ImmutableList.builder();
    Element known = Element.parse(xml).known(GeniusXmlReader.KNOWN, ignored);
    return new Lenient(new GeniusXmlReader(domain).profile(party, known), ignored.build());
  }

  /**
   * What was read of a file that holds more than a linear additive profile has. Immutable.
   *
   * @param profile the profile
   * @param ignored the elements that were left out, such as {@code line 26: (hyperRectangle)}
   */
  public record Lenient(GeniusProfile profile, ImmutableList<String> ignored) {}

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
   * @param profile the profile; a utility of it above 1 is one that GENIUS counts as 1
   * @return the text, lines ended by line feeds
   * @throws GeniusException if GENIUS cannot hold it: an issue of which every evaluation is below
   *     zero, a reservation given as an outcome or not known, a number that no decimal ends
   */
  public static String write(GeniusProfile profile) {
    return GeniusXmlWriter.profile(profile);
  }

  /**
   * Writes a profile of one's own.
   *
   * @param name a name for it
   * @param profile the profile, of which no utility is above 1
   * @return the text
   * @throws GeniusException as {@link #write(GeniusProfile)}, and for a utility above 1
   */
  public static String write(String name, AdditiveProfile profile) {
    GeniusProfile written = GeniusProfile.of(name, profile);
    Fraction best = written.best();
    if (best.compareTo(Fraction.ONE) > 0) {
      throw new GeniusException(
          "profile of (%s) has utilities up to (%s), and GENIUS counts those above 1 as 1: divide the weights and the reservation by (%s) to write it"
              .formatted(profile.party(), best, best));
    }
    return write(written);
  }
}
