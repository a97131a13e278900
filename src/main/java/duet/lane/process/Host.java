package duet.lane.process;

import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.protocol.BoundedLines;
import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.OrderLines;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Duet's end of the pipe to one host. Messages reach the listener on a thread of this object's
/// own.
public final class Host implements AutoCloseable {
  /// How long a host may live on after it has closed its end of the pipe.
  private static final int PATIENCE_SECONDS = 2;

  /// Moves the pipes there; a script, or a process that it starts, reads nothing from 0, and what
  /// it writes to 1 goes where 2 goes.
  private static final String WIRING =
      "exec "
          + HostContract.ORDERS
          + "<&0 "
          + HostContract.MESSAGES
          + ">&1 </dev/null >&2 && exec \"$@\"";

  /// How long that is waited for.
  private static final int WRITTEN_MILLIS = 300;

  private static final int LAST_WORDS = 40;
  private static final int LONGEST_WORD = 10_000;

  /// A printed line has at most a mebibyte, of which every byte may need six in JSON.
  private static final int LONGEST_MESSAGE = 8 << 20;

  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

  /// Who hears what a host says.
  public interface HostListener {
    /// The host said something.
    void said(HostMessage message);

    /// Something was written past the language: by native code, or by a process that the script has
    /// started.
    default void wrote(String text) {}

    /// The host is gone; nothing follows.
    ///
    /// @param status its exit status: 128 and the signal's number where a signal ended it
    /// @param lastWords what it wrote to its own standard error, which is for developers
    void gone(int status, String lastWords);
  }

  /// Hears what a host says while nobody attends.
  private static final HostListener NOBODY =
      new HostListener() {
        @Override
        public void said(HostMessage message) {}

        @Override
        public void gone(int status, String lastWords) {}
      };

  /// How it ended.
  private record Exit(int status, String lastWords) {}

  private final Process process;
  private final String mark;
  private final Object ears = new Object();
  private final Semaphore allWritten = new Semaphore(0);
  private volatile CompletableFuture<Boolean> free = CompletableFuture.completedFuture(false);
  private HostListener listener = NOBODY;
  private boolean isListening;
  private HostMessage.@Nullable Hello unheard;
  private @Nullable Exit gone;
  private int plays;
  private final OutputStream orders;

  private Host(Process process, String mark) {
    this.process = process;
    this.mark = mark;
    orders = process.getOutputStream();
  }

  /// Starts a host of a lane. What it says waits in the pipe until somebody listens.
  ///
  /// @throws IOException when its program cannot be started
  public static Host start(Lane lane, Home home, Jit jit) throws IOException {
    return start(lane.jvm(home, jit).command(lane.hostClass()));
  }

  /// Starts a host that the operating system confines: it can read the script and what it needs
  /// itself, and change, start or reach nothing.
  ///
  /// @throws IOException when its program cannot be started
  public static Host startConfined(Lane lane, Home home, Jit jit, Path script) throws IOException {
    Jvm jvm =
        lane.jvm(home, jit)
            .with("-D" + HostContract.CONFINED + "=true")
            .with("-Djava.io.tmpdir=" + Sandbox.SCRATCH)
            .with("-XX:-UsePerfData");
    var environment = new HashMap<String, String>();
    environment.putAll(
        Map.of(
            "HOME",
            Sandbox.SCRATCH,
            "TMPDIR",
            Sandbox.SCRATCH,
            "PATH",
            "/usr/bin",
            "LANG",
            "C.UTF-8"));
    Optional.ofNullable(System.getenv("TZ")).ifPresent(zone -> environment.put("TZ", zone));
    var visible = List.of(Jvm.OWN_JAVA_HOME, home.program(), script.toAbsolutePath());
    return start(Sandbox.command(jvm.command(lane.hostClass()), visible, environment));
  }

  /// Why no host can be confined on this machine, empty where it can.
  public static Optional<String> obstacleToConfining() {
    return Sandbox.obstacle();
  }

  /// Starts a host whose JVM writes its AOT cache at the end, some seconds after its last message.
  ///
  /// @param cache the folder of what can be made again; with an empty one the host makes all of it
  public static Host startTraining(Lane lane, Home home, Path cache) throws IOException {
    Jvm jvm = lane.jvm(home, Jit.AUTO).with("-D" + HostContract.CACHE + "=" + cache);
    return start(jvm.trainingCommand(lane.hostClass()));
  }

  private static Host start(List<String> command) throws IOException {
    String mark = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    return new Host(wired(command, mark).start(), mark);
  }

