package duet.options;

import duet.compare.ResultCounts;
import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--sweep`, `--repeat` and `--by`: options that play a scenario many times.
public final class SeriesOptions {
  private static final int SWEEP_TIMES = 3;

  /// More plays or threads than anybody has time or memory for: probably a slip.
  private static final int AT_MOST = 100_000;

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
  private @Nullable Integer repeat;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "result",
      description =
          "How --repeat tells results apart: by result (as the scenario declares it), by lines (in"
              + " any order) or by order.")
  private ResultCounts.By by = ResultCounts.By.RESULT;

  /// Whether the user has asked for a series of plays.
  public boolean areWanted() {
    return repeat != null || !sweep.isEmpty();
  }

  /// The numbers of threads of a sweep; empty without `--sweep`.
  public List<Integer> sweep() {
    return sweep;
  }

  /// The number of plays that the user has chosen; empty without `--repeat`.
  public OptionalInt repeat() {
    return repeat == null ? OptionalInt.empty() : OptionalInt.of(repeat);
  }

  /// The number of plays; in a sweep, for each number of threads.
  public int times() {
    return repeat().orElse(sweep.isEmpty() ? 1 : SWEEP_TIMES);
  }

  public ResultCounts.By by() {
    return by;
  }

  /// Refuses impossible values.
  public void check(CommandSpec spec, List<String> arguments) {
    if ((repeat != null && !isPossible(repeat))
        || !sweep.stream().allMatch(SeriesOptions::isPossible)) {
      throw new ParameterException(
          spec.commandLine(), "--repeat and --sweep must be numbers from 1 to " + AT_MOST);
    }
    if (!sweep.isEmpty() && !arguments.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--sweep passes the number of threads as the argument; leave out --arg");
    }
  }

  private static boolean isPossible(int number) {
    return number >= 1 && number <= AT_MOST;
  }

  /// Refuses a sweep of scenarios that take no number of threads. A scenario of the course declares
  /// it; for their own scripts, users know it themselves.
  ///
  /// @throws InputFault for the first scenario that takes none
  public void check(List<Scenario> scenarios) throws InputFault {
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
