package duet.run;

import duet.lane.process.HostSource;
import duet.scenario.Scenario;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;

/// Plays scenarios, each run on a host of its own.
public final class Player {
  /// How many reports of hosts may wait to be heard.
  private static final int REPORTS_AT_MOST = 8_192;

  private final HostSource hosts;
  private final LongSupplier nanoTime;

  /// @param hosts where it takes a host from for each run
  public Player(HostSource hosts) {
    this(hosts, System::nanoTime);
  }

  /// @param hosts where it takes a host from for each run
  /// @param nanoTime a clock like [System#nanoTime()], which hosts in other processes read as well
  public Player(HostSource hosts, LongSupplier nanoTime) {
    this.hosts = hosts;
    this.nanoTime = nanoTime;
  }

  /// Plays one scenario. Whatever its scripts do, this returns, and no host is left. When the
  /// calling thread is interrupted, lanes that still play end as interrupted.
  public Play play(Scenario scenario, PlayOptions options, PlayListener listener) {
    var reports = new ArrayBlockingQueue<Runnable>(REPORTS_AT_MOST);
    var session = new PlaySession(scenario, options, listener, hosts, nanoTime, reports);
    return play(session, options.tempoOf(scenario));
  }

  static Play play(PlaySession session, Tempo tempo) {
    try {
      session.startHosts();
      session.awaitReady();
      switch (tempo) {
        case TOGETHER -> session.playTogether();
        case IN_TURN -> session.playInTurn();
      }
      return session.finish();
    } catch (InterruptedException e) {
      session.interrupt();
      return session.finish();
    } finally {
      session.close();
    }
  }
}
