package duet.lane.host;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// A script from "go" to its end. The end is reported once, by whoever comes first: the script
/// itself when it ends or exits, Duet when it stops the script, or the watch when the script is
/// stuck.
final class ScriptRun {
  /// The message about a script that has no memory left.
  static final String NO_MEMORY =
      "out of memory: the script filled the "
          + Runtime.getRuntime().maxMemory() / 1_048_576
          + " MiB that it has";

  /// How long the last look at the script's threads may take.
  private static final long LOOK_MILLIS = 700;

  /// How long a script that is stopped has for that look and for its states. Duet waits a little
  /// longer.
  private static final long STOP_MILLIS = 820;

  /// How long finding out the states of a script that ends by itself may take.
  private static final long STATES_MILLIS = 2_000;

  private final Guest.GuestScript script;
  private final ScriptOutput output;
  private final ScriptInput input;
  private final MessagePipe pipe;
  private final CountDownLatch memoryFull;
  private final CpuMeter meter;
  private final CoreWaits coreWaits;
  private final StandstillWatch watch;
  private final AtomicBoolean reported = new AtomicBoolean();

  /// @param memoryFull counted down when the memory is full, since reporting it may fail
  /// @param late as [Guest#lateThreads] tells
  ScriptRun(
      Guest.GuestScript script,
      ScriptOutput output,
      ScriptInput input,
      MessagePipe pipe,
      CountDownLatch memoryFull,
      Set<String> late) {
    this.script = script;
    this.output = output;
    this.input = input;
    this.pipe = pipe;
    this.memoryFull = memoryFull;
    meter = new CpuMeter(late);
    coreWaits = new CoreWaits(late);
    watch =
        new StandstillWatch(
            script.observer(), late, new Alarm(), pipe::isFull, output::tellUnfinished);
    measure(0); // the first time takes long, so not after "go"
  }

  /// Starts to measure what the script uses.
  ///
  /// @param lateNanos how long ago it should have started
  void measure(long lateNanos) {
    coreWaits.start(lateNanos);
    meter.start();
  }

  /// Runs the script, reports its end, and returns whether the memory was enough.
  boolean run() {
    watch.start();
    Guest.ScriptEnd scriptEnd;
    boolean hadMemory = true;
    try {
      scriptEnd = script.run();
    } catch (OutOfMemoryError e) {
      pipe.giveUpReserve();
      hadMemory = false;
      scriptEnd = Guest.ScriptEnd.bad(NO_MEMORY);
    }
    watch.end();
    end(scriptEnd);
    return hadMemory;
  }

  /// Whether the watch has ended, too.
  boolean isOver() {
    return watch.hasEnded();
  }

  /// Reports what the script is doing, what it has used and what it has printed.
  void stop() {
    watch.end();
    long begin = System.nanoTime();
    watch.look(HostMessage.Occasion.STOP, LOOK_MILLIS).ifPresent(pipe::send);
    reportExit(STOP_MILLIS - (System.nanoTime() - begin) / 1_000_000);
  }

  /// Reports what the script has used and printed, before its process ends.
  void reportExit() {
    reportExit(STATES_MILLIS);
  }

  private void reportExit(long millis) {
    if (reported.compareAndSet(false, true)) {
      long end = output.elapsed();
      Usage usage = coreWaits.end(meter.read(end));
      output.finish();
      reportStates(end, millis);
      pipe.send(new HostMessage.Exiting(usage, advised(script.failure())));
      pipe.drain();
    }
  }

  private void end(Guest.ScriptEnd scriptEnd) {
    long end = output.elapsed();
    Usage usage = coreWaits.end(meter.read(end));
    if (!reported.compareAndSet(false, true)) {
      return;
    }
    output.finish();
    reportStates(end, STATES_MILLIS);
    Outcome outcome = scriptEnd.failed() ? Outcome.FAILED : Outcome.COMPLETED;
    pipe.send(new HostMessage.Ending(outcome, usage, advised(scriptEnd.message())));
  }

  /// A message about the end, and what to do if the script looked for input.
  private String advised(String message) {
    if (!input.isMissed()) {
      return message;
    }
    return message.isEmpty() ? ScriptInput.MISSED : message + "\n" + ScriptInput.MISSED;
  }

  private void reportStates(long end, long millis) {
    try {
      List<HostMessage.State> states = coreWaits.in(script.states(end, millis), output.go());
      states.forEach(pipe::send);
      if (!states.isEmpty()) { // otherwise they were not ordered
        output.statesOfOthers(states).forEach(pipe::send);
      }
    } catch (OutOfMemoryError e) {
      // The run's end is more important, and is reported next.
    }
  }

  /// Ends a script that stands still or has no memory left, and reports deadlocks.
  private final class Alarm implements StandstillCheck.Decision {
    @Override
    public void stuck(HostMessage.Threads threads) {
      pipe.send(threads);
      if (threads.occasion() == HostMessage.Occasion.STANDSTILL) {
        reportExit();
        EmergencyExit.now();
      }
    }

    @Override
    public void exhausted() {
      memoryFull.countDown();
      pipe.giveUpReserve();
      end(Guest.ScriptEnd.bad(NO_MEMORY));
      pipe.drain();
      EmergencyExit.now();
    }
  }
}
