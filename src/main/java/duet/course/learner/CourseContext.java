package duet.course.learner;

import duet.console.ColorChoice;
import duet.console.Console;
import duet.console.Screen;
import duet.console.WordWrap;
import duet.program.ProgramContext;
import duet.scenario.InputFault;
import duet.scenario.declared.Translation;
import duet.scenario.found.ModuleFolder;
import duet.scenario.found.PrivateCopies;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a command of a course works with: the program's context, and what the course adds to it.
///
/// @param copies the learner's versions of exercises
/// @param learn the command for this course: `duet learn`, perhaps with `--course`
public record CourseContext(
    ProgramContext context,
    ColorChoice color,
    LessonPlayer stage,
    Progress progress,
    PrivateCopies copies,
    CourseMessages voice,
    String learn) {
  /// The greatest width of running text, in columns.
  private static final int WIDEST_TEXT = 96;

  /// The learner's console.
  public Console console() {
    return context.console();
  }

  /// A screen of the terminal's current width.
  public Screen screen() {
    return console().screen(color);
  }

  /// Saves a step of progress.
  ///
  /// @throws InputFault when it cannot be written
  public void note(Progress.StepKind what, String of, String detail) throws InputFault {
    String now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    progress.add(new Progress.ProgressStep(what, of, detail, now));
  }

  /// The command that opens something of this course.
  public String command(String name) {
    return learn + " " + name;
  }

  /// Shows lines, and wraps them where the terminal is too narrow. An empty text is an empty line.
  public void say(String text) {
    Screen screen = screen();
    int width = textWidth();
    for (String line : text.split("\n", -1)) {
      String words = line.stripLeading();
      String indent = line.substring(0, line.length() - words.length());
      WordWrap.wrap(words, width == 0 ? 0 : Math.max(1, width - indent.length()))
          .forEach(part -> screen.line(indent + part));
    }
    screen.flush();
  }

  /// The width of running text in columns; 0 where lines are not wrapped.
  public int textWidth() {
    Screen screen = screen();
    return screen.live() ? Math.min(screen.width() - 1, WIDEST_TEXT) : 0;
  }

  /// The lesson in the learner's language, or in English.
  public Optional<Path> lesson(ModuleFolder module) {
    return module.lesson(voice.language()).or(() -> module.lesson(ModuleFolder.ENGLISH));
  }

  /// The translation of a module's titles, questions and tasks into the learner's language.
  ///
  /// @throws InputFault when the lesson's front matter is not understood
  public Translation translation(ModuleFolder module) throws InputFault {
    Optional<Path> own = module.lesson(voice.language());
    return own.isEmpty() || voice.language().equals(ModuleFolder.ENGLISH)
        ? Translation.NONE
        : Translation.of(own.get());
  }
}
