/**
 * How does a value travel from one program to another? Negotiations, what they are made of and what
 * is read from them are {@link java.io.Serializable}: Java's own serialization takes them, and so
 * does what builds on it, such as Spark. In a stream stands not the object but its parts, or its
 * text, and it is made anew from them where it arrives, by the same doors as any other: what those
 * would refuse is refused, with an {@link java.io.InvalidObjectException} or with the exception of
 * the law that it breaks.
 *
 * <p>In reading order: {@link dev.parley.travel.Travelling}, {@link dev.parley.travel.RecordForm},
 * {@link dev.parley.travel.TextForm}. Whoever uses values needs none of them.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.travel;

import org.jspecify.annotations.NullMarked;
