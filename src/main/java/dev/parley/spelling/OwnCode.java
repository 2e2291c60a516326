package dev.parley.spelling;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Code of a user's own that the library asks: a rule, a demand, a utility, a strategy. What fails
 * there, or answers null, is told with its name and with what it was asked about: once, and it is
 * not asked again.
 */
public final class OwnCode {
  private OwnCode() {}

  /** Says who failed; whoever asked that one in turn adds nothing. */
  private static final class Failed extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * {@return what it answers}
   *
   * @param who what is asked, such as {@code rule (quiet)}
   * @param when on what occasion, such as {@code on (north opens the round)}
   * @param question asks it
   * @param <T> what it answers
   * @throws IllegalStateException if it fails, or answers null; an exception or an error that it
   *     threw is the cause
   */
  public static <T> T asked(
      Supplier<String> who, Supplier<String> when, Supplier<? extends @Nullable T> question) {
    @Nullable T answer;
    try {
      answer = question.get();
    } catch (RuntimeException | Error e) {
      throw failed(who, when, e);
    }
    if (answer == null) {
      throw new Failed("%s failed %s: it answered null".formatted(who.get(), when.get()), null);
    }
    return answer;
  }

  /**
   * {@return what tells of a failure, to be thrown}
   *
   * @param who what was asked
   * @param when on what occasion
   * @param thrown what it threw
   */
  public static IllegalStateException failed(
      Supplier<String> who, Supplier<String> when, Throwable thrown) {
    passOn(thrown);
    return thrown instanceof Failed failed
        ? failed
        : new Failed("%s failed %s: %s".formatted(who.get(), when.get(), thrown), thrown);
  }

  /**
   * Throws again what says nothing of the code that was asked but that the machine is at its end,
   * such as out of memory. Too deep a recursion is the code's.
   *
   * @param thrown what was thrown
   */
  public static void passOn(Throwable thrown) {
    if (thrown instanceof VirtualMachineError machine && !(thrown instanceof StackOverflowError)) {
      throw machine;
    }
  }
}
