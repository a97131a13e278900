package duet.course.reading;

import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.Course;
import duet.course.exercise.Assignment;
import duet.course.exercise.Practice;
import duet.course.learner.Desk;
import duet.course.learner.Progress.StepKind;
import duet.course.lesson.LessonRun;
import duet.course.lesson.LessonRunReader;
import duet.course.lesson.LessonText;
import duet.course.lesson.LessonText.Section;
import duet.render.terminal.MarkdownView;
import duet.run.Play;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Question;
import duet.scenario.Scenario;
import duet.scenario.declared.Translation;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/// Reads a lesson with a learner: a section at a time; Duet plays each scenario in its place, after
/// a prediction. Without a terminal, Duet prints the whole lesson and plays nothing.
public final class Reading {
  private static final String LEAVE = "q";
  private static final String RUN = "run";

  private final Desk desk;
  private final Course course;
  private final ModuleFolder module;
  private final Sections sections;
  private final Translation translation;
  private int shown;

  private Reading(
      Desk desk, Course course, ModuleFolder module, Sections sections, Translation translation) {
    this.desk = desk;
    this.course = course;
    this.module = module;
    this.sections = sections;
    this.translation = translation;
  }

  /// The lesson of a module, in the learner's language. The module must have a lesson.
  ///
  /// @throws InputFault when it cannot be read
  public static Reading of(Desk desk, Course course, ModuleFolder module) throws InputFault {
    return new Reading(desk, course, module, Sections.of(desk, module), desk.translation(module));
  }

  /// Continues to the end, or until the learner leaves.
  ///
  /// @param fromStart whether to start from the beginning
  /// @throws InputFault when Duet cannot play a part of it
  public void read(boolean fromStart) throws InputFault, IOException, InterruptedException {
    boolean isTranslated = module.lesson(desk.voice().language()).isPresent();
    if (!isTranslated) {
      desk.say(desk.voice().say("no-translation"));
    }
    if (!desk.console().isInteractive()) {
      for (Section section : sections.all()) {
        section.blocks().forEach(this::print);
      }
      return;
    }
    desk.stage().prepare();
    Set<String> read = desk.progress().details(StepKind.READ, module.name());
    int from = fromStart ? 0 : sections.next(read);
    if (from > 0) {
      desk.say(desk.voice().say("resumed", sections.all().get(from).title()));
    }
    readFrom(from);
  }

  private void readFrom(int from) throws InputFault, IOException, InterruptedException {
    for (int i = from; i < sections.size(); ) {
      if (!show(sections.all().get(i))) {
        leave(i);
        return;
      }
      desk.note(StepKind.READ, module.name(), sections.anchors().get(i));
      String answer = atTheEnd(i, sections.size());
      if (answer.equals(LEAVE) && i + 1 < sections.size()) {
        leave(i + 1);
        return;
      }
      i = answer.equals("b") ? Math.max(0, i - 1) : i + 1;
    }
    finish();
  }

  /// @param section the section to continue with
  private void leave(int section) {
    String title = sections.all().get(section).title();
    desk.say(desk.voice().say("left", title, desk.command(module.name())));
  }

  private void finish() throws InputFault {
    desk.note(StepKind.FINISHED, module.name(), "");
    String title = translation.title().isEmpty() ? module.title() : translation.title();
    desk.say(desk.voice().say("finished", title));
    if (!module.exercises().isEmpty()) {
      String names =
          module.exercises().stream().map(course::nameOf).collect(Collectors.joining(", "));
      String first = course.nameOf(module.exercises().getFirst());
      desk.say(desk.voice().say("next-exercise", names, desk.command(first)));
    }
  }

  /// Shows a section and plays its scenarios; false when the learner leaves.
  private boolean show(Section section) throws InputFault, IOException, InterruptedException {
    shown = 0;
    for (Node block : section.blocks()) {
      List<String> commands = LessonText.commands(block);
      if (commands.isEmpty() && !page(block)) {
        return false;
      }
      for (String command : commands) {
        if (!perform(command)) {
          return false;
        }
        shown = 0;
      }
    }
    return true;
  }

