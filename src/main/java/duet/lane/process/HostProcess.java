package duet.lane.process;

import duet.lane.HostObserver;
import duet.lane.protocol.BoundedLines;
import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.PipeKey;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A host process and Duet's ends of its pipes. Two threads read the pipes, one the messages and
/// one standard error; they start with the first listener.
final class HostProcess implements Host {
  /// How long a host may live on after it has closed its end of the pipe, and how long it may take
  /// to report whether it can play again.
  private static final int CLOSING_TIMEOUT_SECONDS = 2;

  /// How long the end of a run waits for what the script wrote to standard error before it.
  private static final int STDERR_TIMEOUT_MILLIS = 300;

  private static final int LONGEST_STDERR_LINE = 10_000;

  /// A printed line has at most a mebibyte, and each of its bytes may need six in JSON.
  private static final int LONGEST_MESSAGE = 8 << 20;

  /// Ignores what a host sends while it has no listener.
  private static final HostListener NOBODY =
      new HostListener() {
        @Override
        public void said(HostMessage message) {}

        @Override
        public void gone(int status, String stderrTail) {}
      };

  private record Exit(int status, String stderrTail) {}

  private final Process process;
  private final String mark;
  private final boolean isConfined;
  private final IntUnaryOperator statuses;
  private final OrderPipe orders;
  private final Optional<HostObserver> observer;
  private final LineTags messages;
  private final Object attention = new Object();
  private final StderrMarks marks = new StderrMarks();
  private volatile CompletableFuture<Boolean> free = CompletableFuture.completedFuture(false);
  private HostListener listener = NOBODY;
  private boolean isListening;
  private boolean isExiting; // only for the thread that reads
  private HostMessage.@Nullable Hello unheard;
  private @Nullable Exit exit;
  private int plays;

  /// @param mark the mark in its environment, by which the processes that it starts are found
  /// @param isConfined whether this process only confines the host
  /// @param statuses translates its exit status, if it has not announced its end
  /// @param observation what observes it from here, if anything does
  HostProcess(
      Process process,
      String mark,
      boolean isConfined,
      IntUnaryOperator statuses,
      Optional<HostObserver.Start> observation) {
    this.isConfined = isConfined;
    this.process = process;
    this.mark = mark;
    this.statuses = statuses;
    PipeKey key = PipeKey.random();
    orders = new OrderPipe(process.getOutputStream(), key);
    messages = observation.isPresent() ? key.sameForAll() : key.messages();
    observer =
        observation.map(start -> start.observe(process.toHandle(), orders::send, this::pass));
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void attend(HostListener newListener) {
    synchronized (attention) {
      listener = newListener;
      plays++;
      if (unheard != null) {
        newListener.said(unheard);
        unheard = null;
      }
      if (exit != null) {
        newListener.gone(exit.status, exit.stderrTail);
      }
      if (!isListening) {
        isListening = true;
        Thread.ofPlatform().daemon().name("host-" + process.pid()).start(this::listen);
      }
    }
  }

  /// A confined host is below the process that confines it.
  @Override
  public OptionalDouble cpu() {
    return observer.map(HostObserver::cpu).orElseGet(this::ownCpu);
  }

  private OptionalDouble ownCpu() {
    Stream<ProcessHandle> all =
        isConfined
            ? Stream.concat(Stream.of(process.toHandle()), process.descendants())
            : Stream.of(process.toHandle());
    return all.flatMap(one -> one.info().totalCpuDuration().stream())
        .mapToDouble(time -> time.toNanos() / 1e9)
        .reduce(Double::sum);
  }

  @Override
  public int plays() {
    return plays;
  }

  @Override
  public boolean isIdle() {
    synchronized (attention) {
      return unheard != null;
    }
  }

  /// What has to be observed from here cannot make itself new.
  @Override
  public boolean canStay() {
    return observer.isEmpty();
  }

  @Override
  public void keep() {
    free = new CompletableFuture<>();
    tell(new HostOrder.Again());
  }

  @Override
  public void release() {
    synchronized (attention) {
      listener = NOBODY;
    }
  }

  @Override
  public boolean isFree() {
    try {
      return free.get(CLOSING_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void tell(HostOrder order) {
    observer.ifPresent(one -> one.told(order));
    orders.send(order);
  }

  @Override
  public void close() {
    orders.close();
    process.destroyForcibly();
    ChildProcesses.kill(process.toHandle(), mark);
  }

  private void listen() {
    // A process that the script left behind may keep the pipes open.
    var _ = process.onExit().thenRun(() -> ChildProcesses.kill(process.toHandle(), mark));
    var tail = new StderrTail();
    Thread errors = Thread.ofPlatform().daemon().name("host-errors").start(() -> readErrors(tail));
    try {
      readMessages();
      awaitEnd();
      errors.join();
      int status = process.waitFor();
      reportGone(new Exit(isExiting ? status : statuses.applyAsInt(status), tail.text()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readMessages() throws InterruptedException {
    try (var lines = BoundedLines.cutting(process.getInputStream(), LONGEST_MESSAGE)) {
      for (byte[] line = lines.nextBytes(); line != null; line = lines.nextBytes()) {
        if (lines.isWhole()) { // it may have died meanwhile
          read(messages.untagged(line));
        }
      }
    } catch (IOException e) {
      // The pipe broke with the host.
    } catch (LineTags.FalseTag e) {
      lose(PipeFault.FALSE_LINE);
    }
  }

  /// Waits for the process, which can send nothing more.
  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(CLOSING_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      lose(PipeFault.CLOSED);
    }
  }

  private void lose(PipeFault fault) {
    process.destroyForcibly();
    synchronized (attention) {
      listener.lost(fault);
    }
  }

  private void reportGone(Exit status) {
    observer.ifPresent(HostObserver::close);
    free.complete(false);
    orders.close();
    synchronized (attention) {
      exit = status;
      listener.gone(status.status, status.stderrTail);
    }
  }

  private void read(String line) throws InterruptedException {
    HostMessage message;
    try {
      message = JsonLines.message(line);
    } catch (IllegalArgumentException e) {
      return; // a host of another version may tell more
    }
    switch (message) {
      case HostMessage.Ready _ -> {
        marks.begin();
        isExiting = false;
      }
      case HostMessage.Ending _, HostMessage.Exiting _ -> {
        isExiting = true;
        var _ = marks.awaitNext(STDERR_TIMEOUT_MILLIS);
      }
      default -> {}
    }
    observer.ifPresentOrElse(one -> one.heard(message), () -> pass(message));
  }

  private void pass(HostMessage message) {
    synchronized (attention) {
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

  private void readErrors(StderrTail tail) {
    try (var lines = new BoundedLines(process.getErrorStream(), LONGEST_STDERR_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        boolean isEnd = line.endsWith(HostContract.ALL_WRITTEN);
        String text =
            isEnd ? line.substring(0, line.length() - HostContract.ALL_WRITTEN.length()) : line;
        if (!isEnd || !text.isEmpty()) {
          readError(text, tail);
        }
        if (isEnd) {
          marks.read();
        }
      }
    } catch (IOException e) {
      // The pipe broke with the host.
    }
  }

  private void readError(String text, StderrTail tail) {
    tail.add(text);
    synchronized (attention) {
      listener.wrote(text);
    }
  }
}
