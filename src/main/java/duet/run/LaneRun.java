package duet.run;

import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One lane's part in a play that is under way: how far it is, and its log so far. Lives on the
/// player's thread.
final class LaneRun {
  private enum Stage {
    BOOTING,
    READY,
    PLAYING,
    ENDED
  }

  /// How long a host may take for its last words once it was told to stop.
  private static final long GRACE_NANOS = 900_000_000;

  private static final long BOOT_NANOS = 120_000_000_000L;

  private final Lane lane;
  private final RunLog log;
  private final List<State> states = new ArrayList<>();
  private Stage stage = Stage.BOOTING;
  private boolean isKept;
  private boolean isTold;
  private String runtime = "";
  private final long created = System.nanoTime();
  private long start;
  private long stopped;
  private Outcome stoppedAs = Outcome.TIMED_OUT;
  private Duration limit = Duration.ZERO;
  private @Nullable Threads seen;
  private @Nullable Host host;
  private @Nullable Usage exiting;
  private @Nullable Run run;

  /// @param maxLines how many lines are kept
  LaneRun(Lane lane, int maxLines) {
    this.lane = lane;
    log = new RunLog(maxLines);
  }

  Lane lane() {
    return lane;
  }

  boolean isPending() {
    return stage == Stage.BOOTING;
  }

  boolean isReady() {
    return stage == Stage.READY;
  }

  boolean isPlaying() {
    return stage == Stage.PLAYING;
  }

  Optional<Run> run() {
    return Optional.ofNullable(run);
  }

  void playOn(Host started, HostOrder.Load order) {
    host = started;
    if (isKept) {
      started.keep();
    }
    started.tell(order);
  }

  void go(long nanoTime) {
    start = nanoTime;
    stage = Stage.PLAYING;
    if (host != null) {
      host.tell(new HostOrder.Go(nanoTime));
    }
  }

  /// Its host is to play another script afterwards.
  void keepHost() {
    isKept = true;
  }

  /// Gives up its host, if that may still play another script: it has told how this one ended, and
  /// is about to tell whether it left anything.
  Optional<Host> keptHost() {
    Host kept = isKept && run != null && mayPlayAgain(run.outcome()) ? host : null;
    if (kept != null) {
      host = null;
    }
    return Optional.ofNullable(kept);
  }

  void heard(HostMessage message, PlayListener listener) {
    if (stage == Stage.ENDED) {
      return;
    }
    switch (message) {
      case HostMessage.Hello(String name) -> {
        runtime = name;
        listener.booted(lane.id(), name);
      }
      case HostMessage.Ready() -> stage = stage == Stage.BOOTING ? Stage.READY : stage;
      case Line line -> {
        if (log.add(line)) {
          listener.printed(lane.id(), line);
        }
      }
      case HostMessage.Ending(Outcome outcome, Usage usage, String text) -> {
        isTold = true;
        end(outcome, usage, text, listener);
      }
      case State state -> states.add(state);
      case Threads threads -> saw(threads, listener);
      case HostMessage.Free _,
          HostMessage.Response _ -> {} // the host's own affair; nothing was asked
      case HostMessage.Exiting(Usage usage) -> {
        exiting = usage;
        if (stopped > 0 || isAtAStandstill()) {
          endLate(listener);
        }
      }
    }
  }

  /// Something came from outside the language: it is a line of no thread, stamped as it arrives.
  void wrote(String text, long nanoTime, PlayListener listener) {
    if (stage == Stage.PLAYING) {
      heard(new Line(0, nanoTime - start, "process", 0, OutputChannel.ERR, text), listener);
    }
  }

  private void saw(Threads threads, PlayListener listener) {
    if (threads.occasion() == Occasion.DEADLOCK) {
      listener.stuck(lane.id(), StandstillExplanation.of(threads));
    } else {
      seen = threads;
    }
  }

  private boolean isAtAStandstill() {
    return seen != null && seen.occasion() == Occasion.STANDSTILL;
  }

