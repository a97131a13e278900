package duet.compare;

import duet.lane.protocol.Usage;
import java.util.Locale;
import java.util.OptionalDouble;

/// How far a run was held up because the machine had no core for its threads. What it would have
/// done with enough cores is then only known within limits.
///
/// @param wall the run's length, in seconds
/// @param cpu the CPU time of the script's threads
/// @param script how long these threads waited for a core, all together
/// @param process how long all threads of its process did, the compiler's included
public record CoreShortage(double wall, double cpu, double script, double process) {
  /// Threads that wait for a core for a smaller part of the run explain no figure that is far off.
  /// Beside eight busy processes on two cores, the threads of every run of the course that missed
  /// an expectation waited for at least 0.4 of the run.
  private static final double SUBSTANTIAL = 0.1;

  /// Nothing takes less time, in seconds.
  private static final double SHORTEST = 0.001;

  /// The shortage of a run; none where the system does not tell.
  public static CoreShortage of(Usage usage) {
    OptionalDouble script = usage.coreWait();
    return new CoreShortage(
        usage.wall(),
        usage.cpu().orElse(0),
        script.orElse(0),
        script.orElse(0) + usage.jvmCoreWait().orElse(0));
  }

  /// Whether the script's threads waited so long that the number of busy cores says little.
  boolean isOfScript() {
    return script >= SUBSTANTIAL * wall;
  }

  /// Whether the threads of the process waited so long that the length of the run says little.
  public boolean isOfProcess() {
    return process >= SUBSTANTIAL * wall;
  }

  /// At most so many cores would have been busy: the same work in a run that is shorter by all
  /// waits of the script's threads.
  double mostCores() {
    return cpu / Math.max(wall - script, SHORTEST);
  }

  /// At least so long the run would have taken.
  public double leastWall() {
    return Math.max(0, wall - process);
  }

  /// Why the figures are no proof.
  public String words() {
    return script >= 0.05
        ? String.format(Locale.ROOT, "its threads waited %.1f s for a core", script)
        : String.format(Locale.ROOT, "its process waited %.1f s for a core", process);
  }
}
