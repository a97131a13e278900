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

/// `--sweep`, `--repeat` and `--by`: playing a scenario many times.
public final class SeriesOptions {
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
  private @Nullable Integer repeat;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "result",
      description =
          "What --repeat tells apart: result (as the scenario declares it), lines (in any order)"
              + " or order.")
  private ResultCounts.By by = ResultCounts.By.RESULT;

  /// Whether a sweep or a repetition is asked for.
  public boolean areWanted() {
    return repeat != null || !sweep.isEmpty();
  }

  /// The numbers of threads to play with; none where no sweep is asked for.
  public List<Integer> sweep() {
    return sweep;
  }

  /// How many plays were asked for; empty where nothing was said.
  public OptionalInt repeat() {
    return repeat == null ? OptionalInt.empty() : OptionalInt.of(repeat);
  }

  /// How many plays there are: of each number of threads where it is a sweep.
  public int times() {
    return repeat().orElse(sweep.isEmpty() ? 1 : SWEEP_TIMES);
  }

  public ResultCounts.By by() {
    return by;
  }

  /// Refuses impossible values.
  public void check(CommandSpec spec, List<String> arguments) {
    if ((repeat != null && repeat < 1) || sweep.stream().anyMatch(count -> count < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--repeat and --sweep take numbers from 1 on");
    }
    if (!sweep.isEmpty() && !arguments.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--sweep gives the scripts their argument, so --arg cannot");
    }
  }

  /// Refuses a sweep of scenarios that take no number of threads. A scenario of the course declares
  /// it; about their own scripts, users know.
  ///
  /// @throws InputFault for the first scenario that takes none
  public void check(List<Scenario> scenarios) throws InputFault {
    for (Scenario scenario : scenarios) {
      boolean isOfTheCourse = !(scenario.agreement() instanceof LineAgreement.Undeclared);
      if (!sweep.isEmpty() && isOfTheCourse && scenario.series().threads().isEmpty()) {
        throw InputFault.usage(
            scenario.name() + " takes no number of threads",
            "Sweep a scenario whose lesson declares 'sweep', or scripts of your own.");
      }
    }
  }
}
