package duet.course.check;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.course.Course;
import duet.course.lesson.Answer;
import duet.course.lesson.ClaimComment;
import duet.course.lesson.Snippet;
import duet.lane.Lane;
import duet.lane.protocol.Outcome;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Exercise;
import duet.scenario.Question;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What plays of a course say about it.
final class PlayVerdict {
  /// What depends on time: what stands before what too, where only sleeps see to that, which are
  /// shorter at a higher speed.
  private static final Set<BrokenExpectation.About> TIMES =
      Set.of(
          BrokenExpectation.About.WALL, BrokenExpectation.About.CPU, BrokenExpectation.About.ORDER);

  private final List<Lane> lanes;
  private final Map<String, ScenarioResult> results;
  private final Map<String, Play> plays;
  private final Problems problems = new Problems();
  private final Set<String> unfitting = new HashSet<>();

  /// @param lanes the lanes that were to play
  /// @param plays the last play of each scenario, by its path
  PlayVerdict(
      Course course,
      List<LessonCheck> lessons,
      List<Lane> lanes,
      BatchReport report,
      Map<String, Play> plays) {
    this.lanes = List.copyOf(lanes);
    results =
        report.results().stream()
            .collect(Collectors.toMap(ScenarioResult::path, Function.identity()));
    this.plays = plays;
    for (ModuleFolder module : course.modules()) {
      for (Scenario scenario : module.scenarios()) {
        checkPlayed(scenario);
        noteRough(scenario);
        failures(scenario)
            .forEach(breach -> problems.add(script(scenario, breach), breach.sentence()));
        Optional.ofNullable(plays.get(scenario.path()))
            .ifPresent(play -> questions(module, scenario, play));
      }
      module.exercises().forEach(this::exercise);
    }
    for (LessonCheck lesson : lessons) {
      code(lesson);
      lesson.figures().forEach(mark -> figures(lesson, mark));
    }
  }

  /// What is wrong.
  Problems problems() {
    return problems;
  }

  /// The paths of scenarios whose times are too rough to judge them by: only times are not as
  /// expected, or they are so thanks to what is allowed for speed alone; some figure is not the one
  /// that a lesson quotes, or an exercise passes as it starts.
  Set<String> unfitting() {
    return Set.copyOf(unfitting);
  }

  private List<BrokenExpectation> failures(Scenario scenario) {
    ScenarioResult result = results.get(scenario.path());
    return result == null || result.standing() != Standing.FAILED ? List.of() : result.breaches();
  }

  /// Notes where what has to pass does so, or does not, by times that are rough.
  private void noteRough(Scenario scenario) {
    List<BrokenExpectation> breaches = failures(scenario);
    boolean isByTimes = breaches.stream().allMatch(breach -> TIMES.contains(breach.about()));
    Play play = plays.get(scenario.path());
    boolean isAllowed = play != null && play.runs().stream().anyMatch(run -> isLate(play, run));
    if (breaches.isEmpty() ? isAllowed : isByTimes) {
      unfitting.add(scenario.path());
    }
  }

  /// Whether a run would have taken too long at speed 1, as far as one can tell.
  private static boolean isLate(Play play, Run run) {
    double wall = run.usage().wallAtOwnSpeed(play.speed());
    return play.scenario().expectations().of(run.lane()).stream()
        .flatMap(expected -> expected.wall().stream())
        .anyMatch(range -> wall > range.most());
  }

  private static Path script(Scenario scenario, BrokenExpectation breach) {
    return Lanes.ALL.stream()
        .filter(lane -> lane.id().equals(breach.lane()))
        .flatMap(lane -> lane.script(scenario).stream())
        .findFirst()
        .orElseGet(() -> scenario.sources().values().iterator().next());
  }

  /// What was not played cannot be sound.
  private void checkPlayed(Scenario scenario) {
    for (Lane lane : lanes) {
      lane.script(scenario)
          .filter(_ -> !hasPlayed(scenario, lane))
          .ifPresent(file -> problems.add(file, "it was not played"));
    }
  }

