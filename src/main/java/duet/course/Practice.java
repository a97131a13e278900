package duet.course;

import duet.compare.Breach;
import duet.compare.Judgement;
import duet.course.Progress.What;
import duet.lane.Lane;
import duet.render.MarkdownView;
import duet.render.Screen;
import duet.render.SourceView;
import duet.render.Theme.Role;
import duet.run.Interruption;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.node.Node;

/// An exercise that a learner works on: a copy of its scripts, which is checked by playing it.
///
/// @param translation of what its module declares
public record Practice(Desk desk, Exercise exercise, Translation translation) {
  private static final long LOOK_MILLIS = 200;

  /// Works on it until the learner leaves.
  ///
  /// @throws InputFault when the copy cannot be made, or there is no editor
  public void work() throws InputFault, IOException, InterruptedException {
    task();
    while (true) {
      var _ = Thread.interrupted(); // what was interrupted is over
      desk.say("");
      menu();
      Optional<String> typed = desk.dialogue().answer(desk.voice().say("exercise.prompt"));
      switch (typed.orElse("q").toLowerCase(Locale.ROOT)) {
        case "" -> check();
        case "e" -> {
          desk.dialogue().edit(List.copyOf(files().values()));
          check();
        }
        case "h" -> hint();
        case "s" -> {
          if (isSolved() || isSure()) {
            solution();
          }
        }
        case "w" -> watch();
        case "t" -> task();
        default -> {
          return;
        }
      }
    }
  }

  private void menu() {
    String menu = desk.voice().say("exercise.menu", given(), exercise.hints().size());
    desk.say(desk.screens().get().theme().paint(Role.FAINT, menu));
  }

