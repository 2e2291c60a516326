/**
 * Parley: the state of a negotiation as an immutable value. The rooms below each answer one
 * question.
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
