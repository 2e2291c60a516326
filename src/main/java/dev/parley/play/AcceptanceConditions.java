package dev.parley.play;

import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.play.Acceptance.Window;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Locale;

/** The acceptance conditions of Baarslag, Hindriks and Jonker. */
final class AcceptanceConditions {
  private AcceptanceConditions() {}

  private static void checkMoment(double from) {
    if (!(from >= 0 && from <= 1)) {
      throw new IllegalArgumentException(
          "moment (%s) must be from 0, the first round, to 1, the last".formatted(from));
    }
  }

  record Next(double alpha, double beta) implements Serializable, Acceptance {
    @Override
    public String name() {
      return alpha == 1 && beta == 0
          ? "AC_next"
          : String.format(Locale.ROOT, "AC_next (alpha %s, beta %s)", alpha, beta);
    }

    @Override
    public boolean accepts(Seat seat, int offered, int next) {
      UtilityTable own = seat.utilities();
      return alpha == 1 && beta == 0
          ? own.rank(offered) <= own.rank(next) || own.exact(offered).equals(own.exact(next))
          : alpha * own.utility(offered) + beta >= own.utility(next);
    }
  }

  record Constant(double least) implements Serializable, Acceptance {
    @Override
    public String name() {
      return String.format(Locale.ROOT, "AC_const (%s)", least);
    }

    @Override
    public boolean accepts(Seat seat, int offered, int next) {
      return seat.utilities().utility(offered) >= least;
    }
  }

  record Time(double from) implements Serializable, Acceptance {
    Time {
      checkMoment(from);
    }

    @Override
    public String name() {
      return String.format(Locale.ROOT, "AC_time (%s)", from);
    }

    @Override
    public boolean accepts(Seat seat, int offered, int next) {
      return seat.time() >= from;
    }
  }

  record Combined(double from, Window window) implements Serializable, Acceptance {
    private static final Acceptance NEXT = new Next(1, 0);

    Combined {
      checkMoment(from);
    }

    @Override
    public String name() {
      String reached =
          switch (window) {
            case BEST -> "MAX";
            case BEST_IN_WINDOW -> "MAX in the window";
            case MEAN_IN_WINDOW -> "AVG in the window";
          };
      return String.format(Locale.ROOT, "AC_combi (%s, %s)", from, reached);
    }

    @Override
    public boolean accepts(Seat seat, int offered, int next) {
      return NEXT.accepts(seat, offered, next)
          || seat.time() >= from && seat.utilities().exact(offered).compareTo(reach(seat)) >= 0;
    }

    /** Only the offers of the window are looked at: those within as many rounds as are left. */
    private Fraction reach(Seat seat) {
      UtilityTable own = seat.utilities();
      if (window == Window.BEST) {
        return own.exact(seat.bestReceived());
      }
      int since = 2 * seat.round() - seat.rounds();
      int best = seat.received(seat.offersReceived() - 1);
      Fraction sum = Fraction.ZERO;
      int count = 0;
      for (int i = seat.offersReceived() - 1; i >= 0 && seat.receivedIn(i) >= since; i--) {
        int outcome = seat.received(i);
        best = own.rank(outcome) < own.rank(best) ? outcome : best;
        sum = sum.plus(own.exact(outcome));
        count++;
      }
      return window == Window.BEST_IN_WINDOW ? own.exact(best) : sum.over(Fraction.of(count));
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
