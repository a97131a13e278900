package duet.explore;

import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.process.PipeFault;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.Switches;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has a lane's host play schedules. A host that stops answering, or dies, is replaced: the
/// schedule that it was playing counts as one that hung or crashed, and the others follow.
public final class HostSchedules implements ScheduleSource {
  /// How long a host may take to boot and to compile the script.
  private static final Duration READY = Duration.ofMinutes(2);

  /// How often in a row a host may be lost before the script is given up.
  private static final int LOST_IN_A_ROW = 3;

  private final Starter starter;
  private final Lane lane;
  private final HostOrder.Load script;
  private final Switches switches;
  private final Duration deadline;
  private final Queue<Ordered> ordered = new ArrayDeque<>();
  private BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private @Nullable Host host;
  private int lost;

  /// Where hosts come from.
  @FunctionalInterface
  public interface Starter {
    /// A host that has played nothing yet.
    Host start() throws IOException;
  }

  private record Ordered(String plan, boolean detail) {}

  private sealed interface Report {
    record Said(HostMessage message) implements Report {}

    record Gone(String why) implements Report {}
  }

  /// @param script what it is told to compile
  /// @param deadline how long a schedule may take
  public HostSchedules(
      Starter starter, Lane lane, HostOrder.Load script, Switches switches, Duration deadline) {
    this.starter = starter;
    this.lane = lane;
    this.script = script;
    this.switches = switches;
    this.deadline = deadline;
  }

  /// Starts a host, and waits until it is ready.
  ///
  /// @throws HostLost when it does not get ready
  public void open() throws HostLost, InterruptedException {
    reports = new LinkedBlockingQueue<>();
    try {
      Host started = starter.start();
      host = started;
      started.attend(listener(reports));
      started.tell(new HostOrder.Explore(switches));
      started.tell(script);
    } catch (IOException e) {
      throw new HostLost(lane.id() + ": its host cannot be started: " + e.getMessage());
    }
    while (true) {
      switch (take(READY)) {
        case null -> throw new HostLost(lane.id() + ": its host did not get ready");
        case Report.Gone(String why) -> throw new HostLost(lane.id() + ": its host ended" + why);
        case Report.Said(HostMessage.Ending ending) -> throw new HostLost(ending.message());
        case Report.Said(HostMessage.Ready _) -> {
          return;
        }
        case Report.Said _ -> {}
      }
    }
  }

  private @Nullable Report take(Duration time) throws InterruptedException {
    return reports.poll(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static HostListener listener(BlockingQueue<Report> reports) {
    return new HostListener() {
      @Override
      public void said(HostMessage message) {
        reports.add(new Report.Said(message));
      }

      @Override
      public void lost(PipeFault fault) {
        reports.add(new Report.Gone(", since the script wrote into its pipe"));
      }

      @Override
      public void gone(int status, String stderrTail) {
        reports.add(new Report.Gone(" with status " + status + tail(stderrTail)));
      }
    };
  }

  private static String tail(String stderr) {
    return stderr.isBlank() ? "" : ": " + stderr.strip().lines().findFirst().orElse("");
  }

  @Override
  public void order(List<String> plans, boolean detail) {
    plans.forEach(plan -> ordered.add(new Ordered(plan, detail)));
    if (host != null) {
      host.tell(new HostOrder.Schedules(plans, detail));
    }
  }

  @Override
  public PlayedSchedule next() throws HostLost, InterruptedException {
    while (true) {
      switch (take(deadline)) {
        case null -> {
          return replace(End.HUNG, "it did not end within " + deadline.toSeconds() + " s");
        }
        case Report.Gone(String why) -> {
          return replace(End.CRASHED, "its process ended" + why);
        }
        case Report.Said(HostMessage.Schedule(PlayedSchedule played)) -> {
          ordered.remove();
          lost = 0;
          return played;
        }
        case Report.Said _ -> {}
      }
    }
  }

  /// Starts another host for the schedules after the one that this host did not survive.
  private PlayedSchedule replace(End end, String why) throws HostLost, InterruptedException {
    Ordered failed = ordered.remove();
    close();
    if (++lost == LOST_IN_A_ROW) {
      throw new HostLost(lane.id() + ": " + why + ", three times in a row");
    }
    open();
    for (Ordered one : ordered) {
      host().tell(new HostOrder.Schedules(List.of(one.plan), one.detail));
    }
    return new PlayedSchedule(
        failed.plan,
        end,
        why,
        0,
        false,
        List.of("main"),
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of());
  }

  private Host host() {
    if (host == null) {
      throw new IllegalStateException("there is no host");
    }
    return host;
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
      host = null;
    }
  }
}
