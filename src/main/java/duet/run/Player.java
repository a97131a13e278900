package duet.run;

import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Plays scenarios, each run on a host of its own.
public final class Player {
  private static final long TICK_MILLIS = 50;

  /// Messages of hosts that wait to be heard.
  private static final int WAITING_AT_MOST = 8_192;

  /// Between the order to go and the agreed start, so that every host has heard it by then.
  private static final long LEAD_NANOS = 2_000_000;

  private final Hosts hosts;

  /// @param hosts where it takes its hosts from, a new one for each run
  public Player(Hosts hosts) {
    this.hosts = hosts;
  }

  /// Plays one scenario. Whatever its scripts do, this returns, and no host is left. When the
  /// calling thread is interrupted, lanes that still play end as interrupted.
  public Play play(Scenario scenario, PlayOptions options, PlayListener listener) {
    var stage = new PlaySession(scenario, options, listener);
    try {
      stage.startHosts();
      stage.awaitReady();
      switch (options.tempoOf(scenario)) {
        case TOGETHER -> stage.playTogether();
        case IN_TURN -> stage.playInTurn();
      }
      return stage.outcome();
    } catch (InterruptedException e) {
      stage.interrupt();
      return stage.outcome();
    } finally {
      stage.close();
    }
  }

  /// Where a host comes from.
  private interface HostSource {
    Host take() throws IOException;
  }

  /// One play under way. Hosts report on threads of their own; all else happens on the player's.
  private final class PlaySession {
    private final Scenario scenario;
    private final PlayOptions options;
    private final PlayListener listener;
    private final List<LaneRun> parts;
    private final BlockingQueue<Runnable> reports = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private volatile boolean over;

    PlaySession(Scenario scenario, PlayOptions options, PlayListener listener) {
      this.scenario = scenario;
      this.options = options;
      this.listener = listener;
      parts =
          options.lanesOf(scenario).stream()
              .map(lane -> new LaneRun(lane, options.maxLines()))
              .toList();
    }

    void startHosts() {
      listener.begins(
          scenario,
          options.tempoOf(scenario),
          options.speed(),
          parts.stream().map(p -> p.lane().id()).toList());
      for (LaneRun part : parts) {
        start(part);
      }
    }

    private void start(LaneRun part) {
      Path file = part.lane().script(scenario).orElseThrow();
      start(part, file, () -> host(part.lane(), file));
    }

    private void start(LaneRun part, Path file, HostSource source) {
      try {
        String text = ScriptFile.read(file);
        Host host = source.take();
        if (mayGoOn() && hosts.mayKeep(host)) {
          part.keepHost();
        }
        host.attend(listenerFor(part, host));
        part.playOn(
            host,
            new HostOrder.Load(
                scenario.name(),
                file,
                text,
                options.speed(),
                options.arguments(),
                options.states(),
                options.warmUps()));
      } catch (ScriptFile.Unreadable e) {
        part.reject(e.explanation(), listener);
      } catch (IOException e) {
        part.crash("its host does not start: " + e.getMessage(), listener);
      }
    }

    private Host host(Lane lane, Path file) throws IOException {
      if (options.sandbox()) {
        return hosts.takeConfined(lane, options.jit(), file);
      }
      return mayGoOn() ? hosts.takeKept(lane, options.jit()) : hosts.take(lane, options.jit());
    }

    /// Whether hosts may have played before, and may play again: what is measured of computing
    /// would depend on what they have compiled so far.
    private boolean mayGoOn() {
      return !options.sandbox() && options.warmUps() == 0 && scenario.kind() != Kind.CPU;
    }

    /// A host that has played before and is gone before it is ready has died of what was played on
    /// it, not of this script, which begins on a new one.
    private void gone(LaneRun part, Host host, int status, String lastWords) {
      if (part.isPending() && host.plays() > 1) {
        host.close();
        Path file = part.lane().script(scenario).orElseThrow();
        start(part, file, () -> hosts.takeNew(part.lane(), options.jit()));
      } else {
        part.gone(status, lastWords, listener);
      }
    }

    private Host.HostListener listenerFor(LaneRun part, Host host) {
      return new Host.HostListener() {
        @Override
        public void said(HostMessage message) {
          report(() -> part.heard(message, listener));
        }

        @Override
        public void wrote(String text) {
          long nanos = System.nanoTime();
          report(() -> part.wrote(text, nanos, listener));
        }

        @Override
        public void gone(int status, String lastWords) {
          report(() -> PlaySession.this.gone(part, host, status, lastWords));
        }
      };
    }

    /// Waits while the player is behind, and so does the host then.
    private void report(Runnable report) {
      try {
        while (!over && !reports.offer(report, TICK_MILLIS, TimeUnit.MILLISECONDS)) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void awaitReady() throws InterruptedException {
      attendWhile(() -> parts.stream().anyMatch(LaneRun::isPending));
    }

    void playTogether() throws InterruptedException {
      long start = System.nanoTime() + LEAD_NANOS;
      parts.stream().filter(LaneRun::isReady).forEach(part -> go(part, start));
      attendWhile(() -> parts.stream().anyMatch(LaneRun::isPlaying));
    }

    void playInTurn() throws InterruptedException {
      for (LaneRun part : parts) {
        if (part.isReady()) {
          go(part, System.nanoTime() + LEAD_NANOS);
          attendWhile(part::isPlaying);
        }
      }
    }

    private void go(LaneRun part, long start) {
      part.go(start);
      listener.goes(part.lane().id());
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
        parts.forEach(part -> part.checkDeadline(options.timeout(), listener));
        listener.tick();
      }
    }

    /// Ends what still plays. Another interrupt no longer waits for last words.
    void interrupt() {
      parts.forEach(part -> part.interrupt(listener));
      try {
        attendWhile(() -> parts.stream().anyMatch(LaneRun::isPlaying));
      } catch (InterruptedException e) {
        parts.forEach(part -> part.abandon(listener));
      }
    }

    Play outcome() {
      List<Run> runs = parts.stream().map(part -> part.run().orElseThrow()).toList();
      var play = new Play(scenario, options.tempoOf(scenario), options.speed(), runs);
      listener.finished(play);
      return play;
    }

    void close() {
      over = true;
      for (LaneRun part : parts) {
        part.keptHost().ifPresent(host -> hosts.giveBack(part.lane(), options.jit(), host));
        part.close();
      }
    }
  }
}
