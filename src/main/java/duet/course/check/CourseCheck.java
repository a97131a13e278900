package duet.course.check;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.course.Course;
import duet.course.lesson.Snippet;
import duet.lane.Lanes;
import duet.lane.process.Hosts;
import duet.log.BatchLogs;
import duet.log.ReportListener;
import duet.run.Play;
import duet.run.PlayOptions;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.declared.ExpectationsReader;
import duet.scenario.folder.Home;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks whether a course is sound: every lesson is complete, every scenario plays as declared,
/// every figure was measured, and every exercise can be solved but is not solved yet.
public final class CourseCheck {
  private final Course course;
  private final Lanes lanes;
  private final Path scratch;
  private final Problems problems = new Problems();
  private List<String> undecided = List.of();
  private List<String> unplayed = List.of();
  private LessonLanes onLanes = LessonLanes.NONE;
  private final List<LessonCheck> lessons = new ArrayList<>();

  /// @param scratch an empty folder for the code of lessons
  public CourseCheck(Course course, Lanes lanes, Path scratch) {
    this.course = course;
    this.lanes = lanes;
    this.scratch = scratch;
  }

  /// Checks everything that does not need a play.
  ///
  /// @throws InputFault when a lesson cannot be read
  public void read() throws InputFault {
    var orders = new HashMap<Integer, String>();
    for (ModuleFolder module : course.modules()) {
      module
          .missing()
          .forEach(name -> problems.add(module, name + " is declared, but has no scripts"));
      String other = orders.put(module.order(), module.name());
      if (other != null && module.order() != Integer.MAX_VALUE) {
        problems.add(module, "it has the same 'order' as " + other);
      }
      if (module.lesson(ModuleFolder.ENGLISH).isPresent()) {
        lessons.addAll(new ModuleCheck(module, lanes, problems).lessons());
      } else if (!module.folder().equals(course.root())) { // scripts may lie beside the modules
        problems.add(module, "there is no lesson.md");
      }
    }
    lessons.forEach(lesson -> problems.addAll(lesson.problems()));
  }

  /// Has scenarios play on the lanes, too, on which lessons play them, as far as these are
  /// installed.
  public void playAsLessonsDo(Home home) {
    onLanes = LessonLanes.of(lessons, lanes, home);
  }

  /// Everything that has to pass: scenarios, solutions, and the code in lessons.
  ///
  /// @throws InputFault when code cannot be written to the scratch folder
  public List<Scenario> toPass() throws InputFault {
    var scenarios = new ArrayList<Scenario>();
    for (ModuleFolder module : course.modules()) {
      scenarios.addAll(module.scenarios());
      module.exercises().forEach(exercise -> exercise.solution().ifPresent(scenarios::add));
    }
    for (LessonCheck lesson : lessons) {
      for (Snippet snippet : lesson.snippets()) {
        scenarios.add(scenario(lesson, snippet));
      }
    }
    return scenarios;
  }

  /// Everything that must not pass: what exercises start from.
  public List<Scenario> toFail() {
    return course.exercises().map(Exercise::start).toList();
  }

  private Scenario scenario(LessonCheck lesson, Snippet snippet) throws InputFault {
    String module = lesson.path();
    try {
      Path folder = Files.createDirectories(scratch.resolve(module));
      Path file = folder.resolve(snippet.name() + "." + snippet.extension());
      Files.writeString(file, snippet.text());
      return new Scenario(
          snippet.name(),
          "",
          module,
          Kind.WAITS,
          new LineAgreement.Undeclared(),
          List.of(),
          SeriesDeclaration.NONE,
          ExpectationsReader.read(lesson.file(), snippet.expected(), List.of()),
          Map.of(snippet.extension(), file));
    } catch (IOException e) {
      throw InputFault.usage("cannot write to " + scratch + ": " + e, "Make room on the disk.");
    }
  }

  /// Plays the course, and checks what came of it. Where a high speed leaves a doubt about times,
  /// the scenario plays again at speed 1, and if the doubt remains, a last time alone.
  ///
  /// @param rules their retries hold only for what has to pass
  /// @param log where every play is saved
  /// @return whether nobody interrupted it
  /// @throws InputFault when the log cannot be written or read
  public boolean play(
      Hosts hosts, PlayOptions options, Batch.Rules rules, Path log, BatchListener listener)
      throws InputFault {
    var plays = new CoursePlays(hosts, options, rules, onLanes, log, toPass(), toFail());
    if (!plays.play(listener)) {
      return false;
    }
    PlayCheck check = check(options, log);
    int attempts = plays.attempts();
    for (int jobs : options.speed() == 1 ? new int[0] : new int[] {rules.jobs(), 1}) {
      if (!plays.replay(check.uncertain(), jobs, attempts)) {
        return false;
      }
      attempts += plays.attempts();
      check = check(options, log);
    }
    problems.addAll(check.problems());
    undecided = check.undecided();
    unplayed = check.unplayed();
    return true;
  }

  private PlayCheck check(PlayOptions options, Path log) throws InputFault {
    BatchLogs logs = BatchLogs.of(List.of(log));
    BatchReport report = logs.report();
    var plays = new HashMap<String, Play>();
    logs.write(
        report,
        new ReportListener() {
          @Override
          public void played(ScenarioResult result, Play play) {
            plays.put(result.path(), play);
          }
        });
    return new PlayCheck(course, lessons, options.lanes(), report, plays);
  }

  /// What is wrong, in the order of files and lines.
  public List<Problem> problems() {
    return problems.sorted();
  }

  /// What the machine left open, in sentences.
  public List<String> undecided() {
    return undecided;
  }

  /// The lanes of which something is declared, but which did not play.
  public List<String> unplayed() {
    return unplayed;
  }

  /// What was checked, in words.
  public String summary() {
    long exercises = course.exercises().count();
    long scenarios = course.modules().stream().mapToLong(m -> m.scenarios().size()).sum();
    long snippets = lessons.stream().mapToLong(lesson -> lesson.snippets().size()).sum();
    long figures = lessons.stream().mapToLong(lesson -> lesson.figures().size()).sum();
    return String.join(
        ", ",
        count(lessons.size(), "lesson"),
        count(scenarios, "scenario"),
        count(exercises, "exercise"),
        count(snippets, "code block"),
        count(figures, "measured figure"));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
