package duet.course;

import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.Progress.StepKind;
import duet.lane.Lane;
import duet.render.terminal.MarkdownView;
import duet.render.terminal.SourceView;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.declared.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/// An exercise that a learner works on: a copy of its scripts, which is checked by playing it.
///
/// @param name what it is called in commands
/// @param translation of what its module declares
/// @param atPrompt whether the learner types single letters, or a command each time
public record Practice(
    Desk desk, Exercise exercise, String name, Translation translation, boolean atPrompt) {
  private static final long LOOK_MILLIS = 200;

  /// Works on it until the learner leaves. What goes wrong meanwhile is told, and changes nothing.
  ///
  /// @throws InputFault when the copy cannot be made
  public void work() throws InputFault, IOException, InterruptedException {
    task();
    while (!desk.stage().isToEnd()) {
      var _ = Thread.interrupted(); // what was interrupted is over
      desk.say("");
      menu();
      Optional<String> typed = desk.console().ask(text("exercise.prompt"));
      String letter = typed.orElse("q").toLowerCase(Locale.ROOT);
      if (letter.equals("q")) {
        return;
      }
      try {
        perform(letter);
      } catch (InputFault fault) {
        desk.say(fault.getMessage() + "\n" + fault.next());
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
      case "s" -> showSolution();
      case "w" -> watch();
      case "t" -> task();
      default -> say("exercise.unknown", letter);
    }
  }

  private void edit() throws InputFault, IOException, InterruptedException {
    int status = desk.console().edit(List.copyOf(files().values()));
    if (status != 0) {
      throw InputFault.usage(
          "the editor ended with status " + status, "The files are as it has left them.");
    }
  }

  private void menu() {
    String menu = text("exercise.menu", given(), exercise.hints().size());
    desk.say(desk.screen().theme().paint(Role.FAINT, menu));
  }

  /// What Duet says to the learner, in the learner's language.
  String text(String key, Object... arguments) {
    return desk.voice().say(key, arguments);
  }

  void say(String key, Object... arguments) {
    desk.say(text(key, arguments));
  }

  /// Shows what is to be done, and where.
  ///
  /// @throws InputFault when the copy cannot be made
  public void task() throws InputFault {
    Screen screen = desk.screen();
    String title = translation.of(exercise.title());
    screen.line("");
    screen.line(
        screen.theme().paint(Role.TITLE, exercise.name() + (title.isEmpty() ? "" : " · " + title)));
    Node task = LessonText.parse(translation.of(exercise.task()));
    for (Node block : LessonText.children(task)) {
      screen.line("");
      new MarkdownView(screen.theme(), desk.textWidth()).lines(block).forEach(screen::line);
    }
    screen.line("");
    screen.line(text("exercise.files"));
    files().values().forEach(file -> screen.line("  " + file));
    if (isOutdated()) {
      screen.line(text("exercise.newer", command("--reset")));
    }
    if (!desk.console().isInteractive()) {
      screen.line(text("exercise.commands", command("--check")));
    }
    screen.flush();
    desk.stage().prepare();
  }

  private String command(String option) {
    return desk.command(name + " " + option);
  }

  /// The learner's files by extension, made if need be.
  private Map<String, Path> files() throws InputFault {
    try {
      desk.copies().make(exercise.start());
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write the files of the exercise: " + e.getMessage(),
          "Make room, or set XDG_STATE_HOME to a folder of yours.");
    }
    return new TreeMap<>(desk.copies().of(exercise.start()).sources());
  }

  /// Whether the course has another start by now than the one that the learner has changed.
  private boolean isOutdated() throws InputFault {
    try {
      return desk.copies().isOutdated(exercise.start());
    } catch (IOException e) {
      throw InputFault.usage("cannot read the exercise: " + e.getMessage(), "Make it readable.");
    }
  }

  /// Plays the learner's version, in the languages in which something is changed, and says what is
  /// still to be done.
  ///
  /// @return whether every language that was played is solved
  /// @throws InputFault when a file cannot be read
  public boolean check() throws InputFault {
    return ExerciseTrial.of(this, files()).isPassed();
  }

  /// The lanes on which it is solved.
  Set<String> solved() {
    return desk.progress().details(StepKind.SOLVED, exercise.path());
  }

  /// How the next hint is asked for.
  String whereHint() {
    return atPrompt ? text("exercise.hint-here") : text("exercise.hint-by", command("--hint"));
  }

  /// How the solution is asked for.
  String whereSolution() {
    return atPrompt ? text("exercise.see") : text("exercise.see-by", command("--solution"));
  }

  /// Gives the next hint.
  ///
  /// @throws InputFault when that cannot be noted
  public void hint() throws InputFault {
    int next = given();
    if (next == exercise.hints().size()) {
      desk.say(text("exercise.no-hints") + " " + whereSolution());
      return;
    }
    String hint = translation.of(exercise.hints().get(next));
    say("exercise.hint", next + 1, exercise.hints().size());
    var view = new MarkdownView(desk.screen().theme(), desk.textWidth());
    LessonText.children(LessonText.parse(hint))
        .forEach(block -> view.lines(block).forEach(desk::say));
    desk.note(StepKind.HINT, exercise.path(), String.valueOf(next + 1));
  }

  private int given() {
    int given = desk.progress().details(StepKind.HINT, exercise.path()).size();
    return Math.min(given, exercise.hints().size());
  }

  /// Shows the solution in the languages in which the learner has one too, and in the others when
  /// that is what the learner wants.
  private void showSolution() throws InputFault {
    List<Lane> lanes =
        desk.context().lanes().usual().stream()
            .filter(lane -> lane.script(exercise.start()).isPresent())
            .toList();
    List<Lane> done = lanes.stream().filter(lane -> solved().contains(lane.id())).toList();
    if (!done.isEmpty()) {
      solution(done);
    }
    List<Lane> open = lanes.stream().filter(lane -> !done.contains(lane)).toList();
    if (!open.isEmpty()
        && desk.console()
            .ask(text("exercise.sure", ExerciseTrial.ids(open)))
            .orElse("")
            .equals("y")) {
      solution(open);
    }
  }

  /// Shows a solution.
  ///
  /// @throws InputFault when there is none, or it cannot be read
  public void solution() throws InputFault {
    solution(desk.stage().lanes());
  }

  private void solution(List<Lane> lanes) throws InputFault {
    Scenario solution =
        exercise
            .solution()
            .orElseThrow(
                () -> InputFault.usage(name + " has no solution", "'duet check' says so too."));
    var sources = new ArrayList<SourceView.Source>();
    for (Lane lane : lanes) {
      Optional<Path> file = lane.script(solution);
      if (file.isPresent()) {
        try {
          sources.add(
              new SourceView.Source(
                  lane.description().highlighting(),
                  String.valueOf(file.get().getFileName()),
                  Files.readString(file.get())));
        } catch (IOException e) {
          throw InputFault.usage("cannot read " + file.get() + ": " + e, "Is it UTF-8?");
        }
      }
    }
    Screen screen = desk.screen();
    new SourceView(screen).write(sources);
    screen.flush();
  }

  /// Checks at every save, until it is solved in every language or the learner interrupts.
  ///
  /// @return whether it is solved
  /// @throws InputFault when the files cannot be made, or progress cannot be written
  public boolean watch() throws InputFault {
    Map<String, Path> files = files();
    say(
        "exercise.watching",
        files.values().stream()
            .map(file -> String.valueOf(file.getFileName()))
            .collect(Collectors.joining(", ")));
    try (var _ = desk.stage().attend()) {
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
        var trial = new ExerciseTrial(this, files, saved.get());
        if (trial.isPassed() && trial.others().isEmpty()) {
          return true;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Goes back to the start; what the learner had is kept.
  ///
  /// @throws InputFault when it cannot be moved
  public void reset() throws InputFault {
    try {
      Optional<Path> kept = desk.copies().reset(exercise.start());
      desk.say(kept.map(path -> text("exercise.reset", path)).orElse(text("exercise.untouched")));
    } catch (IOException e) {
      throw InputFault.usage("cannot move the copy: " + e.getMessage(), "Make room for it.");
    }
  }
}
