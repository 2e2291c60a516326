package dev.parley.play;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.parley.play.SessionResult.End;
import dev.parley.play.Tally.Course;
import dev.parley.travel.RecordForm;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What travels in the place of a tally: its session, and the counts column by column, which takes
 * less room than one object for each.
 */
record TallyForm(
    @Nullable Session session,
    @Nullable ImmutableList<End> ends,
    @Nullable ImmutableIntArray outcomes,
    @Nullable ImmutableIntArray rounds,
    @Nullable ImmutableLongArray counts)
    implements Serializable {

  static TallyForm of(Tally tally) {
    Set<Course> courses = tally.counts().keySet();
    return new TallyForm(
        tally.session(),
        courses.stream().map(Course::end).collect(ImmutableList.toImmutableList()),
        ImmutableIntArray.copyOf(courses.stream().mapToInt(Course::outcome)),
        ImmutableIntArray.copyOf(courses.stream().mapToInt(Course::rounds)),
        ImmutableLongArray.copyOf(tally.counts().values().stream().mapToLong(Long::longValue)));
  }

  private Object readResolve() throws ObjectStreamException {
    if (session == null || ends == null || outcomes == null || rounds == null || counts == null) {
      throw new InvalidObjectException("a tally has a session and its counts");
    }
    RecordForm.requireAll(ends, End.class);
    int size = ends.size();
    if (outcomes.length() != size || rounds.length() != size || counts.length() != size) {
      throw new InvalidObjectException("each course of a tally has one count");
    }
    Map<Course, Long> read = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      Course course = new Course(ends.get(i), outcomes.get(i), rounds.get(i));
      if (!fits(course, session) || counts.get(i) < 1) {
        throw new InvalidObjectException(
            "%s (%s) cannot be of %s".formatted(course, counts.get(i), session));
      }
      read.put(course, counts.get(i));
    }
    return new Tally(session, read);
  }

  private static boolean fits(Course course, Session session) {
    int outcomes = session.participants().get(0).utilities().size();
    boolean known = course.outcome() >= 0 && course.outcome() < outcomes;
    return course.rounds() >= 1
        && course.rounds() <= session.rounds()
        && (course.end() == End.AGREEMENT ? known : course.outcome() == Seat.NOTHING);
  }
}
