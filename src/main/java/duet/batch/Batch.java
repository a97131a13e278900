package duet.batch;

import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.lane.Lane;
import duet.lane.process.Hosts;
import duet.lane.protocol.Outcome;
import duet.log.LogFile;
import duet.run.Play;
import duet.run.PlayOptions;
import duet.run.PlayRecording;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Plays many scenarios and saves every finished play to a log, from which the reports are made.
public final class Batch {
  private static final long TICK_MILLIS = 200;

  /// From this number of scenarios on, one more host of each lane is worth its start-up time. It
  /// starts while the others play.
  private static final int MANY = 20;

  /// How a batch plays.
  ///
  /// @param jobs how many scenarios play at the same time; a CPU-bound one always plays alone
  /// @param retries how often Duet plays a failed scenario again
  /// @param failFast whether the batch ends after the first scenario that fails
  /// @param before how many attempts of the same scenarios the log has already
  public record Rules(int jobs, int retries, boolean failFast, int before) {
    /// For a batch with a new log.
    public Rules(int jobs, int retries, boolean failFast) {
      this(jobs, retries, failFast, 0);
    }
  }

  /// A play that is to be saved.
  private record Saved(PlayRecording recording, int attempt) {}

  private final Hosts hosts;
  private final Player player;
  private final PlayOptions options;
  private final Rules rules;
  private final LogFile log;
  private final BatchListener listener;
  private final AtomicInteger begun = new AtomicInteger();
  private volatile int total;
  private volatile boolean isOver;
  private volatile @Nullable Throwable fault;

  /// @param hosts the hosts that play
  /// @param log where every finished play is saved
  public Batch(Hosts hosts, PlayOptions options, Rules rules, LogFile log, BatchListener listener) {
    this.hosts = hosts;
    this.options = options;
    this.rules = rules;
    this.log = log;
    this.listener = listener;
    player = new Player(hosts);
  }

  /// Plays scenarios. If the calling thread is interrupted, running plays end and are not saved.
  ///
  /// @return whether nobody interrupted it
  public boolean play(List<Scenario> scenarios) {
    total = scenarios.size();
    if (rules.jobs() == 1) {
      return playAll(scenarios, 1);
    }
    // CPU-bound ones come last, so that the others need not wait
    List<Scenario> waiting = scenarios.stream().filter(s -> s.kind() != Kind.CPU).toList();
    List<Scenario> computing = scenarios.stream().filter(s -> s.kind() == Kind.CPU).toList();
    return playAll(waiting, rules.jobs()) && playAll(computing, 1);
  }

  private boolean playAll(List<Scenario> scenarios, int jobs) {
    ExecutorService players =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("player-", 1).factory());
    try {
      scenarios.forEach(scenario -> players.execute(() -> play(scenario, players)));
      players.shutdown();
      while (!players.awaitTermination(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        tell(listener::tick);
      }
      throwFault();
      return true;
    } catch (InterruptedException e) {
      return false;
    } finally {
      end(players);
    }
  }

  private void throwFault() {
    if (fault instanceof RuntimeException ours) {
      throw ours;
    }
    if (fault != null) {
      throw new IllegalStateException("a player thread ended", fault);
    }
  }

  /// Interrupts the running plays and waits until they have ended.
  private void end(ExecutorService players) {
    if (!players.isTerminated()) {
      isOver = true;
      players.shutdownNow();
      try {
        var _ = players.awaitTermination(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Any error outside of a play, such as in the listener, ends the batch.
  private void play(Scenario scenario, ExecutorService players) {
    try {
      play(scenario);
    } catch (Throwable e) { // such as a stack overflow in a pattern, which a pool would swallow
      fault = e;
      isOver = true;
      players.shutdownNow();
    }
  }

  private void play(Scenario scenario) {
    if (isOver) {
      return;
    }
    if (begun.incrementAndGet() == 1 + rules.jobs()) {
      prepareAnother();
    }
    tell(() -> listener.begins(scenario.path()));
    var plays = new ArrayList<Saved>();
    Optional<ScenarioResult> result = Optional.empty();
    for (int attempt = 1; attempt <= 1 + rules.retries(); attempt++) {
      result = attempt(scenario, rules.before() + attempt, result, plays);
      if (result.isEmpty() || result.get().standing() != Standing.FAILED) {
        break;
      }
    }
    result.ifPresent(
        last -> {
          save(plays, last);
          if (rules.failFast() && last.standing() == Standing.FAILED) {
            isOver = true;
          }
          tell(() -> listener.finished(last));
        });
  }

  /// Plays a scenario as often as it declares; empty if it was interrupted. If Duet itself fails,
  /// such as when its memory is full, that alone is the result, and the others play.
  private Optional<ScenarioResult> attempt(
      Scenario scenario, int attempt, Optional<ScenarioResult> earlier, List<Saved> plays) {
    try {
      return repeated(scenario, attempt, earlier, plays);
    } catch (RuntimeException | VirtualMachineError e) {
      plays.clear();
      Play failed = FailedPlay.of(scenario, options, e);
      plays.add(new Saved(FailedPlay.recording(failed), attempt));
      return Optional.of(ScenarioResult.of(failed, attempt));
    }
  }

  private Optional<ScenarioResult> repeated(
      Scenario scenario, int attempt, Optional<ScenarioResult> earlier, List<Saved> plays) {
    Optional<ScenarioResult> result = earlier;
    for (int i = 0; i < scenario.expectations().repeat(); i++) {
      var recording = new PlayRecording();
      Play play = player.play(scenario, options, recording);
      if (play.isInterrupted()) {
        return Optional.empty();
      }
      plays.add(new Saved(recording, attempt));
      result =
          Optional.of(
              result
                  .map(r -> r.with(play, attempt))
                  .orElseGet(() -> ScenarioResult.of(play, attempt)));
      replaceHosts(scenario, play);
    }
    return result;
  }

  /// Saves all plays of a scenario at once, so that the log never has only some of them. If saving
  /// fails, the batch ends.
  private void save(List<Saved> plays, ScenarioResult result) {
    synchronized (log) {
      plays.forEach(play -> play.recording.replay(log.view(play.attempt)));
      log.end(result);
      if (log.failure().isPresent()) {
        isOver = true;
      }
    }
  }

  private void prepareAnother() {
    if (total > MANY && !options.sandbox()) {
      options.lanes().forEach(lane -> hosts.prepare(lane, options.jit()));
    }
  }

  /// A host may end when its script does not complete, unless that was never started. A new one
  /// starts while others still play.
  private void replaceHosts(Scenario scenario, Play play) {
    for (Lane lane : options.lanesOf(scenario)) {
      Optional<Run> run = play.runs().stream().filter(r -> r.lane().equals(lane.id())).findFirst();
      if (!options.sandbox()
          && !isOver
          && run.isPresent()
          && run.get().outcome() != Outcome.COMPLETED
          && run.get().outcome() != Outcome.REJECTED) {
        hosts.prepare(lane, options.jit());
      }
    }
  }

  private void tell(Runnable call) {
    synchronized (listener) {
      call.run();
    }
  }
}
