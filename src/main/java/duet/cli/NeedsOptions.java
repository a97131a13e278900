package duet.cli;

import duet.scenario.InputFault;
import duet.scenario.ScenarioText;
import duet.scenario.ScriptNeeds;
import duet.scenario.file.FileBounds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--stdin`, `--enable-preview` and `--class-path`: what scripts need besides their language.
final class NeedsOptions {
  @Option(
      names = "--stdin",
      paramLabel = "FILE",
      description = "Gives this file's text to the scripts as their standard input.")
  private @Nullable Path input;

  @Option(
      names = "--enable-preview",
      description = "Allows preview features of Java, as for 'java'.")
  private boolean preview;

  @Option(
      names = "--class-path",
      paramLabel = "JARS",
      description =
          "Libraries for Java scripts: jar files, and folders of class files, separated as for"
              + " 'java' (by : or, on Windows, ;). dir/* stands for all jar files in dir.")
  private String classPath = "";

  /// What the user has chosen.
  ///
  /// @throws InputFault when a file is missing or cannot be read
  ScriptNeeds chosen() throws InputFault {
    return new ScriptNeeds(
        input == null ? Optional.empty() : Optional.of(ScenarioText.read(input, FileBounds.NONE)),
        preview,
        libraries(classPath));
  }

  /// The files of a class path.
  ///
  /// @throws InputFault when one is missing
  private static List<Path> libraries(String classPath) throws InputFault {
    var libraries = new ArrayList<Path>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (entry.endsWith("*")) {
        libraries.addAll(jars(Path.of(entry.substring(0, entry.length() - 1))));
      } else if (!entry.isEmpty()) {
        libraries.add(library(Path.of(entry)));
      }
    }
    return libraries;
  }

  private static Path library(Path file) throws InputFault {
    if (!Files.isReadable(file)) {
      throw InputFault.usage(
          "there is no library " + file + " that Duet can read", "Check --class-path.");
    }
    return file.toAbsolutePath().normalize();
  }

  private static List<Path> jars(Path folder) throws InputFault {
    try (var files = Files.list(library(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw InputFault.usage("there are no libraries in " + folder, "Check --class-path.");
    }
  }
}
