package duet.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.explore.ScheduleSource.HostLost;
import duet.lane.java.JavaLane;
import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.Switches;
import duet.lane.protocol.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Hosts that answer, hang, die, or cannot compile the script.
class HostSchedulesTest {
  private static final HostOrder.Load SCRIPT =
      new HostOrder.Load("s", Path.of("s.java"), "", 1, List.of(), false, 0);

  /// How a made-up host treats the first plan that it gets.
  private enum Manner {
    ANSWERS,
    HANGS,
    DIES,
    REJECTS
  }

  private static final class MadeUpHost implements Host {
    private final Manner manner;
    private @Nullable HostListener listener;
    private boolean isClosed;

    MadeUpHost(Manner manner) {
      this.manner = manner;
    }

    @Override
    public void attend(HostListener newListener) {
      listener = newListener;
    }

    @Override
    public void tell(HostOrder order) {
      HostListener hears = listener;
      if (hears == null) {
        return;
      }
      switch (order) {
        case HostOrder.Load _ ->
            hears.said(
                manner == Manner.REJECTS
                    ? new HostMessage.Ending(Outcome.REJECTED, Usage.ofWall(0), "no such class")
                    : new HostMessage.Ready());
        case HostOrder.Schedules(List<String> plans, boolean _) -> {
          if (manner == Manner.ANSWERS) {
            plans.forEach(plan -> hears.said(answer(plan)));
          } else if (manner == Manner.DIES) {
            hears.gone(139, "");
          }
        }
        default -> {}
      }
    }

    private static HostMessage answer(String plan) {
      return new HostMessage.Schedule(
          new PlayedSchedule(
              plan,
              End.COMPLETED,
              "",
              0,
              false,
              List.of("main"),
              "",
              "",
              "",
              List.of(),
              List.of(),
              List.of()));
    }

    @Override
    public void keep() {}

    @Override
    public boolean isFree() {
      return false;
    }

    @Override
    public boolean isIdle() {
      return false;
    }

    @Override
    public boolean isAlive() {
      return !isClosed;
    }

    @Override
    public OptionalDouble cpu() {
      return OptionalDouble.empty();
    }

    @Override
    public int plays() {
      return 0;
    }

    @Override
    public void release() {}

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private final List<MadeUpHost> started = new ArrayList<>();

  private HostSchedules hosts(Manner... manners) {
    Queue<Manner> left = new ArrayDeque<>(List.of(manners));
    return new HostSchedules(
        () -> {
          var host = new MadeUpHost(left.remove());
          started.add(host);
          return host;
        },
        new JavaLane(),
        SCRIPT,
        Switches.REAL,
        Duration.ofMillis(20));
  }

  @Test
  void answersComeInTheOrderOfThePlans() throws Exception {
    try (HostSchedules schedules = hosts(Manner.ANSWERS)) {
      schedules.open();
      schedules.order(List.of("a", "b"), false);
      schedules.order(List.of("c"), true);
      assertEquals("a", schedules.next().plan());
      assertEquals("b", schedules.next().plan());
      assertEquals("c", schedules.next().plan());
    }
    assertTrue(started.getFirst().isClosed);
  }

  @Test
  void afterAHangAnotherHostPlaysTheRest() throws Exception {
    try (HostSchedules schedules = hosts(Manner.HANGS, Manner.ANSWERS)) {
      schedules.open();
      schedules.order(List.of("a", "b"), false);
      PlayedSchedule hung = schedules.next();
      assertEquals("a", hung.plan());
      assertEquals(End.HUNG, hung.end());
      assertTrue(started.getFirst().isClosed);
      assertEquals("b", schedules.next().plan());
    }
  }

  @Test
  void afterACrashAnotherHostPlaysTheRest() throws Exception {
    try (HostSchedules schedules = hosts(Manner.DIES, Manner.ANSWERS)) {
      schedules.open();
      schedules.order(List.of("a", "b"), false);
      assertEquals(End.CRASHED, schedules.next().end());
      assertEquals("b", schedules.next().plan());
    }
  }

  @Test
  void threeLostHostsAreEnough() throws Exception {
    try (HostSchedules schedules = hosts(Manner.HANGS, Manner.DIES, Manner.HANGS)) {
      schedules.open();
      schedules.order(List.of("a", "b", "c", "d"), false);
      assertEquals(End.HUNG, schedules.next().end());
      assertEquals(End.CRASHED, schedules.next().end());
      assertThrows(HostLost.class, schedules::next);
    }
  }

  @Test
  void aScriptThatDoesNotCompileIsNotExplored() {
    try (HostSchedules schedules = hosts(Manner.REJECTS)) {
      assertEquals("no such class", assertThrows(HostLost.class, schedules::open).getMessage());
    }
  }
}
