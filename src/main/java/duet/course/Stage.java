package duet.course;

import duet.run.Play;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.util.List;

/// Where a lesson's scenarios are played, for the learner to see.
public interface Stage {
  /// Gets ready while the learner reads.
  void prepare();

  /// Plays a scenario and shows it live.
  Play play(Scenario scenario);

  /// Plays it with more options of `run`, such as `--sweep 1,2`.
  ///
  /// @return an exit code
  /// @throws InputFault when they are not understood
  int play(Scenario scenario, List<String> options) throws InputFault;
}