  /// Shows a block. It pauses first if unread lines would scroll out of sight.
  private boolean page(Node block) {
    List<String> lines = lines(block);
    if (shown > 0 && shown + lines.size() + 2 > desk.console().rows()) {
      if (ask("more").equals(LEAVE)) {
        return false;
      }
      shown = 0;
    }
    shown += print(block);
    return true;
  }

  private int print(Node block) {
    List<String> lines = lines(block);
    if (!lines.isEmpty()) {
      Screen screen = desk.screen();
      screen.line("");
      lines.forEach(screen::line);
      screen.flush();
    }
    return lines.isEmpty() ? 0 : lines.size() + 1;
  }

  private List<String> lines(Node block) {
    return new MarkdownView(desk.screen().theme(), desk.textWidth()).lines(block);
  }

  private String atTheEnd(int section, int of) {
    desk.say("");
    return ask("goes-on", section + 1, of);
  }

  /// What the learner typed at a prompt, in lower case; `q` at the end of input.
  private String ask(String prompt, Object... arguments) {
    String painted = desk.screen().theme().paint(Role.FAINT, desk.voice().say(prompt, arguments));
    return desk.console().ask(painted).map(a -> a.toLowerCase(Locale.ROOT)).orElse(LEAVE);
  }

  private boolean perform(String command) throws InputFault, IOException, InterruptedException {
    List<String> words = Arrays.asList(command.split("\\s+"));
    String name = words.size() > 1 ? words.get(1) : "";
    if (words.getFirst().equals("exercise")) {
      Optional<Exercise> exercise = module.exercise(name);
      return exercise.isEmpty() || offer(exercise.get());
    }
    Optional<Scenario> scenario = module.scenario(name);
    return scenario.isEmpty() || play(scenario.get(), command, words.subList(2, words.size()));
  }

  private boolean offer(Exercise exercise) throws InputFault, IOException, InterruptedException {
    desk.say("");
    String answer = ask("exercise.offer", exercise.name(), translation.of(exercise.title()));
    if (answer.equals("t")) {
      var assignment = new Assignment(desk, exercise, course.nameOf(exercise), translation, true);
      new Practice(assignment).work();
    }
    return !answer.equals(LEAVE) && !desk.stage().isToEnd();
  }

  private boolean play(Scenario scenario, String command, List<String> options)
      throws InputFault, InterruptedException {
    LessonRun how = LessonRunReader.read(options, desk.context().lanes());
    List<Question> questions = how.equals(LessonRun.PLAIN) ? questions(scenario) : List.of();
    var predictions = new Predictions(desk, translation, scenario, questions);
    desk.say("");
    if (!predictions.ask()) {
      return false;
    }
    String answer = ask("play", command.substring(RUN.length()).strip());
    while (!answer.equals(LEAVE) && !answer.equals("s")) {
      desk.say("");
      if (how.isSeries()
          ? desk.stage().playSeries(scenario, how)
          : play(scenario, how, predictions)) {
        return true;
      }
      if (desk.stage().isToEnd()) {
        return false;
      }
      desk.say(desk.voice().say("interrupted"));
      answer = ask("again");
      if (!answer.equals("r") && !answer.equals(LEAVE)) {
        return true;
      }
    }
    return !answer.equals(LEAVE);
  }

  /// The questions about lanes that play.
  private List<Question> questions(Scenario scenario) {
    return module.questions().getOrDefault(scenario.name(), List.of()).stream()
        .filter(question -> desk.stage().lanes().stream().anyMatch(l -> question.isOf(l.id())))
        .toList();
  }

  private boolean play(Scenario scenario, LessonRun how, Predictions predictions)
      throws InputFault {
    Play play = desk.stage().play(scenario, how);
    if (play.isInterrupted()) {
      return false;
    }
    desk.stage().prepare();
    predictions.compare(play);
    return true;
  }
}
