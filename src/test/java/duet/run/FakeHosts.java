package duet.run;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.HostSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Hands out the hosts that a test has put in, in their order, and notes who asks how.
final class FakeHosts implements HostSource {
  private final Deque<FakeHost> hosts = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final boolean keeps;
  private boolean isDamaged;

  /// @param keeps whether hosts may be kept
  FakeHosts(boolean keeps, FakeHost... hosts) {
    this.keeps = keeps;
    this.hosts.addAll(List.of(hosts));
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Host take(Lane lane, Jit jit) throws IOException {
    return next("take " + lane.id() + " " + jit);
  }

  @Override
  public Host takeKept(Lane lane, Jit jit) throws IOException {
    return next("take kept " + lane.id() + " " + jit);
  }

  @Override
  public Host takeConfined(Lane lane, Jit jit, Path script, List<Path> libraries)
      throws IOException {
    return next("take confined " + lane.id() + " " + jit + " " + script.getFileName());
  }

  @Override
  public boolean mayKeep(Host host) {
    return keeps;
  }

  @Override
  public void giveBack(Lane lane, Jit jit, Host host) {
    calls.add("give back " + lane.id() + " " + jit);
  }

  @Override
  public boolean mend(Lane lane, Jit jit) {
    calls.add("mend " + lane.id() + " " + jit);
    return isDamaged;
  }

  /// Lets the hosts that die while they boot have died of something that can be mended.
  FakeHosts damaged() {
    isDamaged = true;
    return this;
  }

  private Host next(String call) throws IOException {
    calls.add(call);
    if (hosts.isEmpty()) {
      throw new IOException("no such program");
    }
    return hosts.remove();
  }
}
