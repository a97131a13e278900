package duet.cli;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.ScenarioFinder;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `FOLDER…`, `--include` and `--exclude`: which scenarios a batch plays.
final class BatchSelection {
  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description =
          "Where to look for scenarios, subfolders included. Duet skips hidden folders and build"
              + " output.")
  private List<Path> folders = List.of();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description =
          "Plays only scenarios whose path, name or folder matches, such as '04-*'; repeatable.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Skips scenarios that match, such as '*_draft'; repeatable.")
  private List<String> exclude = List.of();

  /// Where to look for scenarios.
  List<Path> folders() {
    return folders;
  }

  /// Whether the batch plays every scenario in the folders.
  boolean isEverything() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /// Finds the scenarios.
  ///
  /// @param scripts decides which files are scripts
  /// @throws InputFault when a folder is missing, or when a pattern is wrong
  List<Scenario> scenarios(ScriptPairs scripts, Consumer<String> notice) throws InputFault {
    return ScenarioFinder.find(scripts, folders, include, exclude, notice);
  }
}
