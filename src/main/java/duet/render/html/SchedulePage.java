package duet.render.html;

import duet.explore.Exploration;
import duet.explore.ShownSchedule;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes explorations and schedules to one HTML page, on which a reader goes through each schedule
/// step by step. Without JavaScript the page shows all steps as tables.
public final class SchedulePage implements Closeable {
  private final HtmlFile file;
  private int schedules;

  /// The schedules of the lanes, beside each other.
  ///
  /// @param lanes those of each lane
  record LaneSchedules(List<List<ScheduleTable>> lanes) {}

  private SchedulePage(HtmlFile file) {
    this.file = file;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static SchedulePage open(Path path) throws InputFault {
    return new SchedulePage(HtmlFile.open(path, "schedule.js", "schedule.css"));
  }

  /// Adds a scenario.
  ///
  /// @param all its lanes; none where a schedule was only played again
  public void add(String scenario, String title, List<Exploration> all, List<ShownSchedule> shown) {
    file.add("exploration.jte", new ExplorationHead(scenario, title, all));
    var lanes = new LinkedHashMap<String, List<ScheduleTable>>();
    for (ShownSchedule one : shown) {
      lanes
          .computeIfAbsent(one.lane(), _ -> new ArrayList<>())
          .add(new ScheduleTable(++schedules, one));
    }
    file.add("schedules.jte", new LaneSchedules(List.copyOf(lanes.values())));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