  /// Shows what is to be done, and where.
  ///
  /// @throws InputFault when the copy cannot be made
  public void task() throws InputFault {
    Screen screen = desk.screens().get();
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
    screen.line(desk.voice().say("exercise.files"));
    files().values().forEach(file -> screen.line("  " + file));
    if (!desk.dialogue().isInteractive()) {
      screen.line(desk.voice().say("exercise.commands", exercise.name()));
    }
    screen.flush();
    desk.stage().prepare();
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

  /// Plays the learner's version, in the languages in which something is changed, and says what is
  /// still to be done.
  ///
  /// @return whether every language that was played is solved
  /// @throws InputFault when a file cannot be read
  public boolean check() throws InputFault {
    Map<String, Path> changed = changed();
    if (changed.isEmpty()) {
      desk.say(desk.voice().say("exercise.unchanged"));
    }
    desk.say("");
    Scenario start = exercise.start();
    Play play =
        desk.stage()
            .play(
                start.with(translation.of(start.title()), changed.isEmpty() ? files() : changed),
                LessonRun.PLAIN);
    desk.stage().prepare();
    if (play.isInterrupted()) {
      Thread.currentThread().interrupt(); // for whoever would check again
      return false;
    }
    return judge(play, !changed.isEmpty());
  }

  private boolean judge(Play play, boolean isChanged) throws InputFault {
    List<Breach> breaches = Judgement.of(play).breaches();
    var solved = new ArrayList<String>();
    var open = new ArrayList<String>();
    for (Run run : play.runs()) {
      boolean isMet = breaches.stream().noneMatch(breach -> breach.lane().equals(run.lane()));
      (isMet && isChanged ? solved : open).add(run.lane());
    }
    Screen screen = desk.screens().get();
    desk.say("");
    for (String lane : solved) {
      if (!desk.progress().details(What.SOLVED, exercise.path()).contains(lane)) {
        desk.note(What.SOLVED, exercise.path(), lane);
      }
    }
    if (!solved.isEmpty()) {
      String text = desk.voice().say("exercise.solved", String.join(", ", solved));
      desk.say(
          screen.theme().paint(Role.GOOD, "✓ " + text) + " " + desk.voice().say("exercise.see"));
    }
    if (!open.isEmpty()) {
      String text = desk.voice().say("exercise.not-yet", String.join(", ", open));
      desk.say(screen.theme().paint(Role.BAD, "✗ " + text));
    } else {
      others().ifPresent(text -> desk.say(desk.voice().say("exercise.other", text)));
    }
    return open.isEmpty();
  }

  /// The lanes in which nobody has solved it yet.
  private Optional<String> others() {
    var done = desk.progress().details(What.SOLVED, exercise.path());
    return Lanes.ALL.stream()
        .filter(lane -> lane.script(exercise.start()).isPresent())
        .map(Lane::id)
        .filter(lane -> !done.contains(lane))
        .reduce((a, b) -> a + ", " + b);
  }

  private Map<String, Path> changed() throws InputFault {
    var changed = new LinkedHashMap<String, Path>();
    for (var file : files().entrySet()) {
      Path start = Objects.requireNonNull(exercise.start().sources().get(file.getKey()));
      if (!read(file.getValue()).equals(read(start))) {
        changed.put(file.getKey(), file.getValue());
      }
    }
    return changed;
  }

  private static String read(Path file) throws InputFault {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1); // any bytes
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + file + ": " + e, "Is it still there?");
    }
  }

  /// Gives the next hint.
  ///
  /// @throws InputFault when that cannot be noted
  public void hint() throws InputFault {
    int next = given();
    if (next == exercise.hints().size()) {
      desk.say(desk.voice().say("exercise.no-hints"));
      return;
    }
    String hint = translation.of(exercise.hints().get(next));
    desk.say(desk.voice().say("exercise.hint", next + 1, exercise.hints().size()));
    var view = new MarkdownView(desk.screens().get().theme(), desk.textWidth());
    LessonText.children(LessonText.parse(hint))
        .forEach(block -> view.lines(block).forEach(desk::say));
    desk.note(What.HINT, exercise.path(), String.valueOf(next + 1));
  }

  private int given() {
    int given = desk.progress().details(What.HINT, exercise.path()).size();
    return Math.min(given, exercise.hints().size());
  }

  private boolean isSolved() {
    return desk.progress().has(What.SOLVED, exercise.path());
  }

  private boolean isSure() {
    return desk.dialogue().answer(desk.voice().say("exercise.sure")).orElse("").equals("y");
  }

  /// Shows a solution.
  ///
  /// @throws InputFault when it cannot be read
  public void solution() throws InputFault {
    var sources = new ArrayList<SourceView.Source>();
    for (Lane lane : Lanes.ALL) {
      Optional<Path> file = lane.script(exercise.solution());
      if (file.isPresent()) {
        try {
          sources.add(
              new SourceView.Source(
                  lane.id(),
                  String.valueOf(file.get().getFileName()),
                  Files.readString(file.get())));
        } catch (IOException e) {
          throw InputFault.usage("cannot read " + file.get() + ": " + e, "Is it UTF-8?");
        }
      }
    }
    Screen screen = desk.screens().get();
    new SourceView(screen).write(sources);
    screen.flush();
    desk.note(What.SHOWN, exercise.path(), "");
  }

  /// Checks at every save, until it is solved in every language or the learner interrupts.
  ///
  /// @return whether it is solved
  /// @throws InputFault when a file cannot be read
  public boolean watch() throws InputFault {
    try (var _ = Interruption.ofThisThreadOnce()) {
      return checkAtEverySave();
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean checkAtEverySave() throws InputFault, InterruptedException {
    Map<String, Path> files = files();
    String names =
        files.values().stream()
            .map(file -> String.valueOf(file.getFileName()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    desk.say(desk.voice().say("exercise.watching", names));
    Map<Path, String> seen = new HashMap<>();
    while (true) {
      var now = new HashMap<Path, String>();
      for (Path file : files.values()) {
        now.put(file, Files.exists(file) ? read(file) : ""); // some editors put a new file there
      }
      if (!now.equals(seen)) {
        seen = now;
        if (check() && others().isEmpty()) {
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
      desk.say(
          kept.map(path -> desk.voice().say("exercise.reset", path))
              .orElse(desk.voice().say("exercise.untouched")));
    } catch (IOException e) {
      throw InputFault.usage("cannot move the copy: " + e.getMessage(), "Make room for it.");
    }
  }
}
