package duet.course;

import duet.lane.Outcome;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Quantity;
import duet.scenario.Question;
import duet.scenario.Question.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a learner predicts, and what a run then answers: a number, or choices in their order.
///
/// @param text as it is shown
/// @param number the number, where the question asks for one
public record Answer(String text, OptionalDouble number) {
  /// A prediction of seconds is right within half a second, or so much of the truth.
  private static final double CLOSE_SECONDS = 0.5;

  private static final double CLOSE = 0.15;
  private static final double CLOSE_CORES = 0.3;
  private static final double CLOSE_PERCENT = 10;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  /// What a run answers; empty where it does not, since it did not come so far.
  public static Optional<Answer> of(Question question, Play play, Run run) {
    if (run.outcome() != Outcome.COMPLETED) {
      return Optional.empty();
    }
    return switch (question) {
      case Question.Measure measure ->
          answer(Figures.of(measure.quantity(), play, run), measure.quantity().unit());
      case Question.Figure figure -> answer(Figures.in(run, figure.line()), "");
      case Question.First first ->
          inOrder(first.choices(), run).stream().findFirst().map(Answer::word);
      case Question.Order order -> {
        List<String> labels = inOrder(order.choices(), run);
        yield labels.size() == order.choices().size()
            ? Optional.of(word(String.join(", ", labels)))
            : Optional.empty();
      }
    };
  }

  /// What a learner typed, where it is an answer to the question.
  ///
  /// @param labels what its choices are called for this learner
  public static Optional<Answer> typed(Question question, List<String> labels, String text) {
    String typed = text.strip();
    return switch (question) {
      case Question.Measure measure -> answer(number(typed), measure.quantity().unit());
      case Question.Figure _ -> answer(number(typed), "");
      case Question.First first ->
          choice(labels, typed).map(i -> word(first.choices().get(i).label()));
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
    return chosen.size() == order.choices().size()
        ? Optional.of(word(String.join(", ", chosen)))
        : Optional.empty();
  }

  /// Whether a prediction came true, or close enough.
  public boolean isLike(Question question, Answer truth) {
    if (number.isEmpty() || truth.number.isEmpty()) {
      return text.equals(truth.text);
    }
    double tolerated =
        switch (question) {
          case Question.Measure(_, _, Quantity quantity) ->
              tolerated(quantity, truth.number.getAsDouble());
          case Question.Figure _, Question.First _, Question.Order _ -> 0;
        };
    return Math.abs(number.getAsDouble() - truth.number.getAsDouble()) <= tolerated + 1e-9;
  }

  private static double tolerated(Quantity quantity, double truth) {
    return switch (quantity) {
      case WALL, CPU, SLEPT -> Math.max(CLOSE_SECONDS, CLOSE * truth);
      case CORES -> CLOSE_CORES;
      case GIL_WAIT -> CLOSE_PERCENT;
      case THREADS, LINES -> 0;
    };
  }

  private static Optional<Integer> choice(List<String> labels, String typed) {
    if (typed.matches("\\d{1,2}")) {
      int number = Integer.parseInt(typed);
      return number >= 1 && number <= labels.size() ? Optional.of(number - 1) : Optional.empty();
    }
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).toLowerCase(Locale.ROOT);
      if (label.equals(typed.toLowerCase(Locale.ROOT))) {
        return Optional.of(i);
      }
      if (!typed.isEmpty() && label.startsWith(typed.toLowerCase(Locale.ROOT))) {
        fitting.add(i);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static OptionalDouble number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.lookingAt()
        ? OptionalDouble.of(Double.parseDouble(matcher.group().replace(',', '.')))
        : OptionalDouble.empty();
  }

  /// The choices that some line speaks for, in the order of these lines.
  private static List<String> inOrder(List<Choice> choices, Run run) {
    var labels = new ArrayList<String>();
    for (String line : Figures.lines(run)) {
      choices.stream()
          .filter(choice -> !labels.contains(choice.label()) && choice.line().matcher(line).find())
          .findFirst()
          .ifPresent(choice -> labels.add(choice.label()));
    }
    return labels;
  }

  /// As people say it: counts as they are, all else to one place.
  private static Optional<Answer> answer(OptionalDouble number, String unit) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.getAsDouble();
    String text =
        value == Math.rint(value) && unit.isEmpty()
            ? String.valueOf((long) value)
            : String.format(Locale.ROOT, "%.1f", value);
    return Optional.of(new Answer(text + unit, number));
  }

  private static Answer word(String label) {
    return new Answer(label, OptionalDouble.empty());
  }
}
