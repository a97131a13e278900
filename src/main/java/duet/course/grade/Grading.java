package duet.course.grade;

import com.google.gson.stream.JsonWriter;
import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.UndecidedExpectation;
import duet.course.Course;
import duet.lane.Lane;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.render.file.CsvTable;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.file.FileBounds;
import duet.scenario.file.WholeFile;
import duet.scenario.found.ScenarioFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Grades what a class has handed in: a folder for each learner, with scripts anywhere in it that
/// have the names of the course's exercises. A batch plays them, and a table says who has solved
/// which exercise in which language.
public final class Grading {
  private final List<Exercise> exercises;
  private final List<Lane> lanes;
  private final Consumer<String> notices;
  private final List<String> learners = new ArrayList<>();
  private final Map<String, Submission> submissions = new TreeMap<>();

  /// Why nothing of a learner is graded.
  private final Map<String, String> refusals = new TreeMap<>();

  private final Map<String, Scenario> scenarios = new TreeMap<>();

  private Grading(Course course, List<Lane> lanes, Consumer<String> notices) {
    this.lanes = List.copyOf(lanes);
    exercises = course.exercises().toList();
    this.notices = notices;
  }

  /// Reads the folders of some classes. If there are several, the class precedes a learner's name.
  ///
  /// @param lanes the lanes on which it may be solved, of each of which the table tells
  /// @param notices hears of folders that cannot be read
  /// @throws InputFault when a class cannot be read, or has no submission
  public static Grading of(
      Course course, List<Lane> lanes, List<Path> classes, Consumer<String> notices)
      throws InputFault {
    var grading = new Grading(course, lanes, notices);
    for (Path folder : classes) {
      grading.read(folder, classes.size() > 1 ? ScenarioFinder.called(folder, classes) + "/" : "");
    }
    if (grading.submissions.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "no script in " + classes.getFirst() + " has the name of an exercise",
          "Make a folder for each learner, with scripts such as "
              + grading.exercises.stream().map(Exercise::name).findFirst().orElse("NAME")
              + "."
              + lanes.getFirst().description().suffix()
              + " anywhere in it.");
    }
    return grading;
  }

  private void read(Path folder, String prefix) throws InputFault {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path learner : entries.filter(Files::isDirectory).sorted().toList()) {
        String name = String.valueOf(learner.getFileName());
        if (!name.startsWith(".")) {
          learners.add(prefix + name);
          if (Files.isSymbolicLink(learner)) {
            refuse(prefix + name, learner);
          } else {
            readOf(prefix + name, learner);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage("cannot read " + folder + ": " + e.getMessage(), "Make it readable.");
    }
  }

  private void refuse(String learner, Path link) {
    String why = " is a link, which Duet does not follow: put the folder itself there";
    refusals.put(learner, learner + why);
    notices.accept(link + why);
  }

  private void readOf(String learner, Path folder) throws IOException {
    FileBounds bounds = FileBounds.within(folder);
    Set<String> names = exercises.stream().map(Exercise::name).collect(Collectors.toSet());
    List<Path> files = Submission.scripts(folder, names, notices);
    for (Exercise exercise : exercises) {
      Submission.of(exercise, folder, files, bounds)
          .ifPresent(
              found -> {
                submissions.put(key(learner, exercise), found);
                scenarios.put(
                    key(learner, exercise),
                    scenario(learner, exercise, found.sources()).within(bounds));
              });
    }
  }

  private static Scenario scenario(String learner, Exercise exercise, Map<String, Path> sources) {
    Scenario start = exercise.start();
    return new Scenario(
            start.name(),
            start.title(),
            learner + "/" + exercise.module(),
            start.kind(),
            start.agreement(),
            start.masks(),
            start.series(),
            start.expectations(),
            sources)
        .needing(start.needs());
  }

  private static String key(String learner, Exercise exercise) {
    return learner + "/" + exercise.path();
  }

  /// The scenarios to play.
  public List<Scenario> scenarios() {
    return List.copyOf(scenarios.values());
  }

  /// Writes a row for each learner and exercise: as JSON lines to a `.json` or `.jsonl` file, or
  /// else as comma-separated values.
  ///
  /// @throws IOException when it cannot be written
  public void write(BatchReport report, Path file) throws IOException {
    Map<String, ScenarioResult> results =
        report.results().stream()
            .collect(Collectors.toMap(ScenarioResult::path, Function.identity()));
    boolean isJson = file.toString().matches(".*\\.jsonl?");
    WholeFile.write(file, (isJson ? json(results) : csv(results)) + "\n");
  }

  private String json(Map<String, ScenarioResult> results) {
    return rows(results).map(GradeRow::json).collect(Collectors.joining("\n"));
  }

  private String csv(Map<String, ScenarioResult> results) {
    var columns = new ArrayList<>(List.of("learner", "module", "exercise", "solved"));
    lanes.forEach(lane -> columns.add(lane.id()));
    columns.add("problem");
    var table = new CsvTable(columns);
    rows(results).map(GradeRow::cells).forEach(table::row);
    return table.text();
  }

  private Stream<GradeRow> rows(Map<String, ScenarioResult> results) {
    return learners.stream()
        .flatMap(learner -> exercises.stream().map(exercise -> row(learner, exercise, results)));
  }

  private GradeRow row(String learner, Exercise exercise, Map<String, ScenarioResult> results) {
    String key = key(learner, exercise);
    return new GradeRow(
        learner,
        exercise,
        lanes,
        refusals.getOrDefault(learner, ""),
        Optional.ofNullable(submissions.get(key)),
        Optional.ofNullable(results.get(key)));
  }

  /// The row of one learner and one exercise.
  private record GradeRow(
      String learner,
      Exercise exercise,
      List<Lane> lanes,
      String refusal,
      Optional<Submission> submission,
      Optional<ScenarioResult> result) {
    /// `solved`, `open`, `undecided` if the machine left that open, `unchanged` since the start,
    /// `missing`, or `not played` if the batch was interrupted; empty for a language that the
    /// exercise does not have.
    String on(Lane lane) {
      if (lane.script(exercise.start()).isEmpty()) {
        return "";
      }
      if (submission.isEmpty()
          || !submission.get().sources().containsKey(lane.description().suffix())) {
        return "missing";
      }
      boolean isPlayed =
          result.stream()
              .flatMap(played -> played.lanes().stream())
              .anyMatch(one -> one.lane().equals(lane.id()));
      if (!isPlayed) {
        return "not played";
      }
      if (submission.get().isUnchanged(exercise, lane)) {
        return "unchanged";
      }
      boolean isMet = breaches().stream().noneMatch(breach -> breach.lane().equals(lane.id()));
      boolean isDecided =
          result.stream()
              .flatMap(played -> played.undecided().stream())
              .noneMatch(open -> open.lane().equals(lane.id()));
      return !isMet ? "open" : isDecided ? "solved" : "undecided";
    }

    private List<BrokenExpectation> breaches() {
      return result.map(ScenarioResult::breaches).orElse(List.of());
    }

    /// One language is enough.
    boolean isSolved() {
      return lanes.stream().anyMatch(lane -> on(lane).equals("solved"));
    }

    String problem() {
      return Stream.of(
              Stream.of(refusal).filter(why -> !why.isEmpty()),
              breaches().stream().map(BrokenExpectation::sentence),
              result.stream()
                  .flatMap(played -> played.undecided().stream())
                  .map(UndecidedExpectation::sentence),
              submission.stream().map(Submission::doubt).filter(doubt -> !doubt.isEmpty()))
          .flatMap(Function.identity())
          .collect(Collectors.joining("; "));
    }

    String json() {
      return JsonLines.object(JsonKind.GRADE, this::write);
    }

    private void write(JsonWriter json) throws IOException {
      json.name("learner").value(learner).name("module").value(exercise.module());
      json.name("exercise").value(exercise.name()).name("solved").value(isSolved());
      for (Lane lane : lanes) {
        json.name(lane.id()).value(on(lane));
      }
      json.name("problem").value(problem());
    }

    List<String> cells() {
      var cells = new ArrayList<String>();
      cells.addAll(List.of(learner, exercise.module(), exercise.name()));
      cells.add(isSolved() ? "yes" : "no");
      lanes.forEach(lane -> cells.add(on(lane)));
      cells.add(problem());
      return cells;
    }
  }
}
