package duet;

import duet.clock.SystemClock;
import duet.explore.Budget;
import duet.explore.Exploration;
import duet.explore.Explorer;
import duet.explore.Finding;
import duet.explore.HostSchedules;
import duet.explore.Judge;
import duet.explore.ScheduleSource.HostLost;
import duet.explore.ScriptSource;
import duet.explore.Strategies;
import duet.explore.Strategy;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.Switches;
import duet.program.TestContext;
import duet.run.PlayOptions;
import duet.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// A small program that was explored in one lane, by the strategy that a user gets.
///
/// @param name of the program
record ExploredProgram(String name, Exploration exploration) {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Set<End> EXPLORED =
      Set.of(End.COMPLETED, End.DEADLOCK, End.EXCEPTION, End.EXITED, End.CUT);

  /// Stops as soon as a schedule breaks what is declared.
  private record UntilBroken(Strategy strategy, Judge judge, AtomicBoolean isBroken)
      implements Strategy {
    @Override
    public Optional<String> next() {
      return isBroken.get() ? Optional.empty() : strategy.next();
    }

    @Override
    public void played(PlayedSchedule schedule) {
      strategy.played(schedule);
      if (judge.results(schedule).stream().anyMatch(result -> result.isBroken())) {
        isBroken.set(true);
      }
    }
  }

  /// Explores the scripts of a folder.
  ///
  /// @param schedules how many schedules at most; fewer if one breaks what is declared
  static ExploredProgram of(Path folder, String name, Lane lane, int schedules) throws Exception {
    String suffix = lane.description().suffixes().getFirst();
    Scenario scenario =
        BuiltInLanes.lanes()
            .scripts()
            .scenarios(List.of(folder.resolve(name + "." + suffix)))
            .getFirst();
    PlayOptions options = PlayOptions.on(List.of(lane)).states(false).build();
    ScriptSource script = ScriptSource.of(scenario, lane, options, Switches.REAL);
    var judge = new Judge(scenario, lane.id(), List.of());
    Strategy usual = Strategies.of(Strategies.MIXED, 1).orElseThrow();
    try (var host =
        new HostSchedules(
            () -> TestContext.hosts().take(lane, Jit.AUTO),
            lane,
            script.order(),
            script.switches(),
            LONG)) {
      host.open();
      return new ExploredProgram(
          name,
          new Explorer(
                  host,
                  new UntilBroken(usual, judge, new AtomicBoolean()),
                  judge,
                  new Budget(schedules, LONG),
                  new SystemClock(),
                  (count, time) -> {})
              .explore(lane.id(), script.hash()));
    } catch (HostLost e) {
      return new ExploredProgram(name, Exploration.none(lane.id(), String.valueOf(e.getMessage())));
    }
  }

  boolean isFound() {
    return exploration.isBroken();
  }

  /// The number of the first schedule that breaks what is declared.
  int first() {
    return exploration.findings().stream()
        .filter(finding -> finding.result().isBroken())
        .mapToInt(Finding::first)
        .min()
        .orElse(0);
  }

  double seconds() {
    return exploration.time().toNanos() / 1e9;
  }

  /// What keeps it from being explored; empty where nothing does.
  String obstacle() {
    boolean isPlayed = EXPLORED.containsAll(exploration.unfinished().keySet());
    return isPlayed ? exploration.problem() : exploration.unfinished() + " " + exploration.why();
  }

  @Override
  public String toString() {
    return "%s %s: %s %s"
        .formatted(
            exploration.lane(),
            name,
            obstacle(),
            exploration.findings().stream().map(finding -> finding.result().text()).toList());
  }
}
