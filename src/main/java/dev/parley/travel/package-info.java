/**
 * How does a value travel from one program to another? Negotiations, what they are made of and what
 * is read from them are {@link java.io.Serializable}: Java's own serialization takes them, and so
 * does what builds on it, such as Spark. In a stream stands not the object but its parts, or its
 * text, and it is made anew from them where it arrives, by the same doors as any other: what those
 * would refuse is refused, with an {@link java.io.InvalidObjectException} or with the exception of
 * the law that it breaks.
 *
 * <p>Whoever reads a stream from strangers lets nothing else in it: what stands in streams of this
 * library is of its own types, of Guava's collections, or of four packages of the platform, and a
 * filter says so before anything is made:
 *
 * <pre>{@code
 * ObjectInputStream in = new ObjectInputStream(stream);
 * in.setObjectInputFilter(
 *     ObjectInputFilter.Config.createFilter(
 *         "maxbytes=10000000;maxdepth=500;maxarray=100000;"
 *             + "dev.parley.**;com.google.common.collect.*;"
 *             + "java.lang.*;java.math.*;java.time.*;java.util.*;!*"));
 * Negotiation talks = (Negotiation) in.readObject();
 * }</pre>
 *
 * <p>A rule or a demand of one's own adds its package before the {@code !*}. How deep a stream is
 * nested does not grow with the record.
 *
 * <p>In reading order: {@link dev.parley.travel.Travelling}, {@link dev.parley.travel.RecordForm},
 * {@link dev.parley.travel.TextForm}. Whoever uses values needs none of them.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.travel;

import org.jspecify.annotations.NullMarked;
