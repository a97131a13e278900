package duet.lane.java.explore.weave;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/// Which calls to the JDK are steps of a schedule, are refused, or are input and output.
final class SharedCalls {
  private static final Set<String> OTHERS =
      Set.of(
          "java/lang/StringBuilder",
          "java/lang/StringBuffer",
          "java/lang/invoke/VarHandle",
          "java/util/BitSet",
          "java/util/Map$Entry",
          "modelled/java/util/Timer");

  private static final Set<String> PRINTING = Set.of("java/io/PrintStream", "java/lang/IO");

  private static final Set<String> PARALLEL =
      Set.of("parallelStream", "parallel", "parallelSort", "parallelSetAll", "parallelPrefix");

  /// What starts another process, which no schedule waits for.
  private static final Set<String> STARTING =
      Set.of("java/lang/ProcessBuilder.start", "java/lang/Runtime.exec");

  private final Map<String, Boolean> containers = new HashMap<>();

  /// Whether a call may change or read what other threads share.
  boolean isShared(String owner, String name, boolean isStatic) {
    if (isStatic || name.equals("<init>")) {
      return false;
    }
    String original = CopiedNames.original(owner);
    return (original.startsWith("java/util/concurrent/") && !isTimeUnit(original))
        || OTHERS.contains(owner)
        || containers.computeIfAbsent(original, SharedCalls::isContainer);
  }

  private static boolean isTimeUnit(String owner) {
    return owner.equals("java/util/concurrent/TimeUnit");
  }

  /// Whether a call prints.
  boolean isPrint(String owner, String name) {
    return PRINTING.contains(owner)
        && (name.startsWith("print")
            || name.equals("format")
            || name.equals("write")
            || name.equals("append"));
  }

  private static boolean isContainer(String name) {
    if (!name.startsWith("java/util/")) {
      return false;
    }
    try {
      Class<?> type = Class.forName(name.replace('/', '.'), false, null);
      return Collection.class.isAssignableFrom(type)
          || Map.class.isAssignableFrom(type)
          || Iterator.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /// Whether a call cannot be scheduled.
  static boolean isRefused(String owner, String name) {
    return (PARALLEL.contains(name) && owner.startsWith("java/util/"))
        || CopiedNames.original(owner).equals("java/util/concurrent/StructuredTaskScope")
        || STARTING.contains(owner + "." + name);
  }

  /// Whether a call does input or output.
  static boolean isIo(String owner) {
    return (owner.startsWith("java/net/") && !owner.startsWith("java/net/UR"))
        || owner.startsWith("java/nio/file/Files")
        || owner.startsWith("java/nio/channels/")
        || owner.startsWith("java/io/File")
        || owner.equals("java/io/RandomAccessFile")
        || owner.startsWith("java/lang/Process");
  }

  /// The word for what a call does.
  static String op(String owner, String name) {
    if (owner.contains("/locks/")) {
      return switch (name) {
        case "lock", "lockInterruptibly", "tryLock" -> "lock";
        case "unlock", "unlockRead", "unlockWrite" -> "unlock";
        case "await", "awaitNanos", "awaitUninterruptibly", "awaitUntil" -> "wait";
        case "signal", "signalAll" -> "notify";
        default -> "call";
      };
    }
    return "call";
  }
}
