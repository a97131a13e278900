package duet.course.check;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.course.Course;
import duet.course.lesson.Answer;
import duet.course.lesson.Snippet;
import duet.lane.Lane;
import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Exercise;
import duet.scenario.LaneGroup;
import duet.scenario.Question;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a course against the plays of everything in it.
final class PlayCheck {
  /// What depends on time. The order of lines does too, where only sleeps cause it: at a higher
  /// speed they are shorter.
  private static final Set<BrokenExpectation.About> TIMES =
      Set.of(
          BrokenExpectation.About.WALL, BrokenExpectation.About.CPU, BrokenExpectation.About.ORDER);

  private final List<Lane> lanes;
  private final Map<String, ScenarioResult> results;
  private final Map<String, Play> plays;
  private final Problems problems = new Problems();
  private final List<String> openFigures = new ArrayList<>();
  private final Set<String> uncertain = new HashSet<>();
  private final Set<String> unplayed = new TreeSet<>();

  /// @param lanes the lanes that were to play
  /// @param plays the last play of each scenario, by its path
  PlayCheck(
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
      module.scenarios().forEach(scenario -> check(module, scenario));
      module.exercises().forEach(this::check);
    }
    var figures = new QuotedFigureCheck(this.lanes, plays, problems, uncertain, openFigures);
    for (LessonCheck lesson : lessons) {
      lesson.snippets().forEach(snippet -> check(lesson, snippet));
      lesson.figures().forEach(figure -> figures.check(lesson, figure));
    }
  }

  /// What is wrong.
  Problems problems() {
    return problems;
  }

  /// What the machine left open, with the path of its scenario.
  List<String> undecided() {
    Stream<String> expectations =
        results.values().stream()
            .filter(result -> result.standing() == Standing.UNDECIDED)
            .sorted(Comparator.comparing(ScenarioResult::path))
            .flatMap(
                result ->
                    result.undecided().stream()
                        .map(open -> result.path() + ": " + open.sentence()));
    return Stream.concat(expectations, openFigures.stream()).toList();
  }

  /// The lanes of which something is declared, but which did not play.
  List<String> unplayed() {
    return List.copyOf(unplayed);
  }

  /// The paths of scenarios whose times leave a doubt: only times are not as expected, or they pass
  /// only thanks to the tolerance for a higher speed, the machine left the order of lines open, a
  /// figure differs from the one in a lesson, or an exercise passes before it is solved.
  Set<String> uncertain() {
    return Set.copyOf(uncertain);
  }

  private void check(ModuleFolder module, Scenario scenario) {
    checkPlayed(scenario);
    noteUncertain(scenario);
    failures(scenario).forEach(breach -> problems.add(script(scenario, breach), breach.sentence()));
    Optional.ofNullable(plays.get(scenario.path()))
        .ifPresent(
            play -> {
              checkQuestions(module, scenario, play);
              noteUnplayed(module, scenario, play);
            });
  }

  private void noteUnplayed(ModuleFolder module, Scenario scenario, Play play) {
    Stream.concat(
            scenario.expectations().lanes().keySet().stream(),
            module.questions().getOrDefault(scenario.name(), List.of()).stream()
                .map(Question::lane)
                .filter(lane -> !lane.isEmpty()))
        .filter(
            word ->
                play.runs().stream()
                    .noneMatch(run -> new LaneGroup(word).has(run.lane(), run.runtime())))
        .forEach(unplayed::add);
  }

  private List<BrokenExpectation> failures(Scenario scenario) {
    ScenarioResult result = results.get(scenario.path());
    return result == null || result.standing() != Standing.FAILED ? List.of() : result.breaches();
  }

  /// For what has to pass: whether it does depends on times that the speed may have distorted.
  private void noteUncertain(Scenario scenario) {
    List<BrokenExpectation> breaches = failures(scenario);
    boolean isByTimes = breaches.stream().allMatch(breach -> TIMES.contains(breach.about()));
    Play play = plays.get(scenario.path());
    boolean isTolerated = play != null && play.runs().stream().anyMatch(run -> isLate(play, run));
    if (breaches.isEmpty() ? isTolerated || isOrderOpen(scenario) : isByTimes) {
      uncertain.add(scenario.path());
    }
  }

  /// At speed 1, sleeps that order lines are longer than most waits for a core.
  private boolean isOrderOpen(Scenario scenario) {
    ScenarioResult result = results.get(scenario.path());
    return result != null
        && result.undecided().stream()
            .anyMatch(open -> open.about() == BrokenExpectation.About.ORDER);
  }

  /// Whether a run would probably take too long at speed 1.
  private static boolean isLate(Play play, Run run) {
    double wall = run.usage().wallAtOwnSpeed(play.speed());
    return play.scenario().expectations().of(run.lane(), run.runtime()).stream()
        .flatMap(expected -> expected.wall().stream())
        .anyMatch(range -> wall > range.most());
  }

  private Path script(Scenario scenario, BrokenExpectation breach) {
    return lanes.stream()
        .filter(lane -> lane.id().equals(breach.lane()))
        .flatMap(lane -> lane.script(scenario).stream())
        .findFirst()
        .orElseGet(() -> scenario.sources().values().iterator().next());
  }

  /// A script that did not play is a problem, whatever the reason.
  private void checkPlayed(Scenario scenario) {
    for (Lane lane : lanes) {
      lane.script(scenario)
          .filter(_ -> !hasPlayed(scenario, lane))
          .ifPresent(file -> problems.add(file, "it did not play"));
    }
  }

  private boolean hasPlayed(Scenario scenario, Lane lane) {
    ScenarioResult result = results.get(scenario.path());
    return result != null
        && result.standing() != Standing.MISSING
        && result.lanes().stream().anyMatch(one -> one.lane().equals(lane.id()));
  }

  private void check(Exercise exercise) {
    exercise.solution().ifPresent(this::checkSolution);
    Scenario start = exercise.start();
    checkPlayed(start);
    List<BrokenExpectation> breaches = failures(start);
    for (Lane lane : lanes) {
      lane.script(start)
          .filter(_ -> hasPlayed(start, lane))
          .filter(_ -> breaches.stream().noneMatch(breach -> breach.lane().equals(lane.id())))
          .filter(_ -> !isUndecided(start, lane))
          .ifPresent(
              file -> {
                uncertain.add(start.path());
                problems.add(file, "the exercise passes as it starts: it leaves nothing to do");
              });
    }
  }

  private boolean isUndecided(Scenario scenario, Lane lane) {
    ScenarioResult result = results.get(scenario.path());
    return result != null
        && result.undecided().stream().anyMatch(open -> open.lane().equals(lane.id()));
  }

  private void checkSolution(Scenario solution) {
    checkPlayed(solution);
    noteUncertain(solution);
    for (BrokenExpectation breach : failures(solution)) {
      problems.add(script(solution, breach), "the solution does not pass: " + breach.sentence());
    }
  }

  private void checkQuestions(ModuleFolder module, Scenario scenario, Play play) {
    for (Question question : module.questions().getOrDefault(scenario.name(), List.of())) {
      for (Run run : play.runs()) {
        if (question.isOf(run.lane(), run.runtime())
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

  private void check(LessonCheck lesson, Snippet snippet) {
    ScenarioResult result = results.get(lesson.path() + "/" + snippet.name());
    boolean hasPlayed = result != null && result.standing() != Standing.MISSING;
    if (!hasPlayed
        && lanes.stream().anyMatch(l -> l.description().suffix().equals(snippet.extension()))) {
      problems.add(lesson.file(), snippet.line(), "the code did not play");
    } else if (result != null && result.standing() == Standing.FAILED) {
      problems.add(
          lesson.file(),
          snippet.line(),
          "the code does not do what it should: " + result.breaches().getFirst().sentence());
    }
  }
}
