package duet.run;

import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.process.HostSource;
import duet.lane.process.PipeFault;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.ScriptNeeds;
import duet.scenario.file.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// One play while it happens. Hosts report on threads of their own; the reports wait in a queue,
/// and everything else happens on the player's thread.
final class PlaySession {
  private static final long TICK_MILLIS = 50;

  /// Between the order to go and the agreed start, so that every host has heard it by then.
  private static final long LEAD_NANOS = Duration.ofMillis(2).toNanos();

  /// How a process ends that breaks by itself: SIGILL, SIGABRT, SIGBUS, SIGSEGV (signal(7)).
  private static final Set<Integer> FAULTS = Set.of(128 + 4, 128 + 6, 128 + 7, 128 + 11);

  private final Scenario scenario;
  private final PlayOptions options;
  private final PlayListener listener;
  private final HostSource hosts;
  private final LongSupplier nanoTime;
  private final BlockingQueue<Runnable> reports;
  private final List<LaneRun> runs;
  private final Set<Host> kept = new HashSet<>();
  private volatile boolean over;

  /// Where one host comes from.
  private interface HostTaker {
    Host take() throws IOException;
  }

  /// @param nanoTime a clock like [System#nanoTime()], which hosts in other processes read as well
  /// @param reports where hosts' reports wait to be heard; when it is full, the hosts wait
  PlaySession(
      Scenario scenario,
      PlayOptions options,
      PlayListener listener,
      HostSource hosts,
      LongSupplier nanoTime,
      BlockingQueue<Runnable> reports) {
    this.scenario = scenario;
    this.options = options;
    this.listener = listener;
    this.hosts = hosts;
    this.nanoTime = nanoTime;
    this.reports = reports;
    runs = options.lanesOf(scenario).stream().map(this::runOf).toList();
  }

  private LaneRun runOf(Lane lane) {
    var recorder = new RunRecorder(lane.description(), options.maxLines(), listener);
    return new LaneRun(lane, options.timeout(), recorder, nanoTime);
  }

  /// Gives every lane a host, and tells it what to play.
  void startHosts() {
    List<String> lanes = runs.stream().map(run -> run.lane().id()).toList();
    listener.begins(scenario, options.tempoOf(scenario), options.speed(), lanes);
    runs.forEach(run -> start(run, () -> hostFor(run.lane())));
  }

  /// Waits until every host is ready to go, or will never be.
  void awaitReady() throws InterruptedException {
    attendWhile(() -> runs.stream().anyMatch(LaneRun::isBooting));
  }

  /// Starts all scripts at the same moment, and waits for their ends.
  void playTogether() throws InterruptedException {
    long start = nanoTime.getAsLong() + LEAD_NANOS;
    runs.forEach(run -> run.go(start));
    attendWhile(() -> runs.stream().anyMatch(LaneRun::isPlaying));
  }

  /// Starts each script when the one before it has ended, and waits for their ends.
  void playInTurn() throws InterruptedException {
    for (LaneRun run : runs) {
      run.go(nanoTime.getAsLong() + LEAD_NANOS);
      attendWhile(run::isPlaying);
    }
  }

  /// Ends what still plays, and waits for the final reports, unless it is interrupted again.
  void interrupt() {
    runs.forEach(LaneRun::interrupt);
    try {
      attendWhile(() -> runs.stream().anyMatch(LaneRun::isPlaying));
    } catch (InterruptedException e) {
      runs.forEach(LaneRun::abandon);
    }
  }

  /// The play, now that all runs have ended.
  Play finish() {
    List<Run> ended = runs.stream().map(run -> run.run().orElseThrow()).toList();
    var play = new Play(scenario, options.tempoOf(scenario), options.speed(), ended);
    listener.finished(play);
    return play;
  }

  /// Gives the hosts back that were told to stay, and ends the others.
  void close() {
    over = true;
    for (LaneRun run : runs) {
      run.giveUpHost().ifPresent(host -> giveBack(run.lane(), host));
      run.close();
    }
  }

  private void giveBack(Lane lane, Host host) {
    if (kept.contains(host)) {
      hosts.giveBack(lane, options.jit(), host);
    } else {
      host.close();
    }
  }

  private void start(LaneRun run, HostTaker source) {
    if (!scenario.refusal().isEmpty()) {
      run.reject(scenario.refusal());
      return;
    }
    Path file = run.lane().script(scenario).orElseThrow();
    try {
      HostOrder.Load order = new ScriptOrder(scenario, options).of(run.lane());
      Host host = source.take();
      boolean stays = mayReuseHosts() && hosts.mayKeep(host);
      host.attend(new Reporter(run, host));
      if (stays) {
        kept.add(host);
        host.keep();
      }
      run.boot(host, order);
    } catch (UnreadableFile e) {
      run.reject(e.sentences(file.getFileName()));
    } catch (IOException e) {
      run.crash(EndingMessages.noStart(e));
    }
  }

  private ScriptNeeds needs() {
    return scenario.needs().and(options.needs());
  }

  private Host hostFor(Lane lane) throws IOException {
    return mayReuseHosts() ? hosts.takeKept(lane, options.jit()) : newHostFor(lane);
  }

  private Host newHostFor(Lane lane) throws IOException {
    return options.sandbox()
        ? hosts.takeConfined(
            lane, options.jit(), lane.script(scenario).orElseThrow(), needs().classPath())
        : hosts.take(lane, options.jit());
  }

  /// Whether a host may play more than one script. CPU-bound plays get a fresh host: what the JIT
  /// has compiled for an earlier script would distort timings.
  private boolean mayReuseHosts() {
    return !options.sandbox() && options.warmUps() == 0 && scenario.kind() != Kind.CPU;
  }

  /// A host that has played before and dies while it boots was broken by an earlier script, and one
  /// that has not perhaps by a damaged AOT cache. This script starts again on another host.
  private void gone(LaneRun run, Host host, int status, String stderrTail) {
    boolean isWorn = run.isBooting() && host.plays() > 1;
    boolean isMended =
        !isWorn
            && (run.isBooting() || FAULTS.contains(status))
            && hosts.mend(run.lane(), options.jit());
    if (isWorn || (run.isBooting() && isMended)) {
      host.close();
      start(run, () -> newHostFor(run.lane()));
    } else {
      run.gone(status, stderrTail);
    }
  }

  private void attendWhile(BooleanSupplier going) throws InterruptedException {
    var batch = new ArrayList<Runnable>();
    while (going.getAsBoolean()) {
      Runnable first = reports.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        reports.drainTo(batch);
        batch.forEach(Runnable::run);
        batch.clear();
      }
      runs.forEach(LaneRun::checkTime);
      listener.tick();
    }
  }

  /// Passes what one host does on to the player's thread.
  private final class Reporter implements HostListener {
    private final LaneRun run;
    private final Host host;

    Reporter(LaneRun run, Host host) {
      this.run = run;
      this.host = host;
    }

    @Override
    public void said(HostMessage message) {
      report(() -> run.heard(message));
    }

    @Override
    public void wrote(String text) {
      long arrival = nanoTime.getAsLong();
      report(() -> run.wrote(text, arrival));
    }

    @Override
    public void lost(PipeFault fault) {
      report(() -> run.lost(fault));
    }

    @Override
    public void gone(int status, String stderrTail) {
      report(() -> PlaySession.this.gone(run, host, status, stderrTail));
    }

    /// Waits while the player is behind, so that the host waits, too.
    private void report(Runnable report) {
      try {
        while (!over && !reports.offer(report, TICK_MILLIS, TimeUnit.MILLISECONDS)) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
