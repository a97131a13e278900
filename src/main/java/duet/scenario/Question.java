package duet.scenario;

import java.util.List;
import java.util.regex.Pattern;

/// What a learner is asked before a scenario is played, and what the play then answers.
public sealed interface Question {
  /// The question, as the lesson puts it.
  String ask();

  /// Of which lane it is asked; empty where it is of each.
  String lane();

  /// A figure that every run has.
  record Measure(String ask, String lane, RunFigure quantity) implements Question {}

  /// A number that a line tells.
  ///
  /// @param line finds the line; its first group is the number
  record Figure(String ask, String lane, Pattern line) implements Question {}

  /// Which of some lines comes first, or at all.
  record First(String ask, String lane, List<Choice> choices) implements Question {
    public First {
      choices = List.copyOf(choices);
    }
  }

  /// In which order some lines come.
  record Order(String ask, String lane, List<Choice> choices) implements Question {
    public Order {
      choices = List.copyOf(choices);
    }
  }

  /// One of several answers.
  ///
  /// @param label what it is called
  /// @param line finds the line of a log that speaks for it
  record Choice(String label, Pattern line) {}

  /// Whether it is asked of a lane.
  default boolean isOf(String other) {
    return lane().isEmpty() || lane().equals(other);
  }

  /// What there is to choose from; nothing where a number is asked for.
  default List<Choice> choices() {
    return List.of();
  }
}
