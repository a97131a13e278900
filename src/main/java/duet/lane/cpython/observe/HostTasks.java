package duet.lane.cpython.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Finds the threads of a host in `/proc`. A confined host is a descendant of the process that
/// confines it, and has other process and thread ids inside than outside: `NSpid` in
/// `/proc/PID/status` gives both (proc_pid_status(5)).
final class HostTasks {
  /// Counted from the field that follows the name, which is the third.
  private static final int FIRST_TIME = 14 - 3;

  private static final int LAST_TIME = 17 - 3;

  /// Linux shows times to users in hundredths of a second, whatever its kernel counts in.
  private static final double TICKS_PER_SECOND = 100;

  private final ProcessHandle started;
  private final Path processes;
  private final Map<Long, Path> folders = new HashMap<>();
  private Optional<Path> process = Optional.empty();

  /// @param started the host's process, or the one that confines it
  HostTasks(ProcessHandle started) {
    this(started, Path.of("/proc"));
  }

  /// @param processes the folder in which the system shows its processes
  HostTasks(ProcessHandle started, Path processes) {
    this.started = started;
    this.processes = processes;
  }

  /// The host's process, once one of its threads has been found.
  synchronized Optional<Path> process() {
    return process;
  }

  /// The folder of a thread. The host's main thread, whose id is that of the process, must be the
  /// first that is asked for.
  ///
  /// @param tid its id as the host knows it
  /// @return empty where it has ended, or the system has no such folders
  synchronized Optional<Path> folderOf(long tid) {
    if (process.isEmpty()) {
      process = processWith(tid);
    }
    return process.flatMap(
        found -> {
          Path tasks = found.resolve("task");
          Path sameId = tasks.resolve(String.valueOf(tid));
          if (innerId(sameId.resolve("status")) == tid) {
            return Optional.of(sameId);
          }
          if (!folders.containsKey(tid) || !Files.exists(folders.get(tid))) {
            findAll(tasks);
          }
          return Optional.ofNullable(folders.get(tid));
        });
  }

  private Optional<Path> processWith(long pid) {
    return Stream.concat(Stream.of(started), started.descendants())
        .map(one -> processes.resolve(String.valueOf(one.pid())))
        .filter(folder -> innerId(folder.resolve("status")) == pid)
        .findFirst();
  }

  private void findAll(Path tasks) {
    folders.clear();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
      all.forEach(task -> folders.put(innerId(task.resolve("status")), task));
    } catch (IOException e) {
      // The process has ended.
    }
  }

  /// The ids of all threads of the process, as they are outside of it.
  synchronized List<String> outerIds() {
    var ids = new ArrayList<String>();
    process.ifPresent(
        found -> {
          try (DirectoryStream<Path> all = Files.newDirectoryStream(found.resolve("task"))) {
            all.forEach(task -> ids.add(task.getFileName().toString()));
          } catch (IOException e) {
            // It has ended.
          }
        });
    return ids;
  }

  /// The folder of a thread.
  ///
  /// @param outerId one of [#outerIds()]
  synchronized Path folderOf(String outerId) {
    return process.orElse(processes).resolve("task").resolve(outerId);
  }

  /// The processor time of the process and of those of its child processes that it has waited for,
  /// in seconds; empty where the system does not tell, or the process is not known yet. The fields
  /// 14 to 17 of `/proc/PID/stat` count it in ticks (proc_pid_stat(5)).
  OptionalDouble cpu() {
    Optional<Path> found = process();
    if (found.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      String line = Files.readString(found.get().resolve("stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return OptionalDouble.of(ticks / TICKS_PER_SECOND);
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /// The memory that the process and those below it have filled, in KiB; 0 where that is not known.
  /// What they share counts for each of them.
  long memoryKib() {
    return handle().stream()
        .flatMap(own -> Stream.concat(Stream.of(own), started(own)))
        .map(one -> field(processes.resolve(one.pid() + "/status"), "VmRSS:"))
        .map(text -> text.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }

  /// The processes below one. Finding them means reading all of the machine, so that is done only
  /// if its main thread has started any (proc_pid_task_tid_children(5)).
  private Stream<ProcessHandle> started(ProcessHandle own) {
    try {
      String children =
          Files.readString(processes.resolve(own.pid() + "/task/" + own.pid() + "/children"));
      return children.isBlank() ? Stream.empty() : own.descendants();
    } catch (IOException e) {
      return own.descendants();
    }
  }

  /// Ends the process and those below it at once.
  void kill() {
    handle()
        .ifPresent(
            own -> {
              own.descendants().forEach(ProcessHandle::destroyForcibly);
              own.destroyForcibly();
            });
  }

  private Optional<ProcessHandle> handle() {
    return process()
        .flatMap(found -> ProcessHandle.of(Long.parseLong(found.getFileName().toString())));
  }

  /// Whether the process has child processes.
  boolean hasChildren() {
    return handle().stream().anyMatch(own -> own.children().findAny().isPresent());
  }

  /// The id that a process or thread has for itself; 0 if it has ended.
  static long innerId(Path status) {
    String ids = field(status, "NSpid:");
    return ids.isEmpty() ? 0 : Long.parseLong(ids.substring(1 + ids.lastIndexOf('\t')));
  }

  /// A mask of signals in a status file; 0 if its process has ended.
  static long mask(Path status, String name) {
    String mask = field(status, name);
    return mask.isEmpty() ? 0 : Long.parseUnsignedLong(mask, 16);
  }

  private static String field(Path status, String name) {
    try {
      for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith(name)) {
          return line.substring(name.length()).strip();
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
    return "";
  }
}
