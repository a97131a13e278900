package duet.run;

import duet.lane.Host;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where hosts come from. A host plays one script and ends, so that no run sees what another one
/// left; a spare that was started ahead of need makes up for the time that a new process takes.
public final class Hosts implements AutoCloseable {
  /// What a host is started as.
  private record Key(String lane, Jit jit) {}

  private final Home home;
  private final Map<Key, Host> spares = new HashMap<>();

  public Hosts(Home home) {
    this.home = home;
  }

  /// Starts a spare of a lane, unless there is one.
  public synchronized void prepare(Lane lane, Jit jit) {
    var key = new Key(lane.id(), jit);
    Host spare = spares.get(key);
    if (spare == null || !spare.isAlive()) {
      try {
        spares.put(key, Host.start(lane, home, jit));
      } catch (IOException e) {
        // Whoever takes a host of this lane tries again, and is told why it does not start.
        spares.remove(key);
      }
    }
  }

  /// The spare of a lane, or else a host that starts only now. It is the caller's to close.
  ///
  /// @throws IOException when its program cannot be started
  synchronized Host take(Lane lane, Jit jit) throws IOException {
    Host spare = spares.remove(new Key(lane.id(), jit));
    return spare != null && spare.isAlive() ? spare : Host.start(lane, home, jit);
  }

  /// A host that only sees one script, for which no spare can be.
  ///
  /// @throws IOException when its program cannot be started
  Host takeConfined(Lane lane, Jit jit, Path script) throws IOException {
    return Host.startConfined(lane, home, jit, script);
  }

  /// Ends the spares that nobody took.
  @Override
  public synchronized void close() {
    spares.values().forEach(Host::close);
    spares.clear();
  }
}
