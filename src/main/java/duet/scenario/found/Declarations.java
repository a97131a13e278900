package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.ScenarioText;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import duet.scenario.declared.YamlFile;
import duet.scenario.file.FileBounds;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
/// @param bounds where files have to be that declare something
/// @param fault what is wrong with a lesson; nothing is known of any scenario then
record Declarations(
    Map<Path, FrontMatter> lessons,
    List<String> lanes,
    FileBounds bounds,
    Optional<InputFault> fault) {
  /// The end of a file beside scripts that declares something about them.
  private static final String DECLARATION = ".duet.yaml";

  /// Reads the lessons of some folders.
  static Declarations in(List<Path> folders, List<String> lanes, FileBounds bounds) {
    var lessons = new LinkedHashMap<Path, FrontMatter>();
    try {
      for (Path folder : folders) {
        lessons.put(folder, FrontMatter.of(folder, lanes, bounds));
      }
      return new Declarations(lessons, lanes, bounds, Optional.empty());
    } catch (InputFault fault) {
      return new Declarations(Map.of(), lanes, bounds, Optional.of(fault));
    }
  }

  /// Refuses to go on where a lesson is not understood.
  ///
  /// @throws InputFault when one is not
  void check() throws InputFault {
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  /// The front matter of a folder.
  FrontMatter lesson(Path folder) {
    return lessons.getOrDefault(folder, FrontMatter.NONE);
  }

  /// A scenario with what is declared about it, which is within the bounds. If that is not
  /// understood, the scenario is refused: nobody knows what is expected of it.
  Scenario scenario(String name, String module, Map<String, Path> files) {
    try {
      Scenario scenario = of(name).scenario(module, files).within(bounds);
      Optional<String> problem = problem(scenario.needs().classPath());
      return problem.isPresent() ? refused(name, module, files, problem.get()) : scenario;
    } catch (InputFault refusal) {
      return refused(name, module, files, refusal.sentences());
    }
  }

  private Optional<String> problem(List<Path> libraries) {
    for (Path library : libraries) {
      try {
        TextFile.check(library, bounds);
      } catch (UnreadableFile e) {
        return Optional.of(e.sentences(library));
      }
    }
    return Optional.empty();
  }

  private Scenario refused(String name, String module, Map<String, Path> files, String why) {
    return Declaration.none(name).scenario(module, files).within(bounds).refused(why);
  }

  /// What is declared about one scenario.
  ///
  /// @throws InputFault when it is declared twice, or not understood
  Declaration of(String name) throws InputFault {
    check();
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
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    var entries = new YamlFile(file);
    Map<?, ?> entry = entries.load(ScenarioText.read(file, bounds), 0, "the file");
    var read = Declaration.of(entries, lanes, name, entry, new LineAgreement.Undeclared());
    entries.finish();
    return Optional.of(read);
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
