package duet.repl;

import duet.run.PlayListener;
import duet.run.PlayRecording;
import duet.scenario.InputFault;
import java.util.Optional;

/// Remembers the last play.
public final class LastPlay {
  private Optional<PlayRecording> last = Optional.empty();

  /// What a new play is to be told to.
  public PlayListener begin() {
    var recording = new PlayRecording();
    last = Optional.of(recording);
    return recording;
  }

  /// The last play.
  ///
  /// @throws InputFault when there was none
  PlayRecording required() throws InputFault {
    return last.orElseThrow(
        () -> InputFault.usage("nothing was played yet", "Play something: run lock"));
  }
}
