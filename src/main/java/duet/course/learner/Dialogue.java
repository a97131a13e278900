package duet.course.learner;

import duet.scenario.InputFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The learner at the terminal.
public interface Dialogue {
  /// Whether a person can answer: input and output are a terminal.
  boolean isInteractive();

  /// How many lines the terminal shows.
  int rows();

  /// Asks, and returns what the learner typed without spaces around it; empty when the learner
  /// wants to leave (Ctrl-D, Ctrl-C).
  Optional<String> answer(String prompt);

  /// Opens files in the learner's editor and waits until they are closed.
  ///
  /// @throws InputFault when there is no editor
  void edit(List<Path> files) throws InputFault, IOException, InterruptedException;
}
