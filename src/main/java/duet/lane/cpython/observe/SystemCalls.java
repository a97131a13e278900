package duet.lane.cpython.observe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells from the system call that a thread is in what it does. The numbers are those of Linux for
/// one kind of processor (syscalls(2)).
final class SystemCalls {
  /// What calls wait for. `select` and `pselect6` wait for time to pass, where they wait for no
  /// file.
  private static final Map<Activity, int[]> X86_64 =
      Map.of(
          Activity.FUTEX, new int[] {202},
          Activity.SLEEP, new int[] {35, 230}, // nanosleep, clock_nanosleep
          Activity.IO,
              new int[] {
                0, 1, 17, 18, 19, 20, 40, // read, write, pread64, pwrite64, readv, writev, sendfile
                7, 23, 232, 270, 271, 281, 441, // poll, select, epoll_wait, p.., epoll_pwait2
                42, 43, 44, 45, 46, 47, 288, // connect, accept, sendto, recvfrom, .., accept4
                2, 72, 73, 74, 75, 257 // open, fcntl, flock, fsync, fdatasync, openat
              },
          Activity.CHILD, new int[] {61, 247}); // wait4, waitid

  private static final Set<Integer> X86_64_SELECT = Set.of(23, 270);

  private static final Map<Activity, int[]> AARCH64 =
      Map.of(
          Activity.FUTEX, new int[] {98},
          Activity.SLEEP, new int[] {101, 115}, // nanosleep, clock_nanosleep
          Activity.IO,
              new int[] {
                63,
                64,
                65,
                66,
                67,
                68,
                71, // read, write, readv, writev, pread64, .., sendfile
                22,
                72,
                73,
                441, // epoll_pwait, pselect6, ppoll, epoll_pwait2
                202,
                203,
                206,
                207,
                211,
                212,
                242, // accept, connect, sendto, .., accept4
                25,
                32,
                56,
                82,
                83 // fcntl, flock, openat, fsync, fdatasync
              },
          Activity.CHILD, new int[] {95, 260}); // waitid, wait4

  private static final Set<Integer> AARCH64_SELECT = Set.of(72);

  private static final int MOST = 512;

  private final Activity[] activities = new Activity[MOST];
  private final boolean[] isSelect = new boolean[MOST];

  private SystemCalls(Map<Activity, int[]> numbers, Set<Integer> select) {
    Arrays.fill(activities, Activity.OTHER);
    numbers.forEach(
        (activity, all) -> {
          for (int number : all) {
            activities[number] = activity;
          }
        });
    select.forEach(number -> isSelect[number] = true);
  }

  /// The system calls of a kind of processor, by the name that Java has for it; empty where Duet
  /// does not know them.
  static Optional<SystemCalls> of(String processor) {
    return switch (processor.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(new SystemCalls(X86_64, X86_64_SELECT));
      case "aarch64" -> Optional.of(new SystemCalls(AARCH64, AARCH64_SELECT));
      default -> Optional.empty();
    };
  }

  /// What a thread does.
  ///
  /// @param line what `/proc/PID/task/TID/syscall` says (proc_pid_syscall(5)): `running`, or the
  ///   number of the call and its arguments in hexadecimal digits; -1 where it waits in none
  /// @param length how many bytes of it count
  /// @param runtime where waits for the GIL are; null where that is not known
  Activity activity(byte[] line, int length, @Nullable RuntimeSymbol runtime) {
    if (length == 0 || line[0] < '0' || line[0] > '9') {
      return length > 0 && line[0] == 'r' ? Activity.RUNNING : Activity.OTHER;
    }
    int number = 0;
    for (int at = 0; at < length && line[at] >= '0' && line[at] <= '9' && number < MOST; at++) {
      number = 10 * number + line[at] - '0';
    }
    if (number >= MOST) {
      return Activity.OTHER;
    }
    if (isSelect[number]) {
      return argument(line, length, 1) == 0 ? Activity.SLEEP : Activity.IO;
    }
    return activities[number] == Activity.FUTEX ? futex(line, length, runtime) : activities[number];
  }

  private static Activity futex(byte[] line, int length, @Nullable RuntimeSymbol runtime) {
    if (runtime != null && runtime.has(argument(line, length, 1))) {
      return Activity.GIL;
    }
    return argument(line, length, 4) == 0 ? Activity.FUTEX : Activity.TIMED_FUTEX;
  }

  /// An argument, counted from 1.
  private static long argument(byte[] line, int length, int index) {
    int at = 0;
    for (int spaces = 0; at < length && spaces < index; at++) {
      if (line[at] == ' ') {
        spaces++;
      }
    }
    long value = 0;
    for (at += 2; at < length && line[at] > ' '; at++) { // after 0x
      value = 16 * value + Character.digit(line[at], 16);
    }
    return value;
  }
}
