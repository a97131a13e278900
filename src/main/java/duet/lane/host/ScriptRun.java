package duet.lane.host;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// A script from "go" to its end, and what is told of that: once, by whoever comes first, be it the
/// script that comes to its end or exits, Duet that stops it, or the watch that finds it stuck.
final class ScriptRun {
  /// What is said of a script that has no memory left.
  static final String NO_MEMORY =
      "out of memory: the script filled the "
          + Runtime.getRuntime().maxMemory() / 1_048_576
          + " MiB that it has";

  /// How long a last look at the script's threads may take: Duet waits a little longer than this.
  private static final long LOOK_MILLIS = 700;

  private final Guest.GuestScript script;
  private final ScriptOutput stage;
  private final MessagePipe pipe;
  private final CountDownLatch memoryFull;
  private final CpuMeter meter = new CpuMeter();
  private final StandstillWatch watch;
  private final AtomicBoolean told = new AtomicBoolean();

  /// @param memoryFull counted down when the memory is full, since telling it may not succeed
  ScriptRun(
      Guest.GuestScript script, ScriptOutput stage, MessagePipe pipe, CountDownLatch memoryFull) {
    this.script = script;
    this.stage = stage;
    this.pipe = pipe;
    this.memoryFull = memoryFull;
    watch = new StandstillWatch(script.lookout(), new Alarm(), pipe::isFull);
    measure(); // the first time takes long, so not after "go"
  }

  /// Measures from now on what is used.
  void measure() {
    meter.start();
  }

  /// Plays it, tells its end, and returns whether the memory was enough.
  boolean run() {
    watch.start();
    Guest.ScriptEnd verdict;
    boolean hadMemory = true;
    try {
      verdict = script.run();
    } catch (OutOfMemoryError e) {
      pipe.giveUpReserve();
      hadMemory = false;
      verdict = Guest.ScriptEnd.bad(NO_MEMORY);
    }
    watch.end();
    end(verdict);
    return hadMemory;
  }

  /// Whether nobody looks at it any more.
  boolean isOver() {
    return watch.hasEnded();
  }

  /// Tells what the script is doing, has used and printed.
  void stop() {
    watch.end();
    watch.look(HostMessage.Occasion.STOP, LOOK_MILLIS).ifPresent(pipe::send);
    tellExit();
  }

  /// The script exits the JVM, or its time is up: what it used and printed is told before that.
  void tellExit() {
    if (told.compareAndSet(false, true)) {
      long end = stage.elapsed();
      Usage usage = meter.read(end);
      stage.finish();
      tellStates(end);
      pipe.send(new HostMessage.Exiting(usage));
      pipe.drain();
    }
  }

  private void end(Guest.ScriptEnd verdict) {
    long end = stage.elapsed();
    Usage usage = meter.read(end);
    if (!told.compareAndSet(false, true)) {
      return;
    }
    stage.finish();
    tellStates(end);
    Outcome outcome = verdict.failed() ? Outcome.FAILED : Outcome.COMPLETED;
    pipe.send(new HostMessage.Ending(outcome, usage, verdict.message()));
  }

  private void tellStates(long end) {
    try {
      script.states(end).forEach(pipe::send);
    } catch (OutOfMemoryError e) {
      // Its end is what has to be told.
    }
  }

  /// Ends a script that can do nothing more, or tells that some of its threads can't.
  private final class Alarm implements StandstillCheck.Findings {
    @Override
    public void stuck(HostMessage.Threads threads) {
      pipe.send(threads);
      if (threads.occasion() == HostMessage.Occasion.STANDSTILL) {
        tellExit();
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
