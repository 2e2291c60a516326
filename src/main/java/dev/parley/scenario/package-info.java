/**
 * How is it written down? A scenario is a text file, YAML 1.2 or the JSON that YAML contains, which
 * people write by hand and keep under version control. It is read in two steps: first the text
 * becomes a tree in which every node knows its line, column and path, then the tree becomes a
 * negotiation. Both steps go on after a problem, so that one reading names all of them, each with
 * its place; a file that has problems yields a {@link dev.parley.scenario.ScenarioException} and
 * nothing else.
 *
 * <p>In reading order: {@link dev.parley.scenario.Scenario}, {@link
 * dev.parley.scenario.Scenario.Label}, {@link dev.parley.scenario.DemandKinds}, {@link
 * dev.parley.scenario.Layout}, {@link dev.parley.scenario.Limits}, {@link
 * dev.parley.scenario.ScenarioException}, {@link dev.parley.scenario.ScenarioException.Problem},
 * {@link dev.parley.scenario.ScenarioException.Problem.Place}; and for a record that is written
 * while talks go on, {@link dev.parley.scenario.Journal}, {@link dev.parley.scenario.Forcing},
 * {@link dev.parley.scenario.TornTail}.
 *
 * <h2>Whole files</h2>
 *
 * <p>A file that Parley wrote begins with a comment that says so, and ends with YAML's end mark,
 * {@code ...}, on a line of its own. If the mark is missing, the file was perhaps cut, and is not
 * read: the message names its last whole entry. A file that a person began needs neither.
 *
 * <h2>The head</h2>
 *
 * <table>
 * <caption>Keys of a file; all but parley, title, parties and issues can be left out</caption>
 * <tr><th>key</th><th>what stands there</th></tr>
 * <tr><td>{@code parley}</td><td>the version, {@code 1}</td></tr>
 * <tr><td>{@code title}</td><td>what it is about</td></tr>
 * <tr><td>{@code record-to}</td><td>the day at which the end is observed</td></tr>
 * <tr><td>{@code policy}</td>
 *     <td>{@code stall-after}, {@code negligible}, {@code dormant-after-days}, {@code
 *     single-undertaking: yes}, {@code about: 5 percent}</td></tr>
 * <tr><td>{@code parties}</td>
 *     <td>by id: {@code name}, and a {@code role} or a list of them: principal, mediator, guarantor,
 *     supporter, observer; {@code ally of}: another party, or several, beside which it stands</td></tr>
 * <tr><td>{@code outsiders}</td><td>by id: {@code name}</td></tr>
 * <tr><td>{@code delegations}</td>
 *     <td>by id: {@code of} (a party, or several: what a joint delegation says, each of them says), {@code name}, {@code level} (heads, ministerial, senior, mid-level,
 *     technical; left out where nobody says), {@code mandate}: full (unless given), ad referendum, none, or a mapping from issues
 *     to final, ad referendum or none, with {@code otherwise}; {@code confirmed by}: the delegation
 *     that confirms what this one commits to ad referendum</td></tr>
 * <tr><td>{@code ratification}</td>
 *     <td>who must ratify what it has signed: {@code all}, {@code none} (unless given), or a list of
 *     principals</td></tr>
 * <tr><td>{@code issues}</td>
 *     <td>by id: a scale ({@code levels}, {@code options} or {@code items} with a list of names, or
 *     {@code from}, {@code to}, {@code by} and {@code unit}), {@code name}, {@code better: {hamas:
 *     more}}, {@code obligor}, {@code kind}: the kind of demand that is made on it (end of war,
 *     withdrawal, prisoner release, hostage release, hostage list, or one of your own), {@code codes}
 *     by scheme</td></tr>
 * <tr><td>{@code sources}</td>
 *     <td>by id: one of {@code report}, {@code document} and {@code statement of}; {@code speaker},
 *     {@code anonymous: yes}, {@code via}, {@code on}, {@code where}</td></tr>
 * <tr><td>{@code accounts}</td>
 *     <td>by name: {@code unit}, {@code whole}, {@code parts}, {@code sources} by label</td></tr>
 * <tr><td>{@code stage-codes}</td><td>codes by scheme, by stage</td></tr>
 * <tr><td>{@code reservations}</td>
 *     <td>private bottom lines, never shown: asks by issue, by party</td></tr>
 * <tr><td>{@code preferences}</td>
 *     <td>what the parties prefer, by party: {@code said by} or {@code assumed by} a source; {@code
 *     weighs}, by issue, with {@code weight} and {@code worth}; {@code reservation}, a utility or an
 *     outcome; {@code power}; {@code discount}, {@code breakdown}</td></tr>
 * <tr><td>{@code rules}</td>
 *     <td>a list of rules: {@code rule}, its name in the registry, and its parameters, such as {@code
 *     {rule: round-limit, rounds: 3, severity: warn}}</td></tr>
 * <tr><td>{@code record}</td><td>the list of entries</td></tr>
 * </table>
 *
 * <h2>Preferences</h2>
 *
 * <p>{@code union: {assumed by: desk, weighs: {arrears: {weight: 5, worth: 0 to 1}, gates: {weight:
 * 2, worth: {closed: 0, day only: 1/3, day and night: 1}}}, reservation: 2.5}}: whose assumption it
 * is, or who says so; how much an issue counts beside the others; how good its values are, evenly
 * from the scale's least to its most or value by value; and what the party has without an
 * agreement. An issue that is not weighed is unknown, not unimportant. {@code power: 2} is
 * bargaining power beside the others'; {@code discount: 0.9} is what a gain of 1 a round later is
 * worth now, and {@code breakdown: 0.1} the chance that the talks end after a round.
 *
 * <h2>Entries</h2>
 *
 * <p>An entry has one key that says who does what, and may have {@code on} (a date), {@code
 * source}, {@code through} (a delegation), {@code words}, {@code codes} and {@code id}, a label by
 * which later entries refer to it. A source is one of the head, by its id, or is described where it
 * is first cited, {@code source: {news: {report: Reuters}}}, and cited by its id from there on.
 *
 * <table>
 * <caption>Verbs, what follows them, and their other keys</caption>
 * <tr><th>verb</th><th>value</th><th>other keys</th></tr>
 * <tr><td>{@code opens round}</td><td>a track, a list, or nothing</td><td>{@code format}</td></tr>
 * <tr><td>{@code meets}</td><td>an actor, a list of them, a track, or nothing</td>
 *     <td>{@code in}: a track; {@code format}</td></tr>
 * <tr><td>{@code closes round}, {@code breaks off}, {@code declares impasse}, {@code abandons
 *     talks}, {@code leaves talks}</td><td>nothing</td><td></td></tr>
 * <tr><td>{@code suspends}</td>
 *     <td>nothing, for the talks; the label of an agreement's text, or an obligation under it,
 *     {@code truce/release}</td>
 *     <td>{@code which}; {@code toward}: between itself and whom it suspends an agreement; all unless
 *     given</td></tr>
 * <tr><td>{@code resumes}</td>
 *     <td>nothing, for the talks; the label of an agreement's text, or an obligation under it,
 *     {@code truce/release}</td><td>{@code which}</td></tr>
 * <tr><td>{@code sets deadline}</td><td>its name</td><td>{@code date}, {@code for}</td></tr>
 * <tr><td>{@code extends deadline}</td><td>its name</td><td>{@code date}</td></tr>
 * <tr><td>{@code sends}</td><td>a delegation</td><td>{@code to}: a track</td></tr>
 * <tr><td>{@code adds issue}, {@code widens}</td><td>an issue</td>
 *     <td>those of an issue: a scale ({@code levels}, {@code options} or {@code items}, or {@code
 *     from}, {@code to}, {@code by} and {@code unit}), {@code name}, {@code better}, {@code obligor},
 *     {@code kind}; its codes are {@code issue codes}</td></tr>
 * <tr><td>{@code admits}</td><td>a party that is no principal: it negotiates from here on</td>
 *     <td></td></tr>
 * <tr><td>{@code excludes}</td><td>a principal: it negotiates no more</td><td></td></tr>
 * <tr><td>{@code demands of}, {@code amends demand of}</td><td>a party, a list, or {@code all}</td>
 *     <td>an ask for each issue, also under {@code issues}; {@code firmness} (precondition,
 *     essential, negotiable), {@code sufficient}, {@code kind}; {@code in the name of}</td></tr>
 * <tr><td>{@code drops}</td><td>an issue or a list</td><td></td></tr>
 * <tr><td>{@code rejects demand}</td><td>a label</td><td></td></tr>
 * <tr><td>{@code ties}</td><td>an issue</td><td>{@code together with} or {@code after};
 *     {@code in the name of}</td></tr>
 * <tr><td>{@code unties}</td><td>an issue</td><td></td></tr>
 * <tr><td>{@code offers}</td><td>a party, a list, or {@code all}</td>
 *     <td>what a text says (below): a value for each issue, also under {@code issues}; {@code if},
 *     {@code instalments}, {@code undertakings}, {@code brackets}, {@code severable}, {@code whole},
 *     {@code interim}, {@code stands alone}, {@code open to}, {@code denounceable}, {@code verified
 *     by}, {@code in force}, {@code lasts}, {@code replaces}, {@code amends}; {@code
 *     until}, {@code counters}; {@code in the name of}</td></tr>
 * <tr><td>{@code proposes to}</td><td>a list of two parties or more, or {@code all}</td>
 *     <td>what a text says: the issues, also under {@code issues}; {@code if}, {@code instalments},
 *     {@code undertakings}, {@code brackets}, {@code severable}, {@code whole}, {@code interim}, {@code
 *     stands alone}, {@code open to}, {@code denounceable}, {@code verified by}, {@code in force}, {@code lasts}, {@code replaces}, {@code amends}; {@code until}; {@code in the
 *     name of}</td></tr>
 * <tr><td>{@code offers one of}</td><td>a party, a list, or {@code all}</td>
 *     <td>{@code alternatives}: offers by label; {@code counters}; {@code in the name of}</td></tr>
 * <tr><td>{@code withdraws}</td><td>a label</td><td></td></tr>
 * <tr><td>{@code accepts}</td><td>a label</td>
 *     <td>{@code parts}, {@code ad referendum}, {@code authority}</td></tr>
 * <tr><td>{@code rejects}</td><td>a label; of an entry with several alternatives it rejects all
 *     that stand</td>
 *     <td>{@code besides}: the labels of others of the same maker; {@code undisputed}</td></tr>
 * <tr><td>{@code attests with}</td>
 *     <td>the other party, a list of them, or {@code all}</td>
 *     <td>what a text says: the issues, also under {@code issues}; {@code if}, {@code instalments},
 *     {@code undertakings}, {@code brackets}, {@code severable}, {@code whole}, {@code interim}, {@code
 *     stands alone}, {@code open to}, {@code denounceable}, {@code verified by}, {@code in force}, {@code lasts}, {@code replaces}, {@code amends}; or {@code same as}, the label
 *     of an earlier text; {@code among others} where the speaker is not concerned</td></tr>
 * <tr><td>{@code signs}, {@code initials}, {@code confirms}, {@code denounces}, {@code agrees to
 *     end}, {@code joins}</td>
 *     <td>the label of a text: of an offer, a proposal or an attestation; nothing where only one
 *     awaits it, save for {@code signs} and {@code initials}</td><td></td></tr>
 * <tr><td>{@code ratifies}</td>
 *     <td>the label of a text, or nothing where only one awaits it</td>
 *     <td>{@code if}: under which conditions; it has ratified once they are met</td></tr>
 * <tr><td>{@code fails to ratify}</td>
 *     <td>the label of a text, or nothing where only one awaits it</td><td></td></tr>
 * <tr><td>{@code softens}, {@code hardens}, {@code holds}</td>
 *     <td>an issue, or {@code unknown issue}</td><td>{@code toward}</td></tr>
 * <tr><td>{@code sets off}, {@code excuses}</td><td>an obligation</td>
 *     <td>{@code which}, where several have that name</td></tr>
 * <tr><td>{@code performs}</td><td>an obligation</td>
 *     <td>{@code amount}: how much was done with this, in the obligation's unit; or {@code degree}
 *     (none, minimal, intermediate, full); in full without either; {@code which}</td></tr>
 * <tr><td>{@code finds}</td><td>an obligation</td>
 *     <td>{@code amount}: how much is done in all; or {@code breach}: what it is; in full without
 *     either; {@code which}</td></tr>
 * <tr><td>{@code notes}</td><td>the label of a text</td>
 *     <td>{@code met} or {@code failed}: the issue of its condition; without either, that its time is
 *     up</td></tr>
 * <tr><td>{@code interprets}</td><td>the label of a text</td>
 *     <td>{@code term}: an issue of it; {@code as}: how the party reads it, in words</td></tr>
 * <tr><td>{@code alleges breach of}</td><td>an obligation</td>
 *     <td>{@code words}, {@code which}</td></tr>
 * <tr><td>{@code claims}</td><td>a question</td>
 *     <td>one of {@code figure}, {@code date}, {@code text}, {@code answer}; {@code concerning};
 *     {@code as said by} and {@code as said on}, where they differ from the entry's source and
 *     date</td></tr>
 * <tr><td>{@code accuses}</td><td>an actor</td><td>{@code words}</td></tr>
 * <tr><td>{@code promises}, {@code threatens}, {@code commits to}, {@code in incident}, {@code
 *     changes government}</td><td>words</td><td></td></tr>
 * <tr><td>{@code presses by}</td><td>by what, in words</td><td>{@code against}</td></tr>
 * </table>
 *
 * <p>What a text says besides its values:
 *
 * <table>
 * <caption>Keys of offers, proposals and attestations</caption>
 * <tr><th>key</th><th>what follows it</th></tr>
 * <tr><td>{@code if}</td><td>conditions by issue, or a list of them</td></tr>
 * <tr><td>{@code instalments}</td><td>steps by name: issues, {@code when}</td></tr>
 * <tr><td>{@code undertakings}</td>
 *     <td>who does what, by name: {@code by}, {@code what} or issues, {@code amount}: how much there is
 *     to do; {@code refrain: yes}: an obligation to refrain, such as a cease-fire; {@code due}, {@code
 *     when}, {@code guarantor}</td></tr>
 * <tr><td>{@code brackets}</td>
 *     <td>clauses that are not agreed yet, the versions side by side, by issue and party: {@code
 *     {posts: {port: removed, crew: stay}}}</td></tr>
 * <tr><td>{@code severable: yes}</td>
 *     <td>each issue can be agreed by itself; unless given, nothing in it is agreed until all of it
 *     is</td></tr>
 * <tr><td>{@code whole: yes}</td><td>it claims to settle the whole dispute</td></tr>
 * <tr><td>{@code interim: yes}</td><td>it settles for its time only, and ends no demand</td></tr>
 * <tr><td>{@code stands alone: yes}</td>
 *     <td>it is agreed by itself, where other parts wait for a single undertaking</td></tr>
 * <tr><td>{@code open to}</td><td>who can join it later: a party or a list</td></tr>
 * <tr><td>{@code denounceable: yes}</td><td>a party can leave it when it wants to</td></tr>
 * <tr><td>{@code verified by}</td>
 *     <td>who verifies: what that one {@code finds} settles what was done, and what was not</td></tr>
 * <tr><td>{@code lasts}</td>
 *     <td>{@code 4 days}, {@code until 2025-03-01}, or {@code {until: an event in words}}, which
 *     somebody {@code notes}</td></tr>
 * <tr><td>{@code in force}</td>
 *     <td>{@code on ratification} (unless given: once all who must ratify have), {@code on signature},
 *     or a date; or more than one of: {@code ratified by} (parties; so many; {@code each} for itself;
 *     {@code none}), {@code on} a date, {@code after} an obligation, {@code when} an event in words,
 *     which somebody {@code notes}; {@code provisionally: yes}, where it is carried out before</td></tr>
 * <tr><td>{@code replaces}</td>
 *     <td>the label of an earlier text whose place it takes: an agreement, or a draft</td></tr>
 * <tr><td>{@code amends}</td>
 *     <td>the label of an agreement that it changes for those who consent</td></tr>
 * </table>
 *
 * <p>An obligation is named as in its agreement, {@code release}, or with the label of the text
 * before it where several have that name, {@code truce/release}.
 *
 * <p>A demand is of the {@code kind} that it says itself, or else of the one that its issues name
 * between them; an issue that names it comes first (how far, before by when). It is the general one
 * where they name none or several, where that kind cannot say what is asked, and with {@code kind:
 * demand}. A name such as {@code withdrawal} says nothing by itself.
 *
 * <p>An ask is a region ({@code at least 50}, {@code truce or permanent end}, a list of items),
 * {@code not stated}, or {@code {region: ..., in words: ...}} with either or both. An instalment is
 * due {@code when: in force}, {@code day 7}, {@code 2025-03-01}, {@code after first}, {@code 3 days
 * after first} (or hours), or at an event in words. Who speaks for another says so {@code in the
 * name of} it. An issue that is called like a key of entries stands under {@code issues}. With
 * {@code accuses} and {@code alleges breach of}, which have words of their own, the wording of the
 * entry itself stands under {@code saying}.
 *
 * <p>Three more entries are words on an earlier one, which is named by its label, or by its number
 * in brackets ({@code [3]}): {@code {correct: o1, instead: {...}}}, {@code {cancel: [7]}} and
 * {@code {deny: o1}}. A label of a corrected entry names what the correction says, and so does a
 * label of the correction itself.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.scenario;

import org.jspecify.annotations.NullMarked;
