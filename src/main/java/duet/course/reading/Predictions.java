package duet.course.reading;

import duet.compare.CoreShortage;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.course.learner.CourseContext;
import duet.course.learner.Progress.StepKind;
import duet.course.lesson.Answer;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.InputFault;
import duet.scenario.Question;
import duet.scenario.Scenario;
import duet.scenario.declared.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A learner's predictions before a play, compared with what the play then shows.
final class Predictions {
  private final CourseContext courseContext;
  private final Translation translation;
  private final Scenario scenario;
  private final List<Question> questions;
  private final List<Optional<Answer>> said = new ArrayList<>();

  Predictions(
      CourseContext courseContext,
      Translation translation,
      Scenario scenario,
      List<Question> questions) {
    this.courseContext = courseContext;
    this.translation = translation;
    this.scenario = scenario;
    this.questions = questions;
  }

  /// Asks every question; false when the learner leaves.
  boolean ask() {
    if (!questions.isEmpty()) {
      courseContext.say(
          courseContext.screen().theme().paint(Role.FAINT, courseContext.voice().say("predict")));
    }
    for (Question question : questions) {
      if (!ask(question)) {
        return false;
      }
    }
    return true;
  }

  private boolean ask(Question question) {
    courseContext.say(
        courseContext.screen().theme().paint(Role.TITLE, translation.of(question.ask())));
    List<String> labels = labels(question);
    for (int i = 0; i < labels.size(); i++) {
      courseContext.say("  " + (i + 1) + "  " + labels.get(i));
    }
    while (true) {
      Optional<String> typed = courseContext.console().ask(wanted(question) + "> ");
      if (typed.isEmpty() || typed.get().equals("q")) {
        return false;
      }
      Optional<Answer> answer = Answer.typed(question, labels, typed.get());
      if (answer.isPresent() || typed.get().isEmpty()) {
        said.add(answer);
        return true;
      }
      courseContext.say(courseContext.voice().say("ask.again", wanted(question)));
    }
  }

  private String wanted(Question question) {
    return switch (question) {
      case Question.Measure measure ->
          courseContext
              .voice()
              .say(measure.quantity().unit().equals(" s") ? "ask.seconds" : "ask.number");
      case Question.Figure _ -> courseContext.voice().say("ask.number");
      case Question.First _ -> courseContext.voice().say("ask.first");
      case Question.Order order ->
          courseContext
              .voice()
              .say(
                  "ask.order",
                  IntStream.rangeClosed(1, order.choices().size())
                      .mapToObj(String::valueOf)
                      .collect(Collectors.joining()));
    };
  }

  private List<String> labels(Question question) {
    return question.choices().stream().map(choice -> translation.of(choice.label())).toList();
  }

  /// Says for each lane whether each prediction was right.
  void compare(Play play) throws InputFault {
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).isPresent()) {
        compare(questions.get(i), said.get(i).get(), play);
      }
    }
  }

  private void compare(Question question, Answer prediction, Play play) throws InputFault {
    Screen screen = courseContext.screen();
    var parts = new ArrayList<String>();
    boolean isRight = true;
    boolean isAnswered = true;
    Optional<CoreShortage> shortage = Optional.empty();
    for (Run run :
        play.runs().stream().filter(r -> question.isOf(r.lane(), r.runtime())).toList()) {
      Optional<Answer> truth = Answer.of(question, play, run);
      isAnswered &= truth.isPresent();
      if (truth.isEmpty()) {
        parts.add(courseContext.voice().say("no-answer", run.lane()));
        continue;
      }
      boolean came = prediction.isLike(question, truth.get());
      isRight &= came;
      if (!came) {
        shortage = shortage.or(() -> Doubt.of(question, prediction, run));
      }
      String mark = screen.theme().paint(came ? Role.GOOD : Role.BAD, came ? "✓" : "✗");
      parts.add(mark + " " + run.lane() + ": " + shown(truth.get()));
    }
    courseContext.say("");
    courseContext.say(screen.theme().paint(Role.TITLE, translation.of(question.ask())));
    courseContext.say(
        "  "
            + courseContext.voice().say("you-said", shown(prediction))
            + "   "
            + String.join("   ", parts));
    if (shortage.isPresent()) {
      double waited = shortage.get().process();
      courseContext.say(
          "  " + courseContext.voice().say("busy", String.format(Locale.ROOT, "%.1f", waited)));
    } else if (isAnswered && !parts.isEmpty() && !isKnown(question)) {
      courseContext.note(
          isRight ? StepKind.RIGHT : StepKind.WRONG, scenario.path(), question.ask());
    }
  }

  /// Whether the learner has seen the answer before.
  private boolean isKnown(Question question) {
    return Stream.of(StepKind.RIGHT, StepKind.WRONG)
        .anyMatch(
            what ->
                courseContext.progress().details(what, scenario.path()).contains(question.ask()));
  }

  /// An answer in the learner's language.
  private String shown(Answer answer) {
    return answer.number().isPresent()
        ? answer.text()
        : answer.labels().stream().map(translation::of).collect(Collectors.joining(", "));
  }
}
