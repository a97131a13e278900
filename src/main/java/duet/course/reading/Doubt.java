package duet.course.reading;

import duet.compare.CoreShortage;
import duet.compare.LineDelays;
import duet.course.lesson.Answer;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Run;
import duet.scenario.Question;
import duet.scenario.Question.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells whether a run might have answered as a learner predicted, had the machine had a core for
/// every thread.
final class Doubt {
  private Doubt() {}

  /// How far the machine held up a run, if that may be why its answer is not the predicted one.
  static Optional<CoreShortage> of(Question question, Answer prediction, Run run) {
    boolean isOpen =
        switch (question) {
          case Question.Measure measure -> measure.quantity().needsCores();
          case Question.Figure _ -> true;
          case Question.First first -> mayBeFirst(first, prediction.labels().getFirst(), run);
          case Question.Order order -> mayBeOrder(order, prediction.labels(), run);
        };
    return Optional.of(CoreShortage.of(run.usage()))
        .filter(shortage -> isOpen && shortage.isOfProcess());
  }

  private static boolean mayBeFirst(Question.First question, String predicted, Run run) {
    return question.choices().stream()
        .filter(choice -> !choice.label().equals(predicted))
        .allMatch(other -> mayPrecede(line(question, predicted, run), line(other, run), run));
  }

  private static boolean mayBeOrder(Question.Order question, List<String> predicted, Run run) {
    return IntStream.range(0, predicted.size() - 1)
        .allMatch(
            i ->
                mayPrecede(
                    line(question, predicted.get(i), run),
                    line(question, predicted.get(i + 1), run),
                    run));
  }

  /// A line that was not printed precedes none. It may have been printed if the other one may have
  /// come at another place.
  private static boolean mayPrecede(Optional<Line> one, Optional<Line> other, Run run) {
    var delays = LineDelays.of(run);
    if (one.isEmpty()) {
      return other.filter(delays::mayMove).isPresent();
    }
    return other.isEmpty()
        || one.get().nanos() <= other.get().nanos()
        || delays.mayChange(one.get(), other.get());
  }

  private static Optional<Line> line(Question question, String label, Run run) {
    return question.choices().stream()
        .filter(choice -> choice.label().equals(label))
        .flatMap(choice -> line(choice, run).stream())
        .findFirst();
  }

  private static Optional<Line> line(Choice choice, Run run) {
    return run.lines().stream()
        .filter(line -> line.stream() == OutputChannel.OUT)
        .filter(line -> choice.line().matcher(line.text()).find())
        .findFirst();
  }
}
