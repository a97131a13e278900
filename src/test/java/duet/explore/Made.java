package duet.explore;

import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Printed;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import java.util.ArrayList;
import java.util.List;

/// Schedules for tests, of which only some things matter.
final class Made {
  private Made() {}

  /// One that ended so.
  static PlayedSchedule ended(End end, String message, int status, List<Waiting> waits) {
    return new PlayedSchedule(
        "stay",
        end,
        message,
        status,
        false,
        List.of("main", "one", "two"),
        "",
        "",
        "",
        List.of(),
        waits,
        List.of());
  }

  /// One that printed lines, and completed.
  static PlayedSchedule printing(String... lines) {
    var printed = new ArrayList<Printed>();
    for (String line : lines) {
      printed.add(new Printed(0, 0, OutputChannel.OUT, line));
    }
    return new PlayedSchedule(
        "stay",
        End.COMPLETED,
        "",
        0,
        false,
        List.of("main"),
        "",
        "",
        "",
        printed,
        List.of(),
        List.of());
  }

  /// One that took these steps, each of them written like `1 read counter 0`.
  static PlayedSchedule steps(String... steps) {
    var all = new ArrayList<Step>();
    for (String step : steps) {
      String[] parts = step.split(" ");
      all.add(new Step(Integer.parseInt(parts[0]), 3, "x.java", parts[1], parts[2], parts[3], ""));
    }
    return new PlayedSchedule(
        "stay",
        End.COMPLETED,
        "",
        0,
        false,
        List.of("main", "one", "two"),
        "",
        "",
        "",
        List.of(),
        List.of(),
        all);
  }
}
