package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import duet.scenario.declared.YamlFile;
import duet.scenario.file.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What folders of scripts declare about their scenarios, in a lesson or in files beside the
/// scripts.
///
/// @param lessons the front matter of each folder
/// @param lanes the ids of the lanes
record Declarations(Map<Path, FrontMatter> lessons, List<String> lanes) {
  /// The end of a file beside scripts that declares something about them.
  private static final String DECLARATION = ".duet.yaml";

  /// Reads the lessons of some folders.
  ///
  /// @throws InputFault when a lesson is not understood
  static Declarations in(List<Path> folders, List<String> lanes) throws InputFault {
    var lessons = new LinkedHashMap<Path, FrontMatter>();
    for (Path folder : folders) {
      lessons.put(folder, FrontMatter.of(folder, lanes));
    }
    return new Declarations(lessons, lanes);
  }

  /// What is declared about one scenario.
  ///
  /// @throws InputFault when it is declared twice, or not understood
  Declaration of(String name) throws InputFault {
    var declared = new LinkedHashMap<Path, Declaration>();
    for (var lesson : lessons.entrySet()) {
      Path folder = lesson.getKey();
      lesson
          .getValue()
          .of(name)
          .ifPresent(inLesson -> declared.put(folder.resolve(FrontMatter.FILE), inLesson));
      Path beside = folder.resolve(name + DECLARATION);
      beside(beside, name).ifPresent(own -> declared.put(beside, own));
    }
    if (declared.size() > 1) {
      throw InputFault.usage(
          name + " is declared twice: in " + joined(declared.keySet()), "Keep one of them.");
    }
    return declared.values().stream().findFirst().orElseGet(() -> Declaration.none(name));
  }

  private static String joined(Set<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(" and in "));
  }

  private Optional<Declaration> beside(Path file, String name) throws InputFault {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var entries = new YamlFile(file);
    Map<?, ?> entry = entries.load(TextFile.readAsked(file, TextFile.LARGEST), 0, "the file");
    return Optional.of(Declaration.of(entries, lanes, name, entry, new LineAgreement.Undeclared()));
  }

  /// The files in a folder that declare something about a scenario, by its name.
  static Map<String, Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(DECLARATION))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(DECLARATION, ""),
                  Function.identity(),
                  (one, _) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
