/**
 * What is agreed, who is bound, is it carried out? A negotiation has any number of agreements, each
 * with its own text, the consents of those whom it binds, and a life of its own: tabled,
 * initialled, signed, in force, over. The law is, by analogy, that of treaties (Vienna Convention
 * on the Law of Treaties, 1969), which labour and trade practice follow in smaller words; a price
 * haggle stays three moves.
 *
 * <p>In reading order: {@link dev.parley.agreement.Consent}, {@link dev.parley.agreement.Assent},
 * {@link dev.parley.agreement.AgreementStage}, {@link dev.parley.agreement.Accord}, {@link
 * dev.parley.agreement.Agreement}, {@link dev.parley.agreement.Obligation} with its {@link
 * dev.parley.agreement.ObligationState} and {@link dev.parley.agreement.Obligation.Implementation},
 * {@link dev.parley.agreement.Ledger}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.agreement;

import org.jspecify.annotations.NullMarked;
