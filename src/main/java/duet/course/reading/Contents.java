package duet.course.reading;

import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.Course;
import duet.course.learner.CourseContext;
import duet.course.learner.CourseMessages;
import duet.course.learner.Progress;
import duet.course.learner.Progress.StepKind;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.found.ModuleFolder;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// The contents of a course, and how far the learner is.
public record Contents(CourseContext courseContext, Course course) {
  /// Shows the contents.
  ///
  /// @throws InputFault when a lesson cannot be read
  public void show() throws InputFault {
    Screen screen = courseContext.screen();
    CourseMessages voice = courseContext.voice();
    screen.line(screen.theme().paint(Role.TITLE, voice.say("contents.title")));
    int name = course.lessons().stream().mapToInt(m -> m.name().length()).max().orElse(0);
    for (ModuleFolder module : course.lessons()) {
      String title = title(module);
      boolean isFinished = courseContext.progress().has(StepKind.FINISHED, module.name());
      String mark = isFinished ? screen.theme().paint(Role.GOOD, "✓") : " ";
      screen.line(
          " "
              + mark
              + " "
              + module.name()
              + " ".repeat(name - module.name().length())
              + "  "
              + title);
      String state = state(module, isFinished);
      if (!state.isEmpty()) {
        screen.line(screen.theme().paint(Role.FAINT, " ".repeat(name + 5) + state));
      }
    }
    Progress.Tally predictions = courseContext.progress().predictions();
    screen.line("");
    if (predictions.all() > 0) {
      screen.line(voice.say("contents.predictions", predictions.right(), predictions.all()));
    }
    screen.line(
        next()
            .map(n -> voice.say("contents.next", courseContext.command(n)))
            .orElse(voice.say("contents.all")));
    screen.flush();
  }

  private String title(ModuleFolder module) throws InputFault {
    String own = courseContext.translation(module).title();
    return own.isEmpty() ? module.title() : own;
  }

  private String state(ModuleFolder module, boolean isFinished) throws InputFault {
    var parts = new ArrayList<String>();
    Set<String> read = courseContext.progress().details(StepKind.READ, module.name());
    if (isFinished) {
      parts.add(courseContext.voice().say("contents.read"));
    } else {
      Sections sections = Sections.of(courseContext, module);
      parts.add(
          courseContext.voice().say("contents.sections", sections.count(read), sections.size()));
    }
    if (!module.exercises().isEmpty()) {
      long solved = module.exercises().stream().filter(this::isSolved).count();
      parts.add(courseContext.voice().say("contents.exercises", solved, module.exercises().size()));
      module.exercises().stream()
          .map(e -> course.nameOf(e) + (isSolved(e) ? " ✓" : ""))
          .reduce((a, b) -> a + ", " + b)
          .ifPresent(parts::add);
    }
    return String.join(" · ", parts);
  }

  private boolean isSolved(Exercise exercise) {
    return courseContext.progress().has(StepKind.SOLVED, exercise.path());
  }

  /// The next step: a lesson or an exercise.
  private Optional<String> next() {
    for (ModuleFolder module : course.lessons()) {
      if (!courseContext.progress().has(StepKind.FINISHED, module.name())) {
        return Optional.of(module.name());
      }
      Optional<Exercise> open = module.exercises().stream().filter(e -> !isSolved(e)).findFirst();
      if (open.isPresent()) {
        return Optional.of(course.nameOf(open.get()));
      }
    }
    return Optional.empty();
  }
}
