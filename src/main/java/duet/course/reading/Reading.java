package duet.course.reading;

import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.Course;
import duet.course.exercise.Assignment;
import duet.course.exercise.Practice;
import duet.course.learner.CourseContext;
import duet.course.learner.Progress.StepKind;
import duet.course.lesson.LessonRun;
import duet.course.lesson.LessonRunReader;
import duet.course.lesson.LessonText;
import duet.course.lesson.LessonText.Section;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.options.LaneChoice;
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
import java.util.stream.Stream;
import org.commonmark.node.Node;

/// Reads a lesson with a learner: a section at a time; Duet plays each scenario in its place, after
/// a prediction. Without a terminal, Duet prints the whole lesson and plays nothing.
public final class Reading {
  private static final String LEAVE = "q";
  private static final String RUN = "run";

  private final CourseContext courseContext;
  private final Course course;
  private final ModuleFolder module;
  private final Sections sections;
  private final Translation translation;
  private int shown;

  private Reading(
      CourseContext courseContext,
      Course course,
      ModuleFolder module,
      Sections sections,
      Translation translation) {
    this.courseContext = courseContext;
    this.course = course;
    this.module = module;
    this.sections = sections;
    this.translation = translation;
  }

  /// The lesson of a module, in the learner's language. The module must have a lesson.
  ///
  /// @throws InputFault when it cannot be read
  public static Reading of(CourseContext courseContext, Course course, ModuleFolder module)
      throws InputFault {
    return new Reading(
        courseContext,
        course,
        module,
        Sections.of(courseContext, module),
        courseContext.translation(module));
  }

  /// Continues to the end, or until the learner leaves.
  ///
  /// @param fromStart whether to start from the beginning
  /// @throws InputFault when Duet cannot play a part of it
  public void read(boolean fromStart) throws InputFault, IOException, InterruptedException {
    boolean isTranslated = module.lesson(courseContext.voice().language()).isPresent();
    if (!isTranslated) {
      courseContext.say(courseContext.voice().say("no-translation"));
    }
    if (!courseContext.console().isInteractive()) {
      for (Section section : sections.all()) {
        section.blocks().forEach(this::print);
      }
      return;
    }
    courseContext.stage().prepare();
    Set<String> read = courseContext.progress().details(StepKind.READ, module.name());
    int from = fromStart ? 0 : sections.next(read);
    if (from > 0) {
      courseContext.say(courseContext.voice().say("resumed", sections.all().get(from).title()));
    }
    readFrom(from);
  }

  private void readFrom(int from) throws InputFault, IOException, InterruptedException {
    for (int i = from; i < sections.size(); ) {
      if (!show(sections.all().get(i))) {
        leave(i);
        return;
      }
      courseContext.note(StepKind.READ, module.name(), sections.anchors().get(i));
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
    courseContext.say(
        courseContext.voice().say("left", title, courseContext.command(module.name())));
  }

  private void finish() throws InputFault {
    courseContext.note(StepKind.FINISHED, module.name(), "");
    String title = translation.title().isEmpty() ? module.title() : translation.title();
    courseContext.say(courseContext.voice().say("finished", title));
    if (!module.exercises().isEmpty()) {
      String names =
          module.exercises().stream().map(course::nameOf).collect(Collectors.joining(", "));
      String first = course.nameOf(module.exercises().getFirst());
      courseContext.say(
          courseContext.voice().say("next-exercise", names, courseContext.command(first)));
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
    if (shown > 0 && shown + lines.size() + 2 > courseContext.console().rows()) {
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
      Screen screen = courseContext.screen();
      screen.line("");
      lines.forEach(screen::line);
      screen.flush();
    }
    return lines.isEmpty() ? 0 : lines.size() + 1;
  }

  private List<String> lines(Node block) {
    return new MarkdownView(courseContext.screen().theme(), courseContext.textWidth()).lines(block);
  }

  private String atTheEnd(int section, int of) {
    courseContext.say("");
    return ask("goes-on", section + 1, of);
  }

  /// What the learner typed at a prompt, in lower case; `q` at the end of input.
  private String ask(String prompt, Object... arguments) {
    String painted =
        courseContext
            .screen()
            .theme()
            .paint(Role.FAINT, courseContext.voice().say(prompt, arguments));
    return courseContext.console().ask(painted).map(a -> a.toLowerCase(Locale.ROOT)).orElse(LEAVE);
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
    courseContext.say("");
    String answer = ask("exercise.offer", exercise.name(), translation.of(exercise.title()));
    if (answer.equals("t")) {
      var assignment =
          new Assignment(courseContext, exercise, course.nameOf(exercise), translation, true);
      new Practice(assignment).work();
    }
    return !answer.equals(LEAVE) && !courseContext.stage().isToEnd();
  }

  private boolean play(Scenario scenario, String command, List<String> options)
      throws InputFault, InterruptedException {
    Lanes known = courseContext.context().lanes();
    LessonRun how =
        LessonRunReader.read(options, known).installed(known, courseContext.context().home());
    List<String> absent = how.lanes().map(LaneChoice::leftOut).orElse(List.of());
    if (!absent.isEmpty()) {
      courseContext.say("");
      courseContext.say(
          courseContext
              .voice()
              .say(how.isOnlyTold(known) ? "told" : "left-out", String.join(", ", absent)));
    }
    if (how.isOnlyTold(known)) {
      return true;
    }
    List<Question> questions = questions(scenario, how);
    var predictions = new Predictions(courseContext, translation, scenario, questions);
    courseContext.say("");
    if (!predictions.ask()) {
      return false;
    }
    String answer = ask("play", command.substring(RUN.length()).strip());
    while (!answer.equals(LEAVE) && !answer.equals("s")) {
      courseContext.say("");
      if (how.isSeries()
          ? courseContext.stage().playSeries(scenario, how)
          : play(scenario, how, predictions)) {
        return true;
      }
      if (courseContext.stage().isToEnd()) {
        return false;
      }
      courseContext.say(courseContext.voice().say("interrupted"));
      answer = ask("again");
      if (!answer.equals("r") && !answer.equals(LEAVE)) {
        return true;
      }
    }
    return !answer.equals(LEAVE);
  }

  /// The questions about lanes that play. Where the lesson chooses the lanes, those that were not
  /// asked about the learner's.
  private List<Question> questions(Scenario scenario, LessonRun how) {
    List<Lane> learners = courseContext.stage().lanes();
    Stream<Question> all = module.questions().getOrDefault(scenario.name(), List.of()).stream();
    if (how.equals(LessonRun.PLAIN)) {
      return all.filter(question -> isOfAny(question, learners)).toList();
    }
    List<Lane> own = how.lanes().map(LaneChoice::lanes).orElse(List.of());
    return how.isSeries()
        ? List.of()
        : all.filter(question -> isOfAny(question, own) && !isOfAny(question, learners)).toList();
  }

  private static boolean isOfAny(Question question, List<Lane> lanes) {
    return lanes.stream().anyMatch(lane -> question.isOf(lane.id(), ""));
  }

  private boolean play(Scenario scenario, LessonRun how, Predictions predictions)
      throws InputFault {
    Play play = courseContext.stage().play(scenario, how);
    if (play.isInterrupted()) {
      return false;
    }
    courseContext.stage().prepare();
    predictions.compare(play);
    return true;
  }
}