  /// The host is gone without having told an ending: its exit status has to tell it.
  void gone(int status, String lastWords, PlayListener listener) {
    if (stage == Stage.ENDED) {
      return;
    }
    if (stopped > 0 || isAtAStandstill()) {
      endLate(listener);
      return;
    }
    if (status == HostExit.MEMORY_FULL && stage == Stage.PLAYING) {
      end(Outcome.FAILED, exitUsage(), EndingMessages.memoryFull(), listener);
      return;
    }
    boolean isOurs = status == HostExit.OUR_BUG || status == HostExit.MEMORY_FULL;
    boolean byScript = exiting != null || (stage == Stage.PLAYING && status < 128 && !isOurs);
    if (!byScript) {
      end(
          Outcome.CRASHED,
          wallSoFar(),
          EndingMessages.crash(lane.id(), status, lastWords),
          listener);
    } else if (status == 0) {
      end(Outcome.COMPLETED, exitUsage(), "", listener);
    } else {
      end(Outcome.FAILED, exitUsage(), "the script exited with status " + status, listener);
    }
  }

  void reject(String why, PlayListener listener) {
    end(Outcome.REJECTED, Usage.ofWall(0), why, listener);
  }

  void crash(String why, PlayListener listener) {
    end(Outcome.CRASHED, wallSoFar(), why, listener);
  }

  /// The user wants no more of it: what plays is asked for its last words, the rest ends now.
  void interrupt(PlayListener listener) {
    if (stage == Stage.PLAYING) {
      stop(Outcome.INTERRUPTED);
    } else if (stage != Stage.ENDED) {
      end(Outcome.INTERRUPTED, Usage.ofWall(0), "", listener);
    }
  }

  /// Ends the part when its time is up: the host is asked for what it still has to tell, and given
  /// a moment for that.
  void checkDeadline(Duration timeout, PlayListener listener) {
    long now = System.nanoTime();
    if (stage == Stage.BOOTING && now - created > BOOT_NANOS) {
      end(Outcome.CRASHED, Usage.ofWall(0), EndingMessages.noBoot(lane.id()), listener);
    }
    if (stage == Stage.PLAYING && stopped == 0 && now - start > timeout.toNanos()) {
      limit = timeout;
      stop(Outcome.TIMED_OUT);
    }
    if (stage == Stage.PLAYING && stopped > 0 && now - stopped > GRACE_NANOS) {
      endLate(listener);
    }
  }

  /// Ends the part without another word.
  void abandon(PlayListener listener) {
    if (stage != Stage.ENDED) {
      end(Outcome.INTERRUPTED, wallSoFar(), "", listener);
    }
  }

  private void stop(Outcome as) {
    if (stopped == 0) {
      stopped = System.nanoTime();
      stoppedAs = as;
      if (host != null) {
        host.tell(new HostOrder.Stop());
      }
    }
  }

  /// Ends a script that did not come to its end by itself.
  private void endLate(PlayListener listener) {
    String explanation = seen == null ? "" : StandstillExplanation.of(seen);
    if (isAtAStandstill()) {
      end(Outcome.FAILED, exitUsage(), explanation, listener);
    } else if (stoppedAs == Outcome.INTERRUPTED) {
      end(Outcome.INTERRUPTED, exitUsage(), explanation, listener);
    } else {
      String late = EndingMessages.timeout(limit);
      String message = explanation.isEmpty() ? late : late + "\n" + explanation;
      end(Outcome.TIMED_OUT, exitUsage(), message, listener);
    }
  }

  void close() {
    if (host != null) {
      host.close();
    }
  }

  private void end(Outcome outcome, Usage usage, String message, PlayListener listener) {
    stage = Stage.ENDED;
    if (log.omitted() > 0) {
      listener.omitted(lane.id(), log.omitted());
    }
    log.end().forEach(line -> listener.printed(lane.id(), line));
    run = new Run(lane.id(), runtime, log.lines(), log.omitted(), outcome, usage, message, states);
    if (outcome != Outcome.REJECTED && !mayPlayAgain(outcome)) {
      close();
    }
    listener.ended(run);
  }

  private boolean mayPlayAgain(Outcome outcome) {
    return outcome == Outcome.COMPLETED || (outcome == Outcome.FAILED && isTold);
  }

  private Usage exitUsage() {
    return exiting != null ? exiting : wallSoFar();
  }

  private Usage wallSoFar() {
    return Usage.ofWall(stage == Stage.PLAYING ? (System.nanoTime() - start) / 1e9 : 0);
  }
}
