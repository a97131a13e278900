package duet.lane.process;

import duet.lane.Jit;
import duet.lane.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where plays and live sessions take their hosts from.
public interface HostSource {
  /// A host that has played nothing yet.
  ///
  /// @throws IOException if its program cannot be started
  Host take(Lane lane, Jit jit) throws IOException;

  /// A host that may have played before: one that was given back, or else as from [#take].
  ///
  /// @throws IOException if its program cannot be started
  Host takeKept(Lane lane, Jit jit) throws IOException;

  /// A host that the operating system confines, and that can read only this script and some
  /// libraries.
  ///
  /// @throws IOException if its program cannot be started
  Host takeConfined(Lane lane, Jit jit, Path script, List<Path> libraries) throws IOException;

  /// Whether this host may be kept for another play.
  boolean mayKeep(Host host);

  /// Takes back a host that was ordered to stay ([Host#keep]).
  void giveBack(Lane lane, Jit jit, Host host);

  /// Finds out whether a host of a lane died of its damaged AOT cache, and puts that aside.
  ///
  /// @return whether the next one starts from another state
  boolean mend(Lane lane, Jit jit);
}
