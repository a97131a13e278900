package duet.repl;

import duet.run.PlayListener;
import duet.run.Recording;
import java.util.Optional;

/// Remembers the last play.
public final class PlayBook {
  private Optional<Recording> last = Optional.empty();

  /// What a new play is to be told to.
  public PlayListener begin() {
    var recording = new Recording();
    last = Optional.of(recording);
    return recording;
  }

  /// The last play, if there was one.
  Optional<Recording> last() {
    return last;
  }
}
