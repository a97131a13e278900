package duet.run;

import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.PipeFault;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// One lane's run while it happens: a state machine that goes from [Phase] to phase, driven by what
/// the host says and by the clock. It boots, becomes ready, goes, may have to stop, and ends. All
/// calls come on the player's thread.
final class LaneRun {
  private static final long BOOT_TIMEOUT_NANOS = Duration.ofMinutes(2).toNanos();

  /// How long a host may take for its final report after it was told to stop.
  private static final long STOP_TIMEOUT_NANOS = Duration.ofMillis(900).toNanos();

  /// How long a host may take for its final report after it has told of a standstill. It ends by
  /// itself then, so there is no hurry.
  private static final long STANDSTILL_TIMEOUT_NANOS = Duration.ofSeconds(5).toNanos();

  private final Lane lane;
  private final Duration timeout;
  private final RunRecorder recorder;
  private final LongSupplier nanoTime;
  private Phase phase = new Phase.Starting();
  private FigureCheck figures = new FigureCheck(OptionalDouble.empty());

  /// @param timeout how long the script may run
  /// @param nanoTime a clock like [System#nanoTime()]
  LaneRun(Lane lane, Duration timeout, RunRecorder recorder, LongSupplier nanoTime) {
    this.lane = lane;
    this.timeout = timeout;
    this.recorder = recorder;
    this.nanoTime = nanoTime;
  }

  Lane lane() {
    return lane;
  }

  /// Whether its host is not ready yet, but may become so.
  boolean isBooting() {
    return phase instanceof Phase.Starting || phase instanceof Phase.Booting;
  }

  boolean isReady() {
    return phase instanceof Phase.Ready;
  }

  /// Whether its script runs, even if it has to stop.
  boolean isPlaying() {
    return phase instanceof Phase.Playing || phase instanceof Phase.Stopping;
  }

  /// The run with its outcome, once it has ended.
  Optional<Run> run() {
    return phase instanceof Phase.Ended ended ? Optional.of(ended.run()) : Optional.empty();
  }

  /// Its host is there, and is told what to compile.
  void boot(Host host, HostOrder.Load order) {
    phase = new Phase.Booting(host, nanoTime.getAsLong());
    host.tell(order);
  }

  /// The script starts at this reading of the clock, if it is ready.
  void go(long start) {
    if (phase instanceof Phase.Ready(Host host)) {
      phase = new Phase.Playing(host, start, Optional.empty());
      host.tell(new HostOrder.Go(start));
      recorder.goes();
    }
  }

  /// The host sent a message. After the end of the run it changes nothing.
  void heard(HostMessage message) {
    if (phase instanceof Phase.Ended) {
      return;
    }
    switch (message) {
      case HostMessage.Hello(String runtime) -> recorder.booted(runtime);
      case HostMessage.Ready() -> becomeReady();
      case Line line -> recorder.printed(line);
      case HostMessage.Unfinished(Line line) -> recorder.unfinished(line);
      case State state -> recorder.was(state);
      case Threads threads -> look(threads);
      case HostMessage.Exiting exiting -> {
        if (isCredible(exiting.usage())) {
          exit(exiting);
        }
      }
      case Ending ending -> {
        if (isCredible(ending.usage())) {
          end(ending, livesOnAfter(ending.outcome()) ? host() : Optional.empty());
        }
      }
      case HostMessage.Unseen(String why) -> recorder.cannotSee(why);
      case HostMessage.Free _, HostMessage.Response _ -> {} // of others
      case HostMessage.Began _, HostMessage.Schedule _ -> {}
    }
  }

  /// Something was written past the language: it becomes a line of no thread, stamped on arrival.
  void wrote(String text, long arrival) {
    playing()
        .map(playing -> arrival - playing.start())
        .map(nanos -> new Line(0, nanos, "process", 0, OutputChannel.ERR, text))
        .ifPresent(recorder::printed);
  }

  /// The host's process has ended.
  void gone(int status, String stderrTail) {
    switch (phase) {
      case Phase.Starting _, Phase.Booting _, Phase.Ready _ ->
          crash(EndingMessages.crash(lane.id(), status, stderrTail));
      case Phase.Playing playing ->
          end(RunEnding.ofExit(lane.id(), playing, status, stderrTail, wall()));
      case Phase.Stopping stopping -> end(RunEnding.ofStop(stopping, wall()));
      case Phase.Ended _ -> {}
    }
  }

  /// Its host cannot be believed any more.
  void lost(PipeFault fault) {
    if (!(phase instanceof Phase.Ended)) {
      crash(EndingMessages.lost(lane.id(), fault));
    }
  }

  /// There is nothing that could be played.
  void reject(String why) {
    end(new Ending(Outcome.REJECTED, Usage.ofWall(0), why));
  }

  /// There is no host, or none any more.
  void crash(String why) {
    end(new Ending(Outcome.CRASHED, Usage.ofWall(wall()), why));
  }

  /// The user wants no more of it: what plays has to stop, anything else ends at once.
  void interrupt() {
    switch (phase) {
      case Phase.Starting _, Phase.Booting _, Phase.Ready _ -> abandon();
      case Phase.Playing playing -> stop(playing, new StopReason.Interrupt());
      case Phase.Stopping _, Phase.Ended _ -> {}
    }
  }

