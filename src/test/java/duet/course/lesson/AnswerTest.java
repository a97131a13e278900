package duet.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Question;
import duet.scenario.Question.Choice;
import duet.scenario.RunFigure;
import duet.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final List<Choice> CHOICES =
      List.of(
          new Choice("the long one", Pattern.compile("^long")),
          new Choice("the short one", Pattern.compile("^short")));
  private static final Question SECONDS = new Question.Measure("?", "", RunFigure.WALL);
  private static final Question FIRST = new Question.First("?", "", CHOICES);
  private static final Question ORDER = new Question.Order("?", "", CHOICES);
  private static final Question FIGURE =
      new Question.Figure("?", "", Pattern.compile("x = (\\d+)"));

  private static Play play(double wall, String... lines) {
    List<Line> printed =
        IntStream.range(0, lines.length)
            .mapToObj(i -> new Line(i, i, "main", 1, OutputChannel.OUT, lines[i]))
            .toList();
    var usage = new Usage(wall, OptionalDouble.of(wall / 2), OptionalDouble.empty());
    var run = new Run("python", true, "", printed, 0, Outcome.COMPLETED, usage, "", List.of());
    return new Play(Scenarios.plain(), Tempo.TOGETHER, 2, List.of(run));
  }

  private static String truth(Question question, Play play) {
    return Answer.of(question, play, play.runs().getFirst()).map(Answer::text).orElse("none");
  }

  @Test
  void aPlayAnswers() {
    Play play = play(2, "begin", "short", "x = 40", "long");
    assertEquals("4.0 s", truth(SECONDS, play), "as it would be at speed 1");
    assertEquals("the short one", truth(FIRST, play));
    assertEquals("the short one, the long one", truth(ORDER, play));
    assertEquals("40", truth(FIGURE, play));
    assertEquals("4", truth(new Question.Measure("?", "", RunFigure.LINES), play));
    assertEquals("0.5", truth(new Question.Measure("?", "", RunFigure.CORES), play));
  }

  @Test
  void aPlayThatDoesNotComeThatFarDoesNotAnswer() {
    Play play = play(2, "short");
    assertEquals("none", truth(ORDER, play));
    assertEquals("none", truth(FIGURE, play));
    assertEquals("the short one", truth(FIRST, play));
  }

  private static String typed(Question question, String text) {
    return Answer.typed(question, List.of("long", "short"), text).map(Answer::text).orElse("none");
  }

  @Test
  void numbersAndWordsAreUnderstood() {
    assertEquals("6.0 s", typed(SECONDS, "6"));
    assertEquals("1.5 s", typed(SECONDS, "1,5 s"));
    assertEquals("1.5 s", typed(SECONDS, "1.500"));
    assertEquals("400000", typed(FIGURE, "400,000"));
    assertEquals("1234.5", typed(FIGURE, "1,234.5"));
    assertEquals("0.3", typed(FIGURE, "0,25"));
    assertEquals("none", typed(SECONDS, "some"));
    assertEquals("the short one", typed(FIRST, "2"));
    assertEquals("the short one", typed(FIRST, "sh"));
    assertEquals("none", typed(FIRST, "3"));
    assertEquals("the short one, the long one", typed(ORDER, "21"));
    assertEquals("the short one, the long one", typed(ORDER, "short, long"));
    assertEquals("none", typed(ORDER, "22"));
    assertEquals("none", typed(ORDER, "1"));
  }

  /// What an answer is called goes before the place at which it stands.
  @Test
  void answersThatAreNumbersAreTakenByTheirNames() {
    var numbers = new Question.First("?", "", List.of(choice("4"), choice("2"), choice("1")));
    assertEquals(
        Optional.of("2"), Answer.typed(numbers, List.of("4", "2", "1"), "2").map(Answer::text));
    assertEquals(
        Optional.of("1"), Answer.typed(numbers, List.of("4", "2", "1"), "3").map(Answer::text));
  }

  private static Choice choice(String label) {
    return new Choice(label, Pattern.compile(label));
  }

  @Test
  void aPredictionNeedNotBeExact() {
    assertTrue(isRight(SECONDS, "4.4", "4.0"));
    assertFalse(isRight(SECONDS, "4.7", "4.0"));
    assertTrue(isRight(SECONDS, "22", "20"));
    assertTrue(isRight(FIGURE, "40", "40"));
    assertFalse(isRight(FIGURE, "41", "40"));
    assertTrue(isRight(FIGURE, "1.3", "1.24"), "what was measured");
    assertTrue(isRight(FIGURE, "11", "10.4"));
    assertFalse(isRight(FIGURE, "13", "10.4"));
  }

  private static boolean isRight(Question question, String said, String came) {
    Answer prediction = Answer.typed(question, List.of(), said).orElseThrow();
    return prediction.isLike(question, Answer.typed(question, List.of(), came).orElseThrow());
  }
}
