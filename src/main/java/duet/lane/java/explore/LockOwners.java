package duet.lane.java.explore;

import duet.lane.java.jdk.TrustedLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Optional;

/// Who holds a lock of `java.util.concurrent`, as its own code notes it.
final class LockOwners {
  private static final String SYNCHRONIZER =
      "modelled.java.util.concurrent.locks.AbstractOwnableSynchronizer";

  private LockOwners() {}

  /// The thread that holds it; empty where none is noted.
  static Optional<Thread> holder(Object blocker) {
    for (Class<?> at = blocker.getClass(); at != null; at = at.getSuperclass()) {
      if (at.getName().equals(SYNCHRONIZER)) {
        try {
          MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(at, TrustedLookup.get());
          MethodHandle owner =
              lookup.findVirtual(
                  at, "getExclusiveOwnerThread", MethodType.methodType(Thread.class));
          return Optional.ofNullable((Thread) owner.invoke(blocker));
        } catch (Throwable e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// Whether what blocks is the inner part of a lock that a script can name.
  static boolean isPartOf(Object part, Object lock) {
    if (!lock.getClass().getName().startsWith("modelled.")) {
      return false;
    }
    try {
      Field sync = lock.getClass().getDeclaredField("sync");
      MethodHandles.Lookup lookup = TrustedLookup.get();
      return lookup.unreflectGetter(sync).invoke(lock) == part;
    } catch (Throwable e) {
      return false;
    }
  }
}
