package duet.cli;

import duet.compare.ResultCounts;
import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--sweep` and `--repeat`: playing a scenario many times.
final class SeriesOptions {
  private static final int SWEEP_TIMES = 3;

  @Option(
      names = "--sweep",
      split = ",",
      paramLabel = "N",
      description =
          "Plays with so many threads each, such as 1,2,4, every lane alone, and compares the"
              + " times. For scripts that take a number of threads.")
  private List<Integer> sweep = List.of();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "Plays so many times and counts the distinct results; with --sweep, so many times with"
              + " each number of threads (3 where it is left out).")
  private int repeat;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "result",
      description =
          "What --repeat tells apart: result (as the scenario declares it), lines (in any order)"
              + " or order.")
  private ResultCounts.By by = ResultCounts.By.RESULT;

  /// Whether there is to be more than one play.
  boolean areWanted() {
    return repeat > 0 || !sweep.isEmpty();
  }

  /// Plays a scenario as asked for; returns an exit status.
  int play(SeriesRun run) {
    return sweep.isEmpty()
        ? run.repeat(repeat, by)
        : run.sweep(sweep, repeat == 0 ? SWEEP_TIMES : repeat);
  }

  /// Refuses values that cannot be.
  void check(CommandSpec spec, List<String> arguments) {
    if (repeat < 0 || sweep.stream().anyMatch(count -> count < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--repeat and --sweep take numbers from 1 on");
    }
    if (!sweep.isEmpty() && !arguments.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--sweep gives the scripts their argument, so --arg cannot");
    }
  }

  /// Refuses to sweep what takes no number of threads. A scenario of the course says whether it
  /// does; of his own scripts the learner knows.
  void check(List<Scenario> scenarios) throws InputFault {
    for (Scenario scenario : scenarios) {
      boolean isOfTheCourse = !(scenario.agreement() instanceof LineAgreement.Undeclared);
      if (!sweep.isEmpty() && isOfTheCourse && scenario.series().threads().isEmpty()) {
        throw InputFault.usage(
            scenario.name() + " takes no number of threads",
            "Those do whose lesson declares 'sweep', and scripts of your own may.");
      }
    }
  }
}