  /// What starts a host with its pipes where it looks for them, for whoever measures one without
  /// the rest.
  ///
  /// @param mark by which what it starts is known
  public static ProcessBuilder wired(List<String> command, String mark) {
    var wired = new ArrayList<>(List.of("/bin/sh", "-c", WIRING, "duet"));
    wired.addAll(command);
    var builder = new ProcessBuilder(wired);
    builder.environment().put(ChildProcesses.MARK, mark);
    return builder;
  }

  /// Whether its process lives.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// Passes everything that the host said, and will say, to a listener.
  public void attend(HostListener newListener) {
    synchronized (ears) {
      listener = newListener;
      plays++;
      if (unheard != null) {
        newListener.said(unheard);
        unheard = null;
      }
      if (gone != null) {
        newListener.gone(gone.status, gone.lastWords);
      }
      if (!isListening) {
        isListening = true;
        Thread.ofPlatform().daemon().name("host-" + process.pid()).start(this::listen);
      }
    }
  }

  /// How many listeners it has had.
  public int plays() {
    return plays;
  }

  /// Whether it has booted, and nobody attends.
  public boolean isIdle() {
    synchronized (ears) {
      return unheard != null;
    }
  }

  /// Orders it to play again after this play, if it can.
  public void keep() {
    free = new CompletableFuture<>();
    tell(new HostOrder.Again());
  }

  /// Nobody listens any more, until somebody attends again. Where it does not become free, it ends
  /// by itself.
  public void release() {
    synchronized (ears) {
      listener = NOBODY;
    }
  }

  /// Waits until it is known whether it can play again after it was [#keep]t, and returns that.
  public boolean isFree() {
    try {
      return free.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Sends an order. A host that is gone does not mind: its listener has been told.
  public synchronized void tell(HostOrder order) {
    try {
      orders.write((OrderLines.of(order) + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException e) {
      // It died; the listener learns that from the other pipe.
    }
  }

  /// Kills the host with every process that its script started.
  @Override
  public void close() {
    process.destroyForcibly();
    ChildProcesses.kill(process.toHandle(), mark);
  }

  private void listen() {
    // A process that the script left behind may keep the pipes open.
    var _ = process.onExit().thenRun(() -> ChildProcesses.kill(process.toHandle(), mark));
    Deque<String> lastWords = new ArrayDeque<>();
    Thread errors =
        Thread.ofPlatform().daemon().name("host-errors").start(() -> keepLast(lastWords));
    try (var lines = new BoundedLines(process.getInputStream(), LONGEST_MESSAGE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        hear(line);
      }
    } catch (IOException e) {
      // The pipe broke with the host.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly(); // it can tell nothing any more
      }
      errors.join();
      int status = process.waitFor();
      free.complete(false);
      synchronized (ears) {
        gone = new Exit(status, String.join("\n", lastWords));
        listener.gone(status, gone.lastWords);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(String line) throws InterruptedException {
    HostMessage message;
    try {
      message = JsonLines.message(line);
    } catch (IllegalArgumentException e) {
      // Native code of a script can write to file descriptor 1 behind our back.
      return;
    }
    switch (message) {
      case HostMessage.Ready _ -> allWritten.drainPermits();
      case HostMessage.Ending _, HostMessage.Exiting _ -> {
        var _ = allWritten.tryAcquire(WRITTEN_MILLIS, TimeUnit.MILLISECONDS);
      }
      default -> {}
    }
    synchronized (ears) {
      if (message instanceof HostMessage.Free) {
        listener = NOBODY; // what follows is for the next one
        free.complete(true);
      } else if (message instanceof HostMessage.Hello hello && listener == NOBODY) {
        unheard = hello;
      } else {
        listener.said(message);
      }
    }
  }

  private void keepLast(Deque<String> lastWords) {
    try (var lines = new BoundedLines(process.getErrorStream(), LONGEST_WORD)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        boolean isAll = line.endsWith(HostContract.ALL_WRITTEN);
        String text =
            isAll ? line.substring(0, line.length() - HostContract.ALL_WRITTEN.length()) : line;
        if (!isAll || !text.isEmpty()) {
          keep(text, lastWords);
        }
        if (isAll) {
          allWritten.release();
        }
      }
    } catch (IOException e) {
      // Then that was the last of it.
    }
  }

  private void keep(String text, Deque<String> lastWords) {
    if (lastWords.size() == LAST_WORDS) {
      lastWords.removeFirst();
    }
    lastWords.add(text);
    synchronized (ears) {
      listener.wrote(text);
    }
  }
}
