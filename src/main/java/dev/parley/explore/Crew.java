package dev.parley.explore;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of one exploration: the caller's, and the further ones that help it. */
final class Crew implements AutoCloseable {
  /** Work on one of several items. */
  interface Job {
    void on(int item);
  }

  private final Phaser barrier;
  private final int threads;
  private final AtomicInteger next = new AtomicInteger();
  private volatile @Nullable Job job;
  private volatile int items;
  private volatile @Nullable Throwable failure;

  Crew(int threads) {
    this.threads = threads;
    this.barrier = new Phaser(threads);
    for (int i = 1; i < threads; i++) {
      Thread thread = new Thread(this::help, "parley-explorer-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  int threads() {
    return threads;
  }

  /** Does a job on the items from 0, by all threads or by the caller's alone. */
  void run(int count, boolean alone, Job work) {
    if (alone || threads == 1) {
      for (int i = 0; i < count; i++) {
        work.on(i);
      }
      return;
    }
    next.set(0);
    items = count;
    job = work;
    barrier.arriveAndAwaitAdvance();
    share();
    barrier.arriveAndAwaitAdvance();
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException exception) {
      failure = null;
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private void help() {
    while (true) {
      barrier.arriveAndAwaitAdvance();
      if (job == null) {
        return;
      }
      share();
      barrier.arriveAndAwaitAdvance();
    }
  }

  private void share() {
    Job work = job;
    try {
      for (int i = next.getAndIncrement(); work != null && i < items; i = next.getAndIncrement()) {
        work.on(i);
      }
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  @Override
  public void close() {
    job = null;
    if (threads > 1) {
      barrier.arriveAndDeregister();
    }
  }
}
