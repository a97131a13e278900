package duet.lane.cpython.observe;

import duet.lane.host.HostThreads;
import duet.lane.host.StandstillCheck;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of a script on CPython, from "go" to its end, as it is observed from outside. Usually
/// the host reports the end. When Duet stops the script while a call in C keeps the GIL, the host
/// cannot; then the end is reported from here.
final class CPythonPlay {
  private static final long TICK_MILLIS = 100;

  /// How long the host has for its answer to the last look.
  private static final Duration LOOK = Duration.ofMillis(650);

  /// How long a host that is stopped has for its report. Duet waits a little longer.
  private static final Duration STOP = Duration.ofMillis(800);

  private static final String NO_MEMORY =
      "out of memory: the script filled the " + CPythonProcess.MEMORY_MIB + " MiB that it has";

  private final long start;
  private final boolean hasStates;
  private final ThreadSampler sampler;
  private final HostQuestions questions;
  private final Consumer<HostMessage> duet;
  private final HostTasks tasks;
  private final CPythonThreads threads;
  private final StandstillCheck check;
  private final Printers printers = new Printers();
  private final CountDownLatch ended = new CountDownLatch(1);
  private NotedWaits noted = NotedWaits.NONE;
  private @Nullable LastLook lastLook;
  private boolean isReported;

  /// The look at a script that Duet stops.
  ///
  /// @param seen what its threads did when it was stopped
  /// @param answer what the host says of them
  private record LastLook(List<ThreadSampler.Reading> seen, CompletableFuture<LookAnswer> answer) {}

  /// @param start the reading of [System#nanoTime()] at which the script starts
  /// @param hasStates whether to report what the threads did
  CPythonPlay(
      long start,
      boolean hasStates,
      ThreadSampler sampler,
      HostTasks tasks,
      HostQuestions questions,
      Consumer<HostOrder> host,
      Consumer<HostMessage> duet) {
    this.start = start;
    this.hasStates = hasStates;
    this.sampler = sampler;
    this.questions = questions;
    this.duet = duet;
    this.tasks = tasks;
    var process = new CPythonProcess(sampler, tasks);
    threads = new CPythonThreads(sampler, process, questions::ask);
    check = new StandstillCheck(process, threads, new Alarm(host), System::nanoTime);
  }

  /// Starts to watch for threads that can never go on.
  void watch() {
    HostThreads.start("cpython-watch", this::checkUntilEnd);
  }

  private void checkUntilEnd() {
    while (!isEnded(Duration.ofMillis(TICK_MILLIS))) {
      check.check();
    }
  }

  private boolean isEnded(Duration wait) {
    try {
      return ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true; // nobody does that
    }
  }

  /// The script has printed a line.
  void printed(HostMessage.Line line) {
    printers.add(line);
  }

  /// The host tells what it has noted of its threads' waits.
  synchronized void noted(String lines) {
    noted = NotedWaits.of(lines);
  }

  /// Duet is about to tell the host to stop: first there is a look at the threads.
  void stop() {
    check.end();
    long begin = System.nanoTime();
    var look = new LastLook(sampler.readings(), questions.ask());
    synchronized (this) {
      lastLook = look;
    }
    HostThreads.start(
        "cpython-stop",
        () -> {
          HostQuestions.await(look.answer, LOOK);
          showLastLook();
          if (!isEnded(STOP.minusNanos(System.nanoTime() - begin))) {
            endWithoutHost();
          }
        });
  }

  private synchronized void showLastLook() {
    if (lastLook != null && !isReported) {
      LookAnswer answer = lastLook.answer.getNow(LookAnswer.NONE);
      duet.accept(
          new Threads(Occasion.STOP, CPythonThreads.views(lastLook.seen, answer, check::waiting)));
      lastLook = null;
    }
  }

  private synchronized void endWithoutHost() {
    double wall = (System.nanoTime() - start) / 1e9;
    end(new Usage(wall, seconds(sampler.cpu()), OptionalDouble.empty()))
        .ifPresent(usage -> duet.accept(new HostMessage.Exiting(usage, "")));
  }

  /// The script has filled the memory, and is killed.
  private synchronized void endFull() {
    double wall = (System.nanoTime() - start) / 1e9;
    end(new Usage(wall, seconds(sampler.cpu()), OptionalDouble.empty()))
        .ifPresent(usage -> duet.accept(new HostMessage.Ending(Outcome.FAILED, usage, NO_MEMORY)));
  }

  /// The run has ended: reports what the threads did.
  ///
  /// @return what the run used; empty if the end has been reported before
  synchronized Optional<Usage> end(Usage usage) {
    if (isReported) {
      return Optional.empty();
    }
    check.end();
    questions.giveUp();
    showLastLook();
    report(Math.round(usage.wall() * 1e9));
    return Optional.of(
        new Usage(
            usage.wall(),
            usage.cpu(),
            usage.jvmCpu(),
            seconds(sampler.waitedForCore()),
            usage.jvmCoreWait()));
  }

  /// The process has ended. If it has not said so, what was seen of its threads is all there is.
  synchronized void gone() {
    check.end();
    questions.giveUp();
    if (!isReported) {
      report(System.nanoTime() - start);
    }
  }

  private void report(long end) {
    isReported = true;
    ended.countDown();
    List<ThreadLife> lives = sampler.end();
    if (hasStates) {
      List<State> states = new CPythonStates(noted, start, end).of(lives);
      sampler.obstacle().map(HostMessage.Unseen::new).ifPresent(duet);
      states.forEach(duet);
      printers.others(states).forEach(duet);
    }
  }

  private static OptionalDouble seconds(OptionalLong nanos) {
    return nanos.isPresent() ? OptionalDouble.of(nanos.getAsLong() / 1e9) : OptionalDouble.empty();
  }

  /// Tells Duet of threads that can never go on, and ends a script that stands still.
  private final class Alarm implements StandstillCheck.Decision {
    private final Consumer<HostOrder> host;

    Alarm(Consumer<HostOrder> host) {
      this.host = host;
    }

    @Override
    public void stuck(Threads found) {
      synchronized (CPythonPlay.this) {
        if (!isReported) {
          duet.accept(found);
        }
      }
      if (found.occasion() == Occasion.STANDSTILL) {
        host.accept(new HostOrder.Stop());
      }
    }

    @Override
    public void exhausted() {
      tasks.kill();
      endFull();
    }
  }
}
