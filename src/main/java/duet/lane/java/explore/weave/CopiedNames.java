package duet.lane.java.explore.weave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/// Which classes of the JDK an explored script uses as copies, and what the copies are called. They
/// are the JDK's own code: only how they block, and whom they start, is rewritten. Interfaces and
/// exceptions stay what they are, since other classes of the JDK use them too.
final class CopiedNames {
  /// The package in front of a copy's name.
  static final String PREFIX = "modelled/";

  private static final String UTIL = "java/util/";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String LOCKS = "java/util/concurrent/locks/";
  private static final int UTF_8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private static final Set<String> KEPT =
      Set.of(
          "BlockingDeque",
          "BlockingQueue",
          "BrokenBarrierException",
          "Callable",
          "CancellationException",
          "CompletionException",
          "CompletionService",
          "ConcurrentMap",
          "ConcurrentNavigableMap",
          "Delayed",
          "ExecutionException",
          "Executor",
          "ExecutorService",
          "Flow",
          "Future",
          "RejectedExecutionException",
          "RunnableFuture",
          "RunnableScheduledFuture",
          "ScheduledExecutorService",
          "ScheduledFuture",
          "StructureViolationException",
          "ThreadFactory",
          "TimeUnit",
          "TimeoutException",
          "TransferQueue");

  private static final Set<String> KEPT_LOCKS =
      Set.of("Condition", "Lock", "LockSupport", "ReadWriteLock");

  private static final Set<String> OTHERS =
      Set.of(
          "java/util/Collections",
          "java/util/Hashtable",
          "java/util/Stack",
          "java/util/TaskQueue",
          "java/util/Timer",
          "java/util/TimerTask",
          "java/util/TimerThread",
          "java/util/Vector",
          "jdk/internal/misc/ThreadFlock");

  private CopiedNames() {}

  /// Whether a class is used as a copy.
  ///
  /// @param name its internal name
  static boolean isCopied(String name) {
    int nested = name.indexOf('$');
    String top = nested < 0 ? name : name.substring(0, nested);
    if (top.startsWith(ATOMIC)) {
      return false;
    }
    if (top.startsWith(LOCKS)) {
      return !KEPT_LOCKS.contains(top.substring(LOCKS.length()));
    }
    return top.startsWith(CONCURRENT)
        ? !KEPT.contains(top.substring(CONCURRENT.length()))
        : OTHERS.contains(top);
  }

  /// The name that a copy has in the JDK; any other name as it is.
  static String original(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /// A class file that names the copies.
  static byte[] renamed(byte[] classFile) {
    var out = new ByteArrayOutputStream(classFile.length + 1_000);
    try (var in = new DataInputStream(new ByteArrayInputStream(classFile));
        var written = new DataOutputStream(out)) {
      written.writeLong(in.readLong()); // magic number and version
      int count = in.readUnsignedShort();
      written.writeShort(count);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        written.writeByte(tag);
        if (tag == UTF_8) {
          written.writeUTF(renamed(in.readUTF()));
        } else {
          written.write(in.readNBytes(size(tag)));
          i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
      }
      in.transferTo(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// The size of a constant, as the JVM Specification tells (4.4).
  private static int size(int tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IllegalArgumentException("constant " + tag);
    };
  }

  private static String renamed(String text) {
    int at = next(text, 0);
    if (at < 0) {
      return text;
    }
    var renamed = new StringBuilder();
    int from = 0;
    for (; at >= 0; at = next(text, from)) {
      int end = at;
      while (end < text.length() && isOfName(text.charAt(end))) {
        end++;
      }
      String name = text.substring(at, end);
      boolean begins = at == 0 || text.charAt(at - 1) == 'L';
      renamed.append(text, from, at).append(begins && isCopied(name) ? PREFIX : "").append(name);
      from = end;
    }
    return renamed.append(text, from, text.length()).toString();
  }

  private static int next(String text, int from) {
    int util = text.indexOf(UTIL, from);
    int flock = text.indexOf("jdk/internal/misc/", from);
    return util < 0 ? flock : flock < 0 ? util : Math.min(util, flock);
  }

  private static boolean isOfName(char sign) {
    return Character.isJavaIdentifierPart(sign) || sign == '/';
  }
}
