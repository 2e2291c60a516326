/**
 * How does coded data come in? A table of events that others have coded, in PLOVER, CAMEO, the
 * layout of ICEWS or an export of PA-X, becomes a scenario by a mapping: a file that says once who
 * negotiates about what, which columns hold what, and which entry each code stands for. {@link
 * dev.parley.scenario.coded.EventMapping} is that file; a row that becomes no entry is kept as
 * {@link dev.parley.scenario.coded.EventMapping.LeftOut} with the reason.
 */
@NullMarked
package dev.parley.scenario.coded;

import org.jspecify.annotations.NullMarked;
