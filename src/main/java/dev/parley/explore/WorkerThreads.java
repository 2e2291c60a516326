package dev.parley.explore;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one exploration: the caller's, and helpers. A job is done when all its items are,
 * not when all helpers have come: on a busy machine nobody waits for a helper that was not given a
 * processor.
 */
final class WorkerThreads implements AutoCloseable {
  private final int count;
  private final ExecutorService helpers;

  WorkerThreads(int count) {
    this.count = count;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1),
            new ThreadFactoryBuilder().setNameFormat("parley-explorer-%d").setDaemon(true).build());
  }

  int count() {
    return count;
  }

  /** Does a job on the items from 0, by all threads or by the caller's alone. */
  void run(int items, boolean alone, IntConsumer work) {
    if (alone || count == 1) {
      for (int i = 0; i < items; i++) {
        work.accept(i);
      }
      return;
    }
    Job job = new Job(work, items);
    for (int i = 1; i < count; i++) {
      helpers.execute(job);
    }
    job.run();
    job.await();
  }

  @Override
  public void close() {
    helpers.shutdown();
  }

  /** Whoever runs it takes items as long as there are some. */
  private static final class Job implements Runnable {
    private final IntConsumer work;
    private final int items;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Job(IntConsumer work, int items) {
      this.work = work;
      this.items = items;
      this.open = new CountDownLatch(items);
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < items; i = next.getAndIncrement()) {
        try {
          work.accept(i);
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          open.countDown();
        }
      }
    }

    /** Waits until all items are done, and throws what one of them threw. */
    void await() {
      Uninterruptibles.awaitUninterruptibly(open);
      Throwable thrown = failure.get();
      if (thrown != null) {
        Throwables.throwIfUnchecked(thrown);
      }
    }
  }
}