  /// Ends the run at once, as interrupted, without a final report.
  void abandon() {
    if (!(phase instanceof Phase.Ended)) {
      end(new Ending(Outcome.INTERRUPTED, Usage.ofWall(wall()), ""));
    }
  }

  /// Leaves the phase if its time is up. To be called several times a second.
  void checkTime() {
    long now = nanoTime.getAsLong();
    switch (phase) {
      case Phase.Booting booting when now - booting.since() > BOOT_TIMEOUT_NANOS ->
          crash(EndingMessages.noBoot(lane.id()));
      case Phase.Playing playing when now - playing.start() > timeout.toNanos() ->
          stop(playing, new StopReason.Deadline(timeout));
      case Phase.Stopping stopping when now - stopping.since() > timeoutOf(stopping.reason()) ->
          end(RunEnding.ofStop(stopping, wall()));
      case Phase.Starting _,
          Phase.Booting _,
          Phase.Ready _,
          Phase.Playing _,
          Phase.Stopping _,
          Phase.Ended _ -> {}
    }
  }

  /// Gives up its host, if that may play another script: it has told how this one ended, and is
  /// about to tell whether the script left anything behind.
  Optional<Host> giveUpHost() {
    if (phase instanceof Phase.Ended(Run run, Optional<Host> host)) {
      phase = new Phase.Ended(run, Optional.empty());
      return host;
    }
    return Optional.empty();
  }

  /// Ends its host, if it still has one.
  void close() {
    host().ifPresent(Host::close);
  }

  private void becomeReady() {
    if (phase instanceof Phase.Booting booting) {
      phase = new Phase.Ready(booting.host());
      figures = new FigureCheck(booting.host().cpu());
    }
  }

  /// Ends the run if the host's figures are impossible.
  private boolean isCredible(Usage told) {
    Optional<String> fault = playing().flatMap(p -> figures.fault(told, wall(), p.host().cpu()));
    fault.ifPresent(what -> crash(EndingMessages.wrongFigures(lane.id(), what)));
    return fault.isEmpty();
  }

  private void look(Threads threads) {
    switch (threads.occasion()) {
      case DEADLOCK -> recorder.stuck(threads);
      case STANDSTILL -> standStill(new StopReason.Standstill(threads));
      case STOP -> {
        if (phase instanceof Phase.Stopping stopping) {
          phase = stopping.seeing(threads);
        }
      }
    }
  }

  /// A standstill explains the end better than a deadline that came at the same time.
  private void standStill(StopReason.Standstill reason) {
    if (phase instanceof Phase.Playing playing) {
      phase = new Phase.Stopping(playing, reason, nanoTime.getAsLong(), Optional.empty());
    } else if (phase instanceof Phase.Stopping stopping) {
      phase = stopping.because(reason);
    }
  }

  private void exit(HostMessage.Exiting told) {
    if (phase instanceof Phase.Playing playing) {
      phase = playing.exiting(told);
    } else if (phase instanceof Phase.Stopping stopping) {
      end(RunEnding.ofStop(stopping.exiting(told), wall()));
    }
  }

  private void stop(Phase.Playing playing, StopReason reason) {
    phase = new Phase.Stopping(playing, reason, nanoTime.getAsLong(), Optional.empty());
    if (reason instanceof StopReason.Interrupt) {
      playing.host().tell(new HostOrder.Cancel()); // a language may let its script clean up
    }
    playing.host().tell(new HostOrder.Stop());
  }

  private static long timeoutOf(StopReason reason) {
    return switch (reason) {
      case StopReason.Deadline _, StopReason.Interrupt _ -> STOP_TIMEOUT_NANOS;
      case StopReason.Standstill _ -> STANDSTILL_TIMEOUT_NANOS;
    };
  }

  private void end(Ending ending) {
    end(ending, Optional.empty());
  }

  /// @param livesOn the host, where it is not ended now
  private void end(Ending ending, Optional<Host> livesOn) {
    if (livesOn.isEmpty()) {
      close();
    }
    phase = new Phase.Ended(recorder.ended(ending), livesOn);
  }

  private static boolean livesOnAfter(Outcome told) {
    return switch (told) {
      case COMPLETED, FAILED, REJECTED -> true;
      case TIMED_OUT, INTERRUPTED, CRASHED -> false;
    };
  }

  private Optional<Phase.Playing> playing() {
    return switch (phase) {
      case Phase.Playing playing -> Optional.of(playing);
      case Phase.Stopping stopping -> Optional.of(stopping.playing());
      case Phase.Starting _, Phase.Booting _, Phase.Ready _, Phase.Ended _ -> Optional.empty();
    };
  }

  private Optional<Host> host() {
    return switch (phase) {
      case Phase.Starting() -> Optional.empty();
      case Phase.Booting booting -> Optional.of(booting.host());
      case Phase.Ready ready -> Optional.of(ready.host());
      case Phase.Playing playing -> Optional.of(playing.host());
      case Phase.Stopping stopping -> Optional.of(stopping.playing().host());
      case Phase.Ended ended -> ended.host();
    };
  }

  /// Seconds since "go", 0 before it.
  private double wall() {
    return playing().map(p -> (nanoTime.getAsLong() - p.start()) / 1e9).orElse(0.0);
  }
}
