package duet.course;

import duet.compare.ScenarioResult;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.Progress.StepKind;
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

/// Plays a learner's version of an exercise, in the languages in which something is changed, and
/// says what is still to be done.
///
/// @param files the learner's scripts by extension
/// @param texts what is in them
record ExerciseTrial(Practice practice, Map<String, Path> files, Map<Path, String> texts) {
  /// Of the scripts as they are now.
  ///
  /// @throws InputFault when one cannot be read
  static ExerciseTrial of(Practice practice, Map<String, Path> files) throws InputFault {
    var texts = new HashMap<Path, String>();
    for (Path file : files.values()) {
      texts.put(file, text(file));
    }
    return new ExerciseTrial(practice, files, texts);
  }

  private static String text(Path file) throws InputFault {
    try {
      return SaveWatch.text(file);
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + file + ": " + e, "Is it still there?");
    }
  }

  /// Plays it.
  ///
  /// @return whether every language that was played is solved
  /// @throws InputFault when a file cannot be read, or progress cannot be written
  boolean isPassed() throws InputFault {
    List<Lane> there =
        stage().lanes().stream()
            .filter(lane -> files.containsKey(lane.description().suffix()))
            .toList();
    if (there.isEmpty()) {
      practice.say("exercise.no-script", ids(stage().lanes()));
      return false;
    }
    List<Lane> changed = changed(there);
    List<Lane> played = changed.isEmpty() ? there : changed;
    if (changed.isEmpty()) {
      practice.say("exercise.unchanged", ids(there));
    }
    Optional<List<Lane>> met =
        met(played, LessonRun.PLAIN).map(m -> changed.isEmpty() ? List.of() : m);
    if (isTooFast() && met.isPresent() && !met.get().isEmpty()) {
      practice.say("exercise.replay");
      met = met(met.get(), LessonRun.AT_ITS_OWN_SPEED);
    }
    if (met.isEmpty()) {
      Thread.currentThread().interrupt(); // for whoever would try again
      return false;
    }
    tell(played, met.get());
    return met.get().containsAll(played);
  }

  private LessonPlayer stage() {
    return practice.desk().stage();
  }

  private Exercise exercise() {
    return practice.exercise();
  }

  private List<Lane> changed(List<Lane> lanes) throws InputFault {
    Map<String, Path> begun = practice.desk().copies().begun(exercise().start());
    var changed = new ArrayList<Lane>();
    for (Lane lane : lanes) {
      String text = texts.get(files.get(lane.description().suffix()));
      if (!Objects.equals(
          text, text(Objects.requireNonNull(begun.get(lane.description().suffix()))))) {
        changed.add(lane);
      }
    }
    return List.copyOf(changed);
  }

  /// At another speed a start may be in time that is not solved.
  private boolean isTooFast() {
    return stage().speed() > 1 && exercise().start().expectations().areTimed();
  }

  /// Plays scripts; of these lanes, those that did as they should. Empty when that was interrupted.
  private Optional<List<Lane>> met(List<Lane> lanes, LessonRun how) {
    Scenario start = exercise().start();
    var scripts = new TreeMap<>(files);
    scripts
        .keySet()
        .retainAll(
            lanes.stream().map(lane -> lane.description().suffix()).collect(Collectors.toSet()));
    Scenario own = start.with(practice.translation().of(start.title()), scripts);
    practice.desk().say("");
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
            .flatMap(r -> r.breaches().stream())
            .map(breach -> breach.lane())
            .collect(Collectors.toSet());
    return Optional.of(lanes.stream().filter(lane -> !broken.contains(lane.id())).toList());
  }

  private static boolean isGood(ScenarioResult result) {
    return result.breaches().isEmpty();
  }

  private void tell(List<Lane> played, List<Lane> met) throws InputFault {
    Screen screen = practice.desk().screen();
    practice.desk().say("");
    for (Lane lane : met) {
      if (!practice.solved().contains(lane.id())) {
        practice.desk().note(StepKind.SOLVED, exercise().path(), lane.id());
      }
    }
    if (!met.isEmpty()) {
      String text = "✓ " + practice.text("exercise.solved", ids(met));
      practice.desk().say(screen.theme().paint(Role.GOOD, text) + " " + practice.whereSolution());
    }
    List<Lane> open = played.stream().filter(lane -> !met.contains(lane)).toList();
    if (!open.isEmpty()) {
      String text = "✗ " + practice.text("exercise.not-yet", ids(open));
      practice.desk().say(screen.theme().paint(Role.BAD, text) + " " + practice.whereHint());
    } else if (!others().isEmpty()) {
      practice.say("exercise.other", ids(others()));
    }
  }

  /// The lanes that the learner has chosen and has not solved it on yet.
  List<Lane> others() {
    return stage().lanes().stream()
        .filter(lane -> files.containsKey(lane.description().suffix()))
        .filter(lane -> !practice.solved().contains(lane.id()))
        .toList();
  }

  static String ids(List<Lane> lanes) {
    return lanes.stream().map(Lane::id).collect(Collectors.joining(", "));
  }
}
