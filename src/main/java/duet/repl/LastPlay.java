package duet.repl;

import duet.run.PlayListener;
import duet.run.PlayRecording;
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

  /// The last play, if there was one.
  Optional<PlayRecording> last() {
    return last;
  }
}
