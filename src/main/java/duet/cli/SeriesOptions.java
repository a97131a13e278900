package duet.cli;

import duet.compare.ResultCounts;
import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--sweep` and `--repeat`: options that play a scenario many times.
final class SeriesOptions {
  private static final int SWEEP_TIMES = 3;

  @Option(
      names = "--sweep",
      split = ",",
      paramLabel = "N",
      description =
          "Plays each lane alone with each of these numbers of threads, such as 1,2,4, and compares"
              + " the times. For scripts that take the number of threads as their argument.")
  private List<Integer> sweep = List.of();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "Plays N times and counts the distinct results. With --sweep, plays N times with each"
              + " number of threads (default 3).")
  private int repeat;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "result",
      description =
          "How --repeat tells results apart: by result (as the scenario declares it), by lines (in"
              + " any order) or by order.")
  private ResultCounts.By by = ResultCounts.By.RESULT;

  /// Whether the user has asked for a series of plays.
  boolean areWanted() {
    return repeat > 0 || !sweep.isEmpty();
  }

  /// Plays a scenario many times and returns an exit code.
  int play(SeriesRun run) {
    return sweep.isEmpty()
        ? run.repeat(repeat, by)
        : run.sweep(sweep, repeat == 0 ? SWEEP_TIMES : repeat);
  }

  /// Refuses impossible values.
  void check(CommandSpec spec, List<String> arguments) {
    if (repeat < 0 || sweep.stream().anyMatch(count -> count < 1)) {
      throw new ParameterException(spec.commandLine(), "--repeat and --sweep must be at least 1");
    }
    if (!sweep.isEmpty() && !arguments.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--sweep passes the number of threads as the argument; leave out --arg");
    }
  }

  /// Refuses to sweep a scenario of the course that takes no number of threads. For their own
  /// scripts, learners know this themselves.
  void check(List<Scenario> scenarios) throws InputFault {
    for (Scenario scenario : scenarios) {
      boolean isOfTheCourse = !(scenario.agreement() instanceof LineAgreement.Undeclared);
      if (!sweep.isEmpty() && isOfTheCourse && scenario.series().threads().isEmpty()) {
        throw InputFault.usage(
            scenario.name() + " does not take a number of threads",
            "Choose a scenario whose lesson declares 'sweep', or a script of your own.");
      }
    }
  }
}
