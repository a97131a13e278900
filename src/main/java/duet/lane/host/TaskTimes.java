package duet.lane.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Linux counts for a native thread, in nanoseconds (proc_pid_schedstat(5)).
///
/// @param cpu how long it had a core
/// @param ready how long it waited for one
record TaskTimes(long cpu, long ready) {
  static final TaskTimes NONE = new TaskTimes(0, 0);

  private static final Path TASKS = Path.of("/proc/self/task");

  /// What was added since an earlier reading.
  TaskTimes since(TaskTimes earlier) {
    return new TaskTimes(cpu - earlier.cpu, ready - earlier.ready);
  }

  /// The times of every thread of this process, by its id; empty where the system does not tell
  /// them.
  static Map<String, TaskTimes> all() {
    var all = new HashMap<String, TaskTimes>();
    for (String task : ids()) {
      TaskTimes times = of(task);
      if (times != null) {
        all.put(task, times);
      }
    }
    return all;
  }

  /// The threads of this process.
  static List<String> ids() {
    var ids = new ArrayList<String>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      tasks.forEach(task -> ids.add(task.getFileName().toString()));
    } catch (IOException e) {
      return List.of();
    }
    return ids;
  }

  /// The times of one thread; null if it has ended.
  static @Nullable TaskTimes of(String task) {
    String[] fields = text(TASKS.resolve(task).resolve("schedstat")).split(" ", -1);
    return fields.length < 3
        ? null
        : new TaskTimes(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
  }

  /// The name that a thread has for the system: the first 15 characters; empty if it has ended.
  static String name(String task) {
    return text(TASKS.resolve(task).resolve("comm")).strip();
  }

  /// The calling thread's id, empty where it is not known.
  static String ownId() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    } catch (IOException e) {
      return "";
    }
  }

  /// A file's text; empty if its thread has just ended. Read by a stream: a script may interrupt
  /// the calling thread at any moment, which would close a channel.
  static String text(Path file) {
    try (var in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
