package duet.course.check;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.course.Course;
import duet.course.lesson.Snippet;
import duet.lane.process.Hosts;
import duet.log.BatchHeader;
import duet.log.BatchLogs;
import duet.log.LogFile;
import duet.log.ReportListener;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.PlayOptions;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.declared.ExpectationsReader;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a course is sound: what its lessons say is there, plays as they declare, and was
/// measured; its exercises cannot be solved by doing nothing, and can be solved.
public final class CourseCheck {
  private final Course course;
  private final Path scratch;
  private final Problems problems = new Problems();
  private final List<LessonCheck> lessons = new ArrayList<>();

  /// @param scratch an empty folder for scripts that stand in lessons
  public CourseCheck(Course course, Path scratch) {
    this.course = course;
    this.scratch = scratch;
  }

  /// Reads everything.
  ///
  /// @throws InputFault when a lesson cannot be read
  public void read() throws InputFault {
    var orders = new HashMap<Integer, String>();
    for (ModuleFolder module : course.modules()) {
      Path folder = module.folder();
      module
          .missing()
          .forEach(name -> problems.add(module, name + " is declared, and has no scripts"));
      String other = orders.put(module.order(), module.name());
      if (other != null && module.order() != Integer.MAX_VALUE) {
        problems.add(module, "it has the same 'order' as " + other);
      }
      Optional<Path> english = module.lesson(ModuleFolder.ENGLISH);
      if (english.isEmpty()) {
        if (!folder.equals(course.root())) { // beside the modules anything may stand
          problems.add(folder, "there is no lesson.md");
        }
        continue;
      }
      module.scenarios().forEach(scenario -> lanes(module, scenario));
      LessonCheck lesson = lesson(module, english.get());
      lesson.checkWhole();
      module.exercises().forEach(exercise -> exercise(module, exercise));
      for (String language : languages(folder)) {
        LessonCheck translation = lesson(module, module.lesson(language).orElseThrow());
        translation.checkWords();
        if (!translation.commands().equals(lesson.commands())) {
          problems.add(
              translation.file(), "it does not play and set what lesson.md does, in its order");
        }
        if (translation.sections() != lesson.sections()) {
          problems.add(
              translation.file(),
              "it has "
                  + count(translation.sections(), "section")
                  + ", and lesson.md "
                  + lesson.sections());
        }
      }
    }
    lessons.forEach(lesson -> problems.addAll(lesson.problems()));
  }

  private LessonCheck lesson(ModuleFolder module, Path file) throws InputFault {
    LessonCheck lesson = LessonCheck.of(module, file);
    lessons.add(lesson);
    return lesson;
  }

  private static Set<String> languages(Path folder) throws InputFault {
    var languages = new TreeSet<String>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("lesson\\.[a-z]{2,3}\\.md"))
          .forEach(name -> languages.add(name.split("\\.")[1]));
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + folder + ": " + e, "Make it readable.");
    }
    return languages;
  }

  private void lanes(ModuleFolder module, Scenario scenario) {
    Lanes.ALL.stream()
        .filter(lane -> lane.script(scenario).isEmpty())
        .forEach(
            lane ->
                problems.add(
                    module, scenario.name() + " has no script for the " + lane.id() + " lane"));
  }

  private void exercise(ModuleFolder module, Exercise exercise) {
    if (exercise.hints().isEmpty()) {
      problems.add(module, "exercise " + exercise.name() + " has no hints");
    }
    if (exercise.solution().isEmpty()) {
      problems.add(
          module, "exercise " + exercise.name() + " has no solution in exercises/solutions");
      return;
    }
    Set<String> start = exercise.start().sources().keySet();
    Set<String> solution = exercise.solution().get().sources().keySet();
    if (!start.equals(solution)) {
      problems.add(
          module,
          "exercise "
              + exercise.name()
              + " starts from "
              + words(start)
              + ", and is solved in "
              + words(solution));
    }
  }

  private static String words(Set<String> extensions) {
    return extensions.stream().sorted().map(e -> "." + e).collect(Collectors.joining(" and "));
  }

  /// Everything that has to do what is expected of it: scenarios, solutions, and the code in the
  /// lessons.
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
          ExpectationsReader.read(lesson.file(), snippet.expected()),
          Map.of(snippet.extension(), file));
    } catch (IOException e) {
      throw InputFault.usage("cannot write to " + scratch + ": " + e, "Make room.");
    }
  }

  /// Plays what has to be played, and judges it.
  ///
  /// @param rules of which the attempts hold for what has to pass
  /// @param log where every play is saved
  /// @return whether that was not interrupted
  /// @throws InputFault when the log cannot be written or read
  public boolean play(
      Hosts hosts, PlayOptions options, Batch.Rules rules, Path log, BatchListener listener)
      throws InputFault {
    List<Scenario> pass = onLanesOf(options, toPass());
    List<Scenario> fail = onLanesOf(options, toFail());
    try (LogFile file = LogFile.open(log)) {
      List<String> paths = Stream.concat(pass.stream(), fail.stream()).map(Scenario::path).toList();
      file.begin(new BatchHeader(1, 1, paths, paths));
      if (!new Batch(hosts, options, rules, file, listener).play(pass)
          || !new Batch(hosts, options, new Batch.Rules(rules.jobs(), 0, false), file, listener)
              .play(fail)) {
        return false;
      }
      checkWritten(file);
    }
    PlayVerdict verdict = verdict(options, log);
    int attempts = 1 + rules.retries();
    // What was too fast to be judged is played once more, and what that leaves open is played
    // alone.
    for (int jobs : options.speed() == 1 ? new int[0] : new int[] {rules.jobs(), 1}) {
      Set<String> rough = verdict.unfitting();
      var again = new Batch.Rules(jobs, rules.retries(), false, attempts);
      var once = new Batch.Rules(jobs, 0, false, attempts);
      if (!measure(hosts, options, again, log, among(pass, rough))
          || !measure(hosts, options, once, log, among(fail, rough))) {
        return false;
      }
      attempts += 1 + rules.retries();
      verdict = verdict(options, log);
    }
    problems.addAll(verdict.problems());
    return true;
  }

  private static List<Scenario> among(List<Scenario> scenarios, Set<String> paths) {
    return scenarios.stream().filter(scenario -> paths.contains(scenario.path())).toList();
  }

  /// Plays scenarios once more at their own speed: ten times as fast, times are not measured but
  /// guessed.
  private static boolean measure(
      Hosts hosts, PlayOptions options, Batch.Rules rules, Path log, List<Scenario> scenarios)
      throws InputFault {
    if (scenarios.isEmpty()) {
      return true;
    }
    try (LogFile file = LogFile.goOn(log)) {
      boolean whole =
          new Batch(
                  hosts, options.toBuilder().speed(1).build(), rules, file, new BatchListener() {})
              .play(scenarios);
      checkWritten(file);
      return whole;
    }
  }

  private static List<Scenario> onLanesOf(PlayOptions options, List<Scenario> scenarios) {
    return scenarios.stream().filter(one -> !options.lanesOf(one).isEmpty()).toList();
  }

  /// What the log lacks cannot be judged.
  private static void checkWritten(LogFile file) throws InputFault {
    Optional<String> failure = file.failure();
    if (failure.isPresent()) {
      throw InputFault.usage(failure.get(), "Then check once more.");
    }
  }

  private PlayVerdict verdict(PlayOptions options, Path log) throws InputFault {
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
    return new PlayVerdict(course, lessons, options.lanes(), report, plays);
  }

  /// What is wrong, in the order of files and lines.
  public List<Problem> problems() {
    return problems.sorted();
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
