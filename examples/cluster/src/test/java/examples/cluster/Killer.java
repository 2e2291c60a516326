package examples.cluster;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Kills the process of an executor when some tasks have ended and others are to come. */
public final class Killer extends SparkListener {
  private static final int AFTER_TASKS = 5;
  private static final AtomicInteger ENDED = new AtomicInteger();
  private static final AtomicInteger LOST = new AtomicInteger();

  /** Runs something in which an executor is killed; returns how many were lost before the end. */
  static <T> T during(Callable<T> work) throws Exception {
    ENDED.set(0);
    LOST.set(0);
    System.setProperty("spark.extraListeners", Killer.class.getName());
    try {
      return work.call();
    } finally {
      System.clearProperty("spark.extraListeners");
    }
  }

  static int tasksEnded() {
    return ENDED.get();
  }

  static int executorsLost() {
    return LOST.get();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (ENDED.incrementAndGet() == AFTER_TASKS) {
      ProcessHandle.current()
          .descendants()
          .filter(process -> process.info().command().orElse("").endsWith("java"))
          .findFirst()
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    LOST.incrementAndGet();
  }
}
