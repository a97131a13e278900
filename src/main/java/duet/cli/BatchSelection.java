package duet.cli;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.ScenarioFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The folders of a batch, `--include` and `--exclude`: where scenarios are looked for, and which.
final class BatchSelection {
  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description =
          "Where to look, folders within folders. Hidden folders and build output are left out.")
  private List<Path> folders = List.of();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only scenarios whose path, name or folder fits, such as '04-*'; repeatable.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "None that fits, such as '*_draft'; repeatable.")
  private List<String> exclude = List.of();

  /// Where to look.
  List<Path> folders() {
    return folders;
  }

  /// Whether every scenario in the folders is meant.
  boolean isEverything() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /// The scenarios that are there.
  ///
  /// @throws InputFault when a folder is missing, or a pattern or a scenario's declaration is wrong
  List<Scenario> scenarios(Consumer<String> notice) throws InputFault {
    return ScenarioFinder.find(folders, include, exclude, notice);
  }
}
