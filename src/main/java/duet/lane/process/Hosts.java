package duet.lane.process;

import duet.lane.AotCache;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The pool of hosts. Usually a host plays one script and ends, so that no run sees what another
/// one left; a spare host is started ahead of need, so that nobody waits for a new process.
///
/// A lasting pool, for many plays, also keeps hosts: a host whose last script left nothing behind
/// plays another one, on a new language runtime. That takes a fifth of the time of a new process.
/// Where hosts cannot do that, it starts the next spare as soon as one is taken.
public final class Hosts implements HostSource, AutoCloseable {
  /// After so many plays a process has collected so much (code, classes, heap) that a new one is
  /// faster.
  private static final int PLAYS_AT_MOST = 200;

  /// What a host is started as.
  private record HostKind(String hosts, Jit jit) {}

  private final Home home;
  private final boolean lasting;
  private final List<String> damages;
  private final Map<HostKind, Host> spares = new HashMap<>();
  private final Map<HostKind, Deque<Host>> kept = new HashMap<>();

  private Hosts(Home home, boolean lasting, List<String> damages) {
    this.home = home;
    this.lasting = lasting;
    this.damages = damages;
  }

  /// Hosts that play one script each.
  public Hosts(Home home) {
    this(home, false, new CopyOnWriteArrayList<>());
  }

  /// Hosts that play as many scripts as they can.
  public static Hosts lasting(Home home) {
    return new Hosts(home, true, new CopyOnWriteArrayList<>());
  }

  /// Lends hosts that play as many scripts as they can: this pool, if it is lasting, or else a new
  /// one.
  public Lease lasting() {
    return lasting ? new Lease(this, false) : new Lease(new Hosts(home, true, damages), true);
  }

  /// A pool of hosts that is lent to one task.
  ///
  /// @param isOwn whether the pool was made for this task, and is closed with it
  public record Lease(Hosts hosts, boolean isOwn) implements AutoCloseable {
    @Override
    public void close() {
      if (isOwn) {
        hosts.close();
      }
    }
  }

  /// Starts a spare host of a lane, unless there is one.
  public synchronized void prepare(Lane lane, Jit jit) {
    var key = new HostKind(lane.hosts(), jit);
    Host spare = spares.get(key);
    if (spare == null || !spare.isAlive()) {
      try {
        spares.put(key, HostLauncher.start(lane, home, jit));
      } catch (IOException | RuntimeException e) {
        // Whoever takes a host of this lane tries again, and then learns why it does not start.
        spares.remove(key);
      }
    }
  }

  @Override
  public Host take(Lane lane, Jit jit) throws IOException {
    Host spare;
    synchronized (this) {
      spare = spares.remove(new HostKind(lane.hosts(), jit));
    }
    return spare != null && spare.isAlive() ? spare : HostLauncher.start(lane, home, jit);
  }

  /// Prefers one that has booted again, then a spare, then one that will soon have booted again.
  @Override
  public Host takeKept(Lane lane, Jit jit) throws IOException {
    Host host = takeBest(lane, jit);
    if (lasting && !host.canStay()) {
      prepare(lane, jit);
    }
    return host;
  }

  private Host takeBest(Lane lane, Jit jit) throws IOException {
    var key = new HostKind(lane.hosts(), jit);
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

  @Override
  public Host takeConfined(Lane lane, Jit jit, Path script, List<Path> libraries)
      throws IOException {
    return HostLauncher.startConfined(lane, home, jit, script, libraries);
  }

  @Override
  public boolean mayKeep(Host host) {
    return lasting && host.canStay() && host.plays() < PLAYS_AT_MOST;
  }

  @Override
  public synchronized void giveBack(Lane lane, Jit jit, Host host) {
    host.release();
    kept.computeIfAbsent(new HostKind(lane.hosts(), jit), _ -> new ArrayDeque<>()).add(host);
  }

  @Override
  public boolean mend(Lane lane, Jit jit) {
    if (!(lane.program(home, jit) instanceof HostProgram.OnJvm program)) {
      return false;
    }
    AotCache cache = program.jvm().aotCache();
    Optional<String> damage = cache.check();
    damage.ifPresent(damages::add);
    return damage.isPresent() && !cache.isUsable();
  }

  /// What was found damaged on the way, for the user; sentences.
  public List<String> damages() {
    return List.copyOf(damages);
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

  /// Ends every host that is in the pool; those that were taken are not.
  @Override
  public synchronized void close() {
    spares.values().forEach(Host::close);
    spares.clear();
    kept.values().forEach(hosts -> hosts.forEach(Host::close));
    kept.clear();
  }
}