  private boolean hasPlayed(Scenario scenario, Lane lane) {
    ScenarioResult result = results.get(scenario.path());
    return result != null
        && result.standing() != Standing.MISSING
        && result.lanes().stream().anyMatch(one -> one.lane().equals(lane.id()));
  }

  private void exercise(Exercise exercise) {
    exercise.solution().ifPresent(this::solution);
    checkPlayed(exercise.start());
    List<BrokenExpectation> breaches = failures(exercise.start());
    for (Lane lane : lanes) {
      lane.script(exercise.start())
          .filter(_ -> hasPlayed(exercise.start(), lane))
          .filter(_ -> breaches.stream().noneMatch(breach -> breach.lane().equals(lane.id())))
          .ifPresent(
              file -> {
                unfitting.add(exercise.start().path());
                problems.add(file, "the exercise passes as it starts: nothing is left to be done");
              });
    }
  }

  private void solution(Scenario solution) {
    checkPlayed(solution);
    noteRough(solution);
    failures(solution)
        .forEach(
            breach ->
                problems.add(
                    script(solution, breach), "the solution does not pass: " + breach.sentence()));
  }

  private void questions(ModuleFolder module, Scenario scenario, Play play) {
    for (Question question : module.questions().getOrDefault(scenario.name(), List.of())) {
      for (Run run : play.runs()) {
        if (question.isOf(run.lane())
            && run.outcome() == Outcome.COMPLETED
            && Answer.of(question, play, run).isEmpty()) {
          problems.add(
              module,
              scenario.name()
                  + " does not answer '"
                  + question.ask()
                  + "' on the "
                  + run.lane()
                  + " lane");
        }
      }
    }
  }

  private void code(LessonCheck lesson) {
    String module = lesson.path();
    for (Snippet snippet : lesson.snippets()) {
      ScenarioResult result = results.get(module + "/" + snippet.name());
      boolean isPlayed = result != null && result.standing() != Standing.MISSING;
      if (!isPlayed && lanes.stream().anyMatch(l -> l.extension().equals(snippet.extension()))) {
        problems.add(lesson.file(), snippet.line(), "the code was not played");
      } else if (result != null && result.standing() == Standing.FAILED) {
        problems.add(
            lesson.file(),
            snippet.line(),
            "the code does not do what it should: " + result.breaches().getFirst().sentence());
      }
    }
  }

  private void figures(LessonCheck lesson, ClaimComment.Measured mark) {
    String path = lesson.module().name() + "/" + mark.scenario();
    Play play = plays.get(path);
    boolean isPlayed =
        play != null
            && (mark.lane().isEmpty()
                || play.runs().stream().anyMatch(run -> run.lane().equals(mark.lane())));
    if (play == null || !isPlayed) {
      if (lanes.stream().anyMatch(lane -> mark.lane().isEmpty() || lane.id().equals(mark.lane()))) {
        problems.add(
            lesson.file(),
            mark.line(),
            "nothing measured " + mark.scenario() + " " + mark.quantity() + ": it did not play");
      }
      return;
    }
    for (Run run : play.runs()) {
      var measured = mark.of(play, run);
      boolean isMeant = mark.lane().isEmpty() || run.lane().equals(mark.lane());
      if (isMeant && (measured.isEmpty() || !mark.fitsWell(measured.getAsDouble()))) {
        unfitting.add(path);
      }
      if (isMeant && (measured.isEmpty() || !mark.fits(measured.getAsDouble(), play.speed()))) {
        String came =
            measured.isEmpty()
                ? "has no such figure"
                : String.format(Locale.ROOT, "measured %.2f", measured.getAsDouble());
        problems.add(
            lesson.file(),
            mark.line(),
            String.format(
                Locale.ROOT,
                "it says %s (%s %s), and the %s lane %s",
                number(mark.figure()),
                mark.scenario(),
                mark.quantity(),
                run.lane(),
                came));
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
