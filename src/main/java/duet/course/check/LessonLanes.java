package duet.course.check;

import duet.course.lesson.LessonRunReader;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.options.LaneChoice;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The lanes on which lessons play their scenarios, besides those on which everything plays.
///
/// @param more these lanes by the path of the scenario
record LessonLanes(Map<String, List<Lane>> more) {
  /// Everything plays on the same lanes.
  static final LessonLanes NONE = new LessonLanes(Map.of());

  LessonLanes {
    more = Map.copyOf(more);
  }

  /// The lanes that commands of lessons name, without those that are not installed.
  static LessonLanes of(List<LessonCheck> lessons, Lanes known, Home home) {
    var more = new TreeMap<String, List<Lane>>();
    for (LessonCheck lesson : lessons) {
      for (String command : lesson.commands()) {
        List<String> words = List.of(command.split("\\s+"));
        if (words.getFirst().equals("run") && words.size() > 2) {
          String path = lesson.module().name() + "/" + words.get(1);
          var all = new LinkedHashSet<>(more.getOrDefault(path, List.of()));
          all.addAll(named(words.subList(2, words.size()), known, home));
          more.put(path, List.copyOf(all));
        }
      }
    }
    return new LessonLanes(more);
  }

  private static List<Lane> named(List<String> options, Lanes known, Home home) {
    try {
      return LessonRunReader.read(options, known)
          .installed(known, home)
          .lanes()
          .map(LaneChoice::lanes)
          .orElse(List.of());
    } catch (InputFault fault) {
      return List.of(); // the check of the command tells it
    }
  }

  /// How a scenario plays.
  PlayOptions options(PlayOptions ofAll, Scenario scenario) {
    List<Lane> own =
        Stream.concat(
                ofAll.lanes().stream(), more.getOrDefault(scenario.path(), List.of()).stream())
            .distinct()
            .toList();
    return own.equals(ofAll.lanes()) ? ofAll : ofAll.toBuilder().lanes(own).build();
  }

  /// Scenarios that play in the same way, for each way.
  Map<PlayOptions, List<Scenario>> byOptions(PlayOptions ofAll, List<Scenario> scenarios) {
    var groups = new LinkedHashMap<PlayOptions, List<Scenario>>();
    scenarios.forEach(
        scenario ->
            groups.computeIfAbsent(options(ofAll, scenario), _ -> new ArrayList<>()).add(scenario));
    return groups;
  }
}
