package duet.course.exercise;

import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.learner.CourseContext;
import duet.course.learner.Progress.StepKind;
import duet.course.lesson.LessonText;
import duet.render.terminal.MarkdownView;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/// A learner's work on an exercise: the task, hints, trials and the solution.
public record Practice(Assignment assignment) {
  private static final long LOOK_MILLIS = 200;

  /// Works on it until the learner leaves. A fault is shown and the work goes on.
  ///
  /// @throws InputFault when the learner's copy cannot be made
  public void work() throws InputFault, IOException, InterruptedException {
    task();
    while (!courseContext().stage().isToEnd()) {
      var _ = Thread.interrupted(); // what was interrupted is over
      courseContext().say("");
      menu();
      Optional<String> typed = courseContext().console().ask(assignment.text("exercise.prompt"));
      String letter = typed.orElse("q").toLowerCase(Locale.ROOT);
      if (letter.equals("q")) {
        return;
      }
      try {
        perform(letter);
      } catch (InputFault fault) {
        courseContext().say(fault.getMessage() + "\n" + fault.next());
      }
    }
  }

  private void perform(String letter) throws InputFault, IOException, InterruptedException {
    switch (letter) {
      case "" -> check();
      case "e" -> {
        edit();
        check();
      }
      case "h" -> hint();
      case "s" -> new Solution(assignment).offer();
      case "w" -> watch();
      case "t" -> task();
      default -> assignment.say("exercise.unknown", letter);
    }
  }

  private void edit() throws InputFault, IOException, InterruptedException {
    int status = courseContext().console().edit(List.copyOf(assignment.files().values()));
    if (status != 0) {
      throw InputFault.usage(
          "the editor ended with status " + status, "The files are as it has left them.");
    }
  }

  private CourseContext courseContext() {
    return assignment.courseContext();
  }

  private Exercise exercise() {
    return assignment.exercise();
  }

  private void menu() {
    String menu =
        assignment.text("exercise.menu", assignment.hintsGiven(), exercise().hints().size());
    courseContext().say(courseContext().screen().theme().paint(Role.FAINT, menu));
  }

  /// Shows the task and the files to change.
  ///
  /// @throws InputFault when the learner's copy cannot be made
  public void task() throws InputFault {
    Screen screen = courseContext().screen();
    String title = assignment.translation().of(exercise().title());
    screen.line("");
    screen.line(
        screen
            .theme()
            .paint(Role.TITLE, exercise().name() + (title.isEmpty() ? "" : " · " + title)));
    Node task = LessonText.parse(assignment.translation().of(exercise().task()));
    for (Node block : LessonText.children(task)) {
      screen.line("");
      new MarkdownView(screen.theme(), courseContext().textWidth())
          .lines(block)
          .forEach(screen::line);
    }
    screen.line("");
    screen.line(assignment.text("exercise.files"));
    assignment.files().values().forEach(file -> screen.line("  " + file));
    if (assignment.isOutdated()) {
      screen.line(assignment.text("exercise.newer", assignment.command("--reset")));
    }
    if (!courseContext().console().isInteractive()) {
      screen.line(assignment.text("exercise.commands", assignment.command("--check")));
    }
    screen.flush();
    courseContext().stage().prepare();
  }

  /// Plays the learner's version in the languages that the learner has changed, and says what is
  /// still missing.
  ///
  /// @return whether every language that was played is solved
  /// @throws InputFault when a file cannot be read
  public boolean check() throws InputFault {
    return ExerciseTrial.of(assignment, assignment.files()).isPassed();
  }

  /// Gives the next hint.
  ///
  /// @throws InputFault when the progress cannot be saved
  public void hint() throws InputFault {
    int next = assignment.hintsGiven();
    if (next == exercise().hints().size()) {
      courseContext().say(assignment.text("exercise.no-hints") + " " + assignment.whereSolution());
      return;
    }
    String hint = assignment.translation().of(exercise().hints().get(next));
    assignment.say("exercise.hint", next + 1, exercise().hints().size());
    var view = new MarkdownView(courseContext().screen().theme(), courseContext().textWidth());
    LessonText.children(LessonText.parse(hint))
        .forEach(block -> view.lines(block).forEach(courseContext()::say));
    courseContext().note(StepKind.HINT, exercise().path(), String.valueOf(next + 1));
  }

  /// Shows the solution on the lanes that the learner has chosen.
  ///
  /// @throws InputFault when there is none, or it cannot be read
  public void solution() throws InputFault {
    new Solution(assignment).show(courseContext().stage().lanes());
  }

  /// Checks at every save, until the exercise is solved in every language or the learner stops it.
  ///
  /// @return whether it is solved
  /// @throws InputFault when the files cannot be made, or the progress cannot be saved
  public boolean watch() throws InputFault {
    Map<String, Path> files = assignment.files();
    assignment.say(
        "exercise.watching",
        files.values().stream()
            .map(file -> String.valueOf(file.getFileName()))
            .collect(Collectors.joining(", ")));
    try (var _ = courseContext().stage().attend()) {
      return checkAtEverySave(files);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean checkAtEverySave(Map<String, Path> files)
      throws InputFault, InterruptedException {
    var saves = new SaveWatch(files.values());
    while (true) {
      Optional<Map<Path, String>> saved = saves.look();
      if (saved.isPresent()) {
        var trial = new ExerciseTrial(assignment, files, saved.get());
        if (trial.isPassed() && trial.others().isEmpty()) {
          return true;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Goes back to the start and keeps the learner's version.
  ///
  /// @throws InputFault when it cannot be moved
  public void reset() throws InputFault {
    try {
      Optional<Path> kept = courseContext().copies().reset(exercise().start());
      courseContext()
          .say(
              kept.map(path -> assignment.text("exercise.reset", path))
                  .orElse(assignment.text("exercise.untouched")));
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot move your version: " + e.getMessage(), "Make room on the disk.");
    }
  }
}
