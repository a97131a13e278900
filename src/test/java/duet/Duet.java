package duet;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import duet.program.TestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A command of Duet and what came of it: executed in this JVM ([#run]), or as its user starts it,
/// by `scripts/duet` in a process of its own ([#start]), where that makes a difference.
///
/// @param status its exit code
record Duet(int status, String out, String err) {
  static final Path ROOT =
      Path.of(System.getProperty("duet.root", ".")).toAbsolutePath().normalize();
  static final Path LAUNCHER = ROOT.resolve("scripts").resolve("duet");

  /// Whether everything is to be tried, however long it takes (`-Pthorough`).
  static final boolean THOROUGH = Boolean.getBoolean("duet.thorough");

  private static final long PATIENCE_SECONDS = 400;

  /// Runs it in this JVM, on hosts that all tests share.
  static Duet run(Object... arguments) {
    return of(CommandRun.of(arguments));
  }

  /// The same with more environment variables.
  static Duet run(Map<String, String> environment, Object... arguments) {
    var console = new TestConsole(environment);
    return of(CommandRun.in(TestContext.with(console, environment), console, arguments));
  }

  private static Duet of(CommandRun command) {
    return new Duet(command.status(), command.out(), command.err());
  }

  /// Starts the program and waits for its end.
  static Duet start(Object... arguments) throws IOException, InterruptedException {
    return start(ROOT, Map.of(), LAUNCHER, arguments);
  }

  /// Starts it in a folder, with more environment variables, by some path of the launcher.
  static Duet start(
      Path folder, Map<String, String> environment, Path launcher, Object... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(launcher.toString());
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    return exec(folder, environment, command);
  }

  /// Starts any command and waits for its end, with empty standard input.
  static Duet exec(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    // Not in the common pool: with two cores it has one thread, and each process would be read when
    // the last one has ended.
    Executor readers = task -> Thread.ofPlatform().daemon().start(task);
    var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), readers);
    var err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), readers);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("still running after " + PATIENCE_SECONDS + " s: " + command);
    }
    return new Duet(process.exitValue(), out.join(), err.join());
  }

  /// Waits until a process is over, at most 20 seconds. One that only its parent has not asked
  /// after yet (a zombie) is over: an orphan's new parent takes its time with that on some systems.
  static void awaitEnd(ProcessHandle process) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (isRunning(process)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still there: " + process.info());
      }
      Thread.sleep(20);
    }
  }

  /// Whether a process is not over; a zombie is.
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2); // proc_pid_stat(5)
    } catch (IOException e) {
      return false; // it has just ended, or there is no such file system
    }
  }

  private static String read(java.io.InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
