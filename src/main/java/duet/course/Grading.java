package duet.course;

import com.google.gson.stream.JsonWriter;
import duet.compare.Breach;
import duet.compare.Report;
import duet.compare.Result;
import duet.lane.JsonLines;
import duet.render.ResultRows;
import duet.scenario.Agreement;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the learners of a class have handed in: a folder for each of them, and anywhere in it
/// scripts that are called like the exercises of a course. They are held against what the exercises
/// expect, and a table says who has solved what in which language.
public final class Grading {
  private static final List<String> LANES = List.of("python", "java");

  private final List<Exercise> exercises;
  private final List<String> learners = new ArrayList<>();
  private final Map<String, Scenario> handedIn = new TreeMap<>();

  private Grading(Course course) {
    exercises = course.exercises().toList();
  }

  /// What is in these folders, each of a class.
  ///
  /// @throws InputFault when one cannot be read, or nobody has handed anything in
  public static Grading of(Course course, List<Path> classes) throws InputFault {
    var grading = new Grading(course);
    for (Path folder : classes) {
      grading.read(folder);
    }
    if (grading.handedIn.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "nothing in " + classes.getFirst() + " is called like an exercise",
          "There should be a folder for each learner, with scripts such as "
              + grading.exercises.stream().map(e -> e.name() + ".py").findFirst().orElse("NAME.py")
              + " anywhere in it.");
    }
    return grading;
  }

  private void read(Path folder) throws InputFault {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path learner : entries.filter(Files::isDirectory).sorted().toList()) {
        String name = String.valueOf(learner.getFileName());
        if (!name.startsWith(".")) {
          learners.add(name);
          submissions(name, learner);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage("cannot read " + folder + ": " + e.getMessage(), "Make it readable.");
    }
  }

  private void submissions(String learner, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Exercise exercise : exercises) {
      var sources = new TreeMap<String, Path>();
      for (String extension : exercise.start().sources().keySet()) {
        candidates(exercise, extension, files).ifPresent(file -> sources.put(extension, file));
      }
      if (!sources.isEmpty()) {
        handedIn.put(key(learner, exercise), scenario(learner, exercise, sources));
      }
    }
  }

  /// Of several files of that name, one in a folder that is called like the module.
  private static Optional<Path> candidates(Exercise exercise, String extension, List<Path> files) {
    List<Path> fitting =
        files.stream().filter(file -> Sources.isNamed(file, exercise.name(), extension)).toList();
    return fitting.stream()
        .filter(file -> file.toString().contains(module(exercise)))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static Scenario scenario(String learner, Exercise exercise, Map<String, Path> sources) {
    Scenario start = exercise.start();
    return new Scenario(
        start.name(),
        start.title(),
        learner + "/" + module(exercise),
        start.kind(),
        new Agreement.Undeclared(),
        start.masks(),
        start.series(),
        start.expectations(),
        sources);
  }

  private static String module(Exercise exercise) {
    String path = exercise.path();
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String key(String learner, Exercise exercise) {
    return learner + "/" + exercise.path();
  }

  /// What is to be played.
  public List<Scenario> scenarios() {
    return List.copyOf(handedIn.values());
  }

  /// Writes a row for each learner and exercise: as JSON lines where the file is called so, or else
  /// as comma-separated values.
  ///
  /// @throws IOException when it cannot be written
  public void write(Report report, Path file) throws IOException {
    Map<String, Result> results =
        report.results().stream().collect(Collectors.toMap(Result::path, Function.identity()));
    boolean isJson = file.toString().matches(".*\\.jsonl?");
    var text = new StringBuilder();
    if (!isJson) {
      text.append("learner,module,exercise,solved,python,java,problem\n");
    }
    for (String learner : learners) {
      for (Exercise exercise : exercises) {
        var row =
            new Row(learner, exercise, Optional.ofNullable(results.get(key(learner, exercise))));
        text.append(isJson ? row.json() : row.csv()).append('\n');
      }
    }
    Files.writeString(file, text);
  }

  /// One learner's work on one exercise.
  private record Row(String learner, Exercise exercise, Optional<Result> result) {
    /// `solved`, `open` or `missing`; empty for a language that the exercise does not have.
    String on(String lane) {
      boolean isAsked = exercise.start().sources().containsKey(lane.equals("java") ? "java" : "py");
      if (!isAsked) {
        return "";
      }
      boolean isThere =
          result.isPresent()
              && result.get().lanes().stream().anyMatch(one -> one.lane().equals(lane));
      if (!isThere) {
        return "missing";
      }
      boolean isMet = breaches().stream().noneMatch(breach -> breach.lane().equals(lane));
      return isMet ? "solved" : "open";
    }

    private List<Breach> breaches() {
      return result.map(Result::breaches).orElse(List.of());
    }

    /// In one language is enough.
    boolean isSolved() {
      return LANES.stream().anyMatch(lane -> on(lane).equals("solved"));
    }

    String problem() {
      return breaches().stream().map(Breach::sentence).collect(Collectors.joining("; "));
    }

    String json() {
      return JsonLines.object("grade", this::write);
    }

    private void write(JsonWriter json) throws IOException {
      json.name("learner").value(learner).name("module").value(module(exercise));
      json.name("exercise").value(exercise.name()).name("solved").value(isSolved());
      for (String lane : LANES) {
        json.name(lane).value(on(lane));
      }
      json.name("problem").value(problem());
    }

    String csv() {
      return Stream.of(
              learner,
              module(exercise),
              exercise.name(),
              isSolved() ? "yes" : "no",
              on("python"),
              on("java"),
              problem())
          .map(ResultRows::quoted)
          .collect(Collectors.joining(","));
    }
  }
}
