package dev.parley.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one exploration: the caller's, and helpers. A job is done when all its items are,
 * not when all helpers have come: on a busy machine nobody waits for a helper that was not given a
 * processor.
 */
final class Crew implements AutoCloseable {
  /** Work on one of several items. */
  interface Job {
    void on(int item);
  }

  private static final int SPINS = 2000;
  private static final long PAUSE_NANOS = 20_000;

  private final List<Helper> helpers = new ArrayList<>();
  private volatile @Nullable Task task;
  private volatile boolean closed;

  Crew(int threads) {
    for (int i = 1; i < threads; i++) {
      Helper helper = new Helper("parley-explorer-" + i);
      helpers.add(helper);
      helper.start();
    }
  }

  int threads() {
    return helpers.size() + 1;
  }

  /** Does a job on the items from 0, by all threads or by the caller's alone. */
  void run(int count, boolean alone, Job work) {
    if (alone || helpers.isEmpty()) {
      for (int i = 0; i < count; i++) {
        work.on(i);
      }
      return;
    }
    Task now = new Task(work, count);
    task = now;
    for (Helper helper : helpers) {
      helper.wake();
    }
    now.share();
    now.await();
    now.rethrow();
  }

  @Override
  public void close() {
    closed = true;
    helpers.forEach(LockSupport::unpark);
  }

  /** One job: which items are taken, and how many are done. */
  private static final class Task {
    private final Job work;
    private final int items;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Task(Job work, int items) {
      this.work = work;
      this.items = items;
    }

    void share() {
      for (int i = next.getAndIncrement(); i < items; i = next.getAndIncrement()) {
        try {
          work.on(i);
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          done.incrementAndGet();
        }
      }
    }

    void await() {
      for (int spins = 0; done.get() < items; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      }
    }

    void rethrow() {
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
    }
  }

  /** A thread that takes items of each job it sees. */
  private final class Helper extends Thread {
    private volatile boolean parked;

    Helper(String name) {
      super(name);
      setDaemon(true);
    }

    void wake() {
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      Task seen = null;
      int spins = 0;
      while (!closed) {
        Task now = task;
        if (now != null && now != seen) {
          now.share();
          seen = now;
          spins = 0;
        } else if (spins++ < SPINS) {
          Thread.onSpinWait();
        } else {
          parked = true;
          if (task == seen && !closed) {
            LockSupport.park(this);
          }
          parked = false;
        }
      }
    }
  }
}
