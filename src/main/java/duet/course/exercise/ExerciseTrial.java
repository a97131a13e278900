package duet.course.exercise;

import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.UndecidedExpectation;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.learner.LessonPlayer;
import duet.course.learner.Progress.StepKind;
import duet.course.lesson.LessonRun;
import duet.lane.Lane;
import duet.run.Play;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One check of a learner's version of an exercise: plays it in the languages that the learner has
/// changed, and says what is still missing.
///
/// @param files the learner's scripts by extension
/// @param texts what is in them
record ExerciseTrial(Assignment assignment, Map<String, Path> files, Map<Path, String> texts) {
  /// A trial of the scripts as they are now.
  ///
  /// @throws InputFault when one cannot be read
  static ExerciseTrial of(Assignment assignment, Map<String, Path> files) throws InputFault {
    var texts = new HashMap<Path, String>();
    for (Path file : files.values()) {
      texts.put(file, text(file));
    }
    return new ExerciseTrial(assignment, files, texts);
  }

  private static String text(Path file) throws InputFault {
    try {
      return SaveWatch.text(file);
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot read " + file + ": " + e, "Check that the file is still there.");
    }
  }

  /// Plays the scripts.
  ///
  /// @return whether every language that was played is solved
  /// @throws InputFault when a file cannot be read, or progress cannot be written
  boolean isPassed() throws InputFault {
    List<Lane> there =
        stage().lanes().stream()
            .filter(lane -> files.containsKey(lane.description().suffix()))
            .toList();
    if (there.isEmpty()) {
      assignment.say("exercise.no-script", Assignment.ids(stage().lanes()));
      return false;
    }
    List<Lane> changed = changed(there);
    List<Lane> played = changed.isEmpty() ? there : changed;
    if (changed.isEmpty()) {
      assignment.say("exercise.unchanged", Assignment.ids(there));
    }
    Optional<List<Lane>> met =
        met(played, LessonRun.PLAIN).map(m -> changed.isEmpty() ? List.of() : m);
    if (isTooFast() && met.isPresent() && !met.get().isEmpty()) {
      assignment.say("exercise.replay");
      met = met(met.get(), LessonRun.AT_ITS_OWN_SPEED);
    }
    if (met.isEmpty()) {
      Thread.currentThread().interrupt(); // so that a watch ends too
      return false;
    }
    tell(played, met.get());
    return met.get().containsAll(played);
  }

  private LessonPlayer stage() {
    return assignment.courseContext().stage();
  }

  private Exercise exercise() {
    return assignment.exercise();
  }

  private List<Lane> changed(List<Lane> lanes) throws InputFault {
    Map<String, Path> originals = assignment.courseContext().copies().originals(exercise().start());
    var changed = new ArrayList<Lane>();
    for (Lane lane : lanes) {
      String text = texts.get(files.get(lane.description().suffix()));
      if (!Objects.equals(
          text, text(Objects.requireNonNull(originals.get(lane.description().suffix()))))) {
        changed.add(lane);
      }
    }
    return List.copyOf(changed);
  }

  /// At a higher speed, an unsolved exercise may meet its time limits.
  private boolean isTooFast() {
    return stage().speed() > 1 && exercise().start().expectations().areTimed();
  }

  /// Plays scripts, and returns the lanes that met the expectations; empty if it was interrupted.
  private Optional<List<Lane>> met(List<Lane> lanes, LessonRun how) {
    Scenario start = exercise().start();
    var scripts = new TreeMap<>(files);
    scripts
        .keySet()
        .retainAll(
            lanes.stream().map(lane -> lane.description().suffix()).collect(Collectors.toSet()));
    Scenario own = start.with(assignment.translation().of(start.title()), scripts);
    assignment.courseContext().say("");
    Optional<ScenarioResult> result = Optional.empty();
    for (int i = 0;
        i < start.expectations().repeat() && result.stream().allMatch(ExerciseTrial::isGood);
        i++) {
      Play play = stage().play(own, how);
      if (play.isInterrupted()) {
        return Optional.empty();
      }
      result =
          Optional.of(result.map(r -> r.with(play, 1)).orElseGet(() -> ScenarioResult.of(play, 1)));
    }
    stage().prepare();
    Set<String> broken =
        result.stream()
            .flatMap(
                r ->
                    Stream.concat(
                        r.breaches().stream().map(BrokenExpectation::lane),
                        r.undecided().stream().map(UndecidedExpectation::lane)))
            .collect(Collectors.toSet());
    return Optional.of(lanes.stream().filter(lane -> !broken.contains(lane.id())).toList());
  }

  private static boolean isGood(ScenarioResult result) {
    return result.breaches().isEmpty();
  }

  private void tell(List<Lane> played, List<Lane> met) throws InputFault {
    Screen screen = assignment.courseContext().screen();
    assignment.courseContext().say("");
    for (Lane lane : met) {
      if (!assignment.solved().contains(lane.id())) {
        assignment.courseContext().note(StepKind.SOLVED, exercise().path(), lane.id());
      }
    }
    if (!met.isEmpty()) {
      String text = "✓ " + assignment.text("exercise.solved", Assignment.ids(met));
      assignment
          .courseContext()
          .say(screen.theme().paint(Role.GOOD, text) + " " + assignment.whereSolution());
    }
    List<Lane> open = played.stream().filter(lane -> !met.contains(lane)).toList();
    if (!open.isEmpty()) {
      String text = "✗ " + assignment.text("exercise.not-yet", Assignment.ids(open));
      assignment
          .courseContext()
          .say(screen.theme().paint(Role.BAD, text) + " " + assignment.whereHint());
    } else if (!others().isEmpty()) {
      assignment.say("exercise.other", Assignment.ids(others()));
    }
  }

  /// The chosen lanes on which the learner has not solved the exercise yet.
  List<Lane> others() {
    return stage().lanes().stream()
        .filter(lane -> files.containsKey(lane.description().suffix()))
        .filter(lane -> !assignment.solved().contains(lane.id()))
        .toList();
  }
}
