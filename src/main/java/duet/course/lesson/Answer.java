package duet.course.lesson;

import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Question;
import duet.scenario.Question.Choice;
import duet.scenario.RunFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An answer to a question, predicted by a learner or given by a run: a number, or choices in their
/// order.
///
/// @param text as Duet shows it
/// @param number the number, if the question asks for one
/// @param labels the labels of the choices, if it asks for choices
public record Answer(String text, OptionalDouble number, List<String> labels) {
  /// A prediction of seconds is right within half a second, or within 15 % of the true figure.
  private static final double CLOSE_SECONDS = 0.5;

  private static final double CLOSE = 0.15;
  private static final double CLOSE_CORES = 0.3;
  private static final double CLOSE_PERCENT = 10;
  private static final double CLOSE_FIGURE = 0.1;

  /// A comma may separate thousands; a comma or a point may precede the decimals.
  private static final Pattern NUMBER =
      Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?");

  public Answer {
    labels = List.copyOf(labels);
  }

  /// What a run answers; empty if it ended too early to answer.
  public static Optional<Answer> of(Question question, Play play, Run run) {
    if (run.outcome() != Outcome.COMPLETED) {
      return Optional.empty();
    }
    return switch (question) {
      case Question.Measure measure ->
          answer(MeasuredFigures.of(measure.quantity(), play, run), measure.quantity().unit());
      case Question.Figure figure -> answer(MeasuredFigures.in(run, figure.line()), "");
      case Question.First first ->
          inOrder(first.choices(), run).stream().findFirst().map(label -> words(List.of(label)));
      case Question.Order order -> {
        List<String> labels = inOrder(order.choices(), run);
        yield labels.size() == order.choices().size()
            ? Optional.of(words(labels))
            : Optional.empty();
      }
    };
  }

  /// The answer that a learner typed; empty if it does not answer the question.
  ///
  /// @param labels the labels of the choices, in the learner's language
  public static Optional<Answer> typed(Question question, List<String> labels, String text) {
    String typed = text.strip();
    return switch (question) {
      case Question.Measure measure -> answer(number(typed), measure.quantity().unit());
      case Question.Figure _ -> answer(number(typed), "");
      case Question.First first ->
          choice(labels, typed).map(i -> words(List.of(first.choices().get(i).label())));
      case Question.Order order -> order(order, labels, typed);
    };
  }

  private static Optional<Answer> order(Question.Order order, List<String> labels, String typed) {
    List<String> words =
        typed.matches("\\d+")
            ? typed.chars().mapToObj(Character::toString).toList()
            : List.of(typed.split("[\\s,;，、]+"));
    var chosen = new ArrayList<String>();
    for (String one : words) {
      Optional<Integer> choice = choice(labels, one);
      if (choice.isEmpty() || chosen.contains(order.choices().get(choice.get()).label())) {
        return Optional.empty();
      }
      chosen.add(order.choices().get(choice.get()).label());
    }
    return chosen.size() == order.choices().size() ? Optional.of(words(chosen)) : Optional.empty();
  }

  /// Whether a prediction is right, or close enough.
  public boolean isLike(Question question, Answer truth) {
    if (number.isEmpty() || truth.number.isEmpty()) {
      return text.equals(truth.text);
    }
    double tolerated =
        switch (question) {
          case Question.Measure(_, _, RunFigure quantity) ->
              tolerated(quantity, truth.number.getAsDouble());
          case Question.Figure _ -> toleratedFigure(truth.number.getAsDouble());
          case Question.First _, Question.Order _ -> 0;
        };
    return Math.abs(number.getAsDouble() - truth.number.getAsDouble()) <= tolerated + 1e-9;
  }

  /// A whole number is a count and has to be exact; a number with decimals was measured.
  private static double toleratedFigure(double truth) {
    return truth == Math.rint(truth) ? 0 : Math.max(CLOSE_FIGURE, CLOSE * Math.abs(truth));
  }

  private static double tolerated(RunFigure quantity, double truth) {
    return switch (quantity) {
      case WALL, CPU, SLEPT -> Math.max(CLOSE_SECONDS, CLOSE * truth);
      case CORES -> CLOSE_CORES;
      case GIL_WAIT -> CLOSE_PERCENT;
      case THREADS, LINES -> 0;
    };
  }

  /// Which choice the learner means, by its label, its number, or the first letters of its label.
  private static Optional<Integer> choice(List<String> labels, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<String> small = labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
    if (small.contains(wanted)) {
      return Optional.of(small.indexOf(wanted));
    }
    if (typed.matches("\\d{1,2}")) {
      int number = Integer.parseInt(typed);
      return number >= 1 && number <= labels.size() ? Optional.of(number - 1) : Optional.empty();
    }
    List<Integer> fitting =
        IntStream.range(0, small.size())
            .filter(i -> !wanted.isEmpty() && small.get(i).startsWith(wanted))
            .boxed()
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static OptionalDouble number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.lookingAt() ? OptionalDouble.of(value(matcher.group())) : OptionalDouble.empty();
  }

  private static double value(String number) {
    boolean hasThousands = number.matches("[1-9]\\d{0,2}(?:,\\d{3})+.*");
    return Double.parseDouble(number.replace(",", hasThousands ? "" : "."));
  }

  /// The choices that a line of the run confirms, in the order of these lines.
  private static List<String> inOrder(List<Choice> choices, Run run) {
    var labels = new ArrayList<String>();
    for (String line : MeasuredFigures.lines(run)) {
      choices.stream()
          .filter(choice -> !labels.contains(choice.label()) && choice.line().matcher(line).find())
          .findFirst()
          .ifPresent(choice -> labels.add(choice.label()));
    }
    return labels;
  }

  /// A number as people write it: counts as they are, everything else to one decimal place.
  private static Optional<Answer> answer(OptionalDouble number, String unit) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.getAsDouble();
    String text =
        value == Math.rint(value) && unit.isEmpty()
            ? String.valueOf((long) value)
            : String.format(Locale.ROOT, "%.1f", value);
    return Optional.of(new Answer(text + unit, number, List.of()));
  }

  private static Answer words(List<String> labels) {
    return new Answer(String.join(", ", labels), OptionalDouble.empty(), labels);
  }
}
