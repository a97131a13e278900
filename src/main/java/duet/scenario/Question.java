package duet.scenario;

import java.util.List;
import java.util.regex.Pattern;

/// A question to a learner before a scenario plays; the play answers it.
public sealed interface Question {
  /// The question, as the lesson puts it.
  String ask();

  /// The word of the [LaneGroup] that it is about; empty for every lane.
  String lane();

  /// Asks for a figure that every run has.
  record Measure(String ask, String lane, RunFigure quantity) implements Question {}

  /// Asks for a number that a script prints.
  ///
  /// @param line finds the line; its first group is the number
  record Figure(String ask, String lane, Pattern line) implements Question {}

  /// Asks which of some lines comes first, or comes at all.
  record First(String ask, String lane, List<Choice> choices) implements Question {
    public First {
      choices = List.copyOf(choices);
    }
  }

  /// Asks in which order some lines come.
  record Order(String ask, String lane, List<Choice> choices) implements Question {
    public Order {
      choices = List.copyOf(choices);
    }
  }

  /// One of several answers.
  ///
  /// @param label what the learner reads
  /// @param line finds the line that makes this answer right
  record Choice(String label, Pattern line) {}

  /// Whether it is about a run.
  ///
  /// @param id the lane's id
  /// @param runtime what plays there; empty where that is not known
  default boolean isOf(String id, String runtime) {
    return lane().isEmpty() || new LaneGroup(lane()).has(id, runtime);
  }

  /// The choices; empty where the question asks for a number.
  default List<Choice> choices() {
    return List.of();
  }
}
