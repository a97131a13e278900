package duet.course.exercise;

import duet.course.learner.CourseContext;
import duet.course.learner.Progress.StepKind;
import duet.lane.Lane;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.declared.Translation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An exercise as it is set for one learner: in the learner's language, with a copy of its scripts.
///
/// @param name what the exercise is called in commands
/// @param translation of what its module declares
/// @param atPrompt whether the learner types single letters, or a command each time
public record Assignment(
    CourseContext courseContext,
    Exercise exercise,
    String name,
    Translation translation,
    boolean atPrompt) {
  /// What Duet says to the learner, in the learner's language.
  String text(String key, Object... arguments) {
    return courseContext.voice().say(key, arguments);
  }

  void say(String key, Object... arguments) {
    courseContext.say(text(key, arguments));
  }

  /// The command that does something with the exercise, such as `--hint`.
  String command(String option) {
    return courseContext.command(name + " " + option);
  }

  /// The learner's files by extension. They are copied from the course first if they are missing.
  ///
  /// @throws InputFault when they cannot be written
  Map<String, Path> files() throws InputFault {
    try {
      courseContext.copies().make(exercise.start());
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write the files of the exercise: " + e.getMessage(),
          "Make room on the disk, or set XDG_STATE_HOME to a folder that you may write to.");
    }
    return new TreeMap<>(courseContext.copies().of(exercise.start()).sources());
  }

  /// Whether the course's scripts have changed since the learner began.
  ///
  /// @throws InputFault when a script cannot be read
  boolean isOutdated() throws InputFault {
    try {
      return courseContext.copies().isOutdated(exercise.start());
    } catch (IOException e) {
      throw InputFault.usage("cannot read the exercise: " + e.getMessage(), "Make it readable.");
    }
  }

  /// The lanes on which the learner has solved it.
  Set<String> solved() {
    return courseContext.progress().details(StepKind.SOLVED, exercise.path());
  }

  /// How many hints the learner has seen.
  int hintsGiven() {
    int given = courseContext.progress().details(StepKind.HINT, exercise.path()).size();
    return Math.min(given, exercise.hints().size());
  }

  /// Lanes as they are named in messages.
  static String ids(List<Lane> lanes) {
    return lanes.stream().map(Lane::id).collect(Collectors.joining(", "));
  }

  /// How to ask for the next hint.
  String whereHint() {
    return atPrompt ? text("exercise.hint-here") : text("exercise.hint-by", command("--hint"));
  }

  /// How to ask for the solution.
  String whereSolution() {
    return atPrompt ? text("exercise.see") : text("exercise.see-by", command("--solution"));
  }
}
