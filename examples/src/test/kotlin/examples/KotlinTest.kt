package examples

import dev.parley.agenda.Agenda
import dev.parley.agenda.Scale
import dev.parley.agenda.Terms
import dev.parley.demand.GeneralDemand
import dev.parley.demand.Offer
import dev.parley.progress.Progress
import dev.parley.talks.Move
import dev.parley.talks.Negotiation
import dev.parley.talks.Outcome
import dev.parley.testing.LegalPlay
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** A wage round and random plays of it, in Kotlin. */
class KotlinTest {
    private val agenda: Agenda =
        Agenda.builder()
            .principal("union", "Writers' union")
            .principal("studios", "Studios")
            .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
            .build()

    private fun offer(rise: String): Offer =
        Offer.of("studios", "union", Terms.on(agenda).set("rise", rise).build())

    @Test
    fun `a better offer moves the round, and one that was rejected cannot be accepted`() {
        val five = offer("5")
        val talks =
            Negotiation.about(agenda)
                .with(Move.by("union").opensRound())
                .with(Move.by("union").demands(GeneralDemand.of("union", "studios", "rise", "at least 6")))
                .with(Move.by("studios").offers(offer("4")), Move.by("union").closesRound())
                .with(Move.by("union").opensRound(), Move.by("studios").offers(five))
                .with(Move.by("union").rejects(five), Move.by("union").closesRound())
        assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED)
        when (val outcome = talks.apply(Move.by("union").accepts(five))) {
            is Outcome.Accepted -> throw AssertionError("the offer is over")
            else -> assertThat(outcome.toString()).contains("it was rejected in round 2")
        }
    }

    @Test
    fun `every round that is closed has a verdict in every legal play`() {
        val met =
            LegalPlay.ANY.on(agenda).check(100) { play ->
                play.course().peek { now ->
                    assertThat(now.rounds()).hasSize(now.closedRounds())
                }
            }
        assertThat(met).contains("kinds of moves")
    }
}
