package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.play.Session.Calendar;
import dev.parley.talks.Negotiation;
import dev.parley.travel.RecordForm;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What travels in the place of a session, which is made anew where it arrives. */
record SessionForm(
    @Nullable Negotiation start,
    @Nullable ImmutableList<Participant> participants,
    @Nullable Protocol protocol,
    int rounds,
    @Nullable Calendar calendar)
    implements Serializable {

  private Object readResolve() throws ObjectStreamException {
    if (start == null || participants == null || protocol == null) {
      throw new InvalidObjectException("a session has a record, participants and a protocol");
    }
    RecordForm.requireAll(participants, Participant.class);
    Session session = Session.of(start, participants).under(protocol).within(rounds);
    return calendar == null ? session : session.dated(calendar.first(), calendar.days());
  }
}
