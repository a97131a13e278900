package duet.cli;

import duet.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Option;

/// `--strict`: a difference between the lanes' lines is a failure.
final class StrictOption {
  @Option(
      names = "--strict",
      description =
          "Lanes that print different lines fail, unless the scenario declares something about its"
              + " lines. The order of lines does not matter.")
  private boolean isChosen;

  /// Whether it was given.
  boolean isChosen() {
    return isChosen;
  }

  /// The scenarios as they have to be judged.
  static List<Scenario> of(List<Scenario> scenarios, boolean isStrict) {
    return isStrict ? scenarios.stream().map(Scenario::strict).toList() : scenarios;
  }
}
