package duet.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.course.lesson.Answer;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Run;
import duet.scenario.Question;
import duet.scenario.Question.Choice;
import duet.scenario.RunFigure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A run of a second prints 'b', 'a' and 'c', each with a thread of its own but 'c'.
class DoubtTest {
  private static final List<Choice> CHOICES =
      List.of(choice("a"), choice("b"), choice("c"), choice("d"));
  private static final Question FIRST = new Question.First("Who is first?", "", CHOICES);
  private static final Question ORDER =
      new Question.Order("In which order?", "", CHOICES.subList(0, 3));

  private static Choice choice(String label) {
    return new Choice(label, Pattern.compile(label));
  }

  private static Run run(double coreWait) {
    var usage =
        new Usage(
            1,
            OptionalDouble.of(0),
            OptionalDouble.of(0),
            OptionalDouble.of(coreWait),
            OptionalDouble.of(0));
    List<Line> lines = List.of(line(2, 100, "b"), line(1, 300, "a"), line(1, 320, "c"));
    return new Run("python", true, "", lines, 0, Outcome.COMPLETED, usage, "", List.of());
  }

  private static Line line(long tid, long millis, String text) {
    return new Line(millis, millis * 1_000_000, "t", tid, OutputChannel.OUT, text);
  }

  private static boolean isOpen(Question question, String predicted, double coreWait) {
    Answer answer = Answer.typed(question, List.of("a", "b", "c", "d"), predicted).orElseThrow();
    return Doubt.of(question, answer, run(coreWait)).isPresent();
  }

  @Test
  void onlyALongWaitExplainsWhoWasFirst() {
    assertEquals(false, isOpen(FIRST, "a", 0));
    assertEquals(false, isOpen(FIRST, "a", 0.15));
    assertEquals(true, isOpen(FIRST, "a", 0.25));
  }

  @Test
  void aThreadPrintsItsOwnLinesInItsOwnOrder() {
    assertEquals(false, isOpen(FIRST, "c", 0.9));
    assertEquals(true, isOpen(ORDER, "a, b, c", 0.9));
    assertEquals(true, isOpen(ORDER, "a, c, b", 0.9));
    assertEquals(false, isOpen(ORDER, "c, a, b", 0.9));
  }

  @Test
  void whatWasNotPrintedMightHaveBeen() {
    assertEquals(false, isOpen(FIRST, "d", 0.15));
    assertEquals(true, isOpen(FIRST, "d", 0.9));
  }

  @Test
  void figuresNeedCores() {
    Question wall = new Question.Measure("How long?", "", RunFigure.WALL);
    Question threads = new Question.Measure("How many?", "", RunFigure.THREADS);
    assertEquals(true, isOpen(wall, "7", 0.15));
    assertEquals(false, isOpen(wall, "7", 0.05));
    assertEquals(false, isOpen(threads, "7", 0.15));
  }
}
