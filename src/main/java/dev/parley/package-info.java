/**
 * Parley: the state of a negotiation as an immutable value. Nothing lies here; the rooms below each
 * answer one question, and {@link dev.parley.talks.Negotiation} is the door to begin at.
 */
@NullMarked
@Value.Style(
    visibility = ImplementationVisibility.PACKAGE,
    builderVisibility = BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    strictBuilder = true,
    depluralize = true,
    withUnaryOperator = "with*",
    jacksonIntegration = false)
package dev.parley;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
