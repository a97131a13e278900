package duet.lane.process;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where hosts come from. A host plays one script and ends, so that no run sees what another one
/// left; a spare that was started ahead of need makes up for the time that a new process takes.
///
/// Where many scripts are played, a host may play another one, on a runtime as fresh as at the
/// first time, if the last one has left nothing in its process: that takes a fifth of the time of a
/// new process.
public final class Hosts implements AutoCloseable {
  /// What is left in a process after so many plays (code, classes, the heap's size) is not worth
  /// keeping.
  private static final int PLAYS_AT_MOST = 200;

  /// What a host is started as.
  private record HostKind(String lane, Jit jit) {}

  private final Home home;
  private final boolean lasting;
  private final Map<HostKind, Host> spares = new HashMap<>();
  private final Map<HostKind, Deque<Host>> kept = new HashMap<>();

  private Hosts(Home home, boolean lasting) {
    this.home = home;
    this.lasting = lasting;
  }

  /// A new process for each run.
  public Hosts(Home home) {
    this(home, false);
  }

  /// Processes that play as many scripts as they can.
  public static Hosts lasting(Home home) {
    return new Hosts(home, true);
  }

  /// Hosts that play as many scripts as they can: these, where they do, or else new ones.
  public Lease lasting() {
    return lasting ? new Lease(this, false) : new Lease(lasting(home), true);
  }

  /// Hosts for a while.
  ///
  /// @param isOwn whether they end with it
  public record Lease(Hosts hosts, boolean isOwn) implements AutoCloseable {
    @Override
    public void close() {
      if (isOwn) {
        hosts.close();
      }
    }
  }

  /// Starts a spare of a lane, unless there is one.
  public synchronized void prepare(Lane lane, Jit jit) {
    var key = new HostKind(lane.id(), jit);
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
  public Host take(Lane lane, Jit jit) throws IOException {
    Host spare;
    synchronized (this) {
      spare = spares.remove(new HostKind(lane.id(), jit));
    }
    return spare != null && spare.isAlive() ? spare : takeNew(lane, jit);
  }

  /// One that was given back, if possible one that has booted, or else like [#take].
  ///
  /// @throws IOException when its program cannot be started
  public Host takeKept(Lane lane, Jit jit) throws IOException {
    var key = new HostKind(lane.id(), jit);
    Optional<Host> idle = pollIdle(key);
    if (idle.isPresent()) {
      return idle.get();
    }
    synchronized (this) {
      if (spares.containsKey(key)) {
        return take(lane, jit);
      }
    }
    for (Host host = pollKept(key); host != null; host = pollKept(key)) {
      if (host.isFree() && host.isAlive()) {
        return host;
      }
      host.close();
    }
    return take(lane, jit);
  }

  /// A host that starts only now.
  ///
  /// @throws IOException when its program cannot be started
  public Host takeNew(Lane lane, Jit jit) throws IOException {
    return Host.start(lane, home, jit);
  }

  /// Whether a host may be kept for another play.
  public boolean mayKeep(Host host) {
    return lasting && host.plays() < PLAYS_AT_MOST;
  }

  /// Takes a host that was told to go on.
  public synchronized void giveBack(Lane lane, Jit jit, Host host) {
    host.release();
    kept.computeIfAbsent(new HostKind(lane.id(), jit), _ -> new ArrayDeque<>()).add(host);
  }

  private synchronized Optional<Host> pollIdle(HostKind key) {
    Deque<Host> hosts = kept.getOrDefault(key, new ArrayDeque<>());
    Optional<Host> idle = hosts.stream().filter(h -> h.isIdle() && h.isAlive()).findFirst();
    idle.ifPresent(hosts::remove);
    return idle;
  }

  private synchronized @Nullable Host pollKept(HostKind key) {
    Deque<Host> hosts = kept.get(key);
    return hosts == null ? null : hosts.poll();
  }

  /// A host that only sees one script, for which no spare can be.
  ///
  /// @throws IOException when its program cannot be started
  public Host takeConfined(Lane lane, Jit jit, Path script) throws IOException {
    return Host.startConfined(lane, home, jit, script);
  }

  /// Ends every host that nobody has.
  @Override
  public synchronized void close() {
    spares.values().forEach(Host::close);
    spares.clear();
    kept.values().forEach(hosts -> hosts.forEach(Host::close));
    kept.clear();
  }
}
