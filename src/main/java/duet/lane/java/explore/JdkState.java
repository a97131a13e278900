package duet.lane.java.explore;

import duet.lane.java.explore.weave.JdkCopies;
import duet.lane.java.jdk.TrustedLookup;
import duet.lane.java.reuse.ThreadNameCounters;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What the JDK keeps between schedules, such as the number of the next thread, and the pool that
/// all threads share. Every schedule begins with the same.
final class JdkState {
  private static final String CONCURRENT = "modelled.java.util.concurrent.";
  private static final String POOL = CONCURRENT + "ForkJoinPool";
  private static final long SEED = 42;

  private final JdkCopies copies;
  private final Optional<ThreadNameCounters> counters = ThreadNameCounters.now();

  JdkState(JdkCopies copies) {
    this.copies = copies;
  }

  /// Called before a schedule.
  void restore() {
    counters.ifPresent(ThreadNameCounters::restore);
  }

  /// Called on the main thread of the script, before the script.
  void restoreInTurn() {
    try {
      set(CONCURRENT + "Executors$DefaultThreadFactory", "poolNumber", 1);
      set("modelled.java.util.Timer", "nextSerialNumber", 0);
      Class<?> random = Class.forName(CONCURRENT + "ThreadLocalRandom", true, copies);
      ((AtomicLong) field(random, "seeder", AtomicLong.class).get()).set(SEED);
      set(CONCURRENT + "ThreadLocalRandom", "probeGenerator", 0);
      restorePool();
    } catch (Throwable e) {
      throw new IllegalStateException("this JDK has other fields", e);
    }
  }

  private void set(String type, String name, int value) throws ReflectiveOperationException {
    Class<?> loaded = copies.loaded(type);
    if (loaded != null) {
      ((AtomicInteger) field(loaded, name, AtomicInteger.class).get()).set(value);
    }
  }

  private void restorePool() throws Throwable {
    Class<?> pool = copies.loaded(POOL);
    if (pool == null) {
      return;
    }
    field(pool, "poolIds", int.class).set(0);
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(pool, TrustedLookup.get());
    Object fresh =
        lookup
            .findConstructor(pool, MethodType.methodType(void.class, byte.class))
            .invoke((byte) 0);
    field(pool, "common", pool).set(fresh);
    Class<?> future = copies.loaded(CONCURRENT + "CompletableFuture");
    if (future != null) {
      field(future, "ASYNC_POOL", pool).set(fresh);
    }
  }

  private static VarHandle field(Class<?> type, String name, Class<?> of)
      throws ReflectiveOperationException {
    return MethodHandles.privateLookupIn(type, TrustedLookup.get())
        .findStaticVarHandle(type, name, of);
  }
}
