package duet.log;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import duet.compare.ResultCounts;
import duet.compare.Sweep;
import duet.scenario.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects many plays of one scenario from a log, to show their result again.
final class SeriesReader {
  private record CountedResult(String aspect, String result, Optional<Grade> grade) {}

  private final String scenario;
  private final String title;
  private final boolean isSweep;
  private final List<String> lanes = new ArrayList<>();
  private final Map<CountedResult, Map<String, Integer>> counts = new LinkedHashMap<>();
  private int plays;
  private Sweep sweep = new Sweep(List.of());

  /// @param header the first object of the series in the log
  SeriesReader(JsonObject header) {
    scenario = header.get("scenario").getAsString();
    title = header.get("title").getAsString();
    isSweep = header.get("how").getAsString().equals("sweep");
    lanes.addAll(PlayHeader.lanes(header));
  }

  /// Adds how long a lane took with a number of threads.
  void sweep(JsonObject json) {
    int threads = json.get("threads").getAsInt();
    for (JsonElement element : json.getAsJsonArray("seconds")) {
      double seconds = element.getAsDouble();
      if (threads < 1 || !(seconds >= 0 && seconds < 1e9)) {
        throw new IllegalArgumentException(threads + " threads cannot take " + seconds + " s");
      }
      sweep = sweep.with(lane(json), threads, seconds);
    }
  }

  /// Adds how often a lane had a result.
  void repeat(JsonObject json) {
    String word = json.get("grade").getAsString();
    Optional<Grade> grade =
        Arrays.stream(Grade.values()).filter(g -> g.word().equals(word)).findFirst();
    var result =
        new CountedResult(
            json.get("aspect").getAsString(), json.get("result").getAsString(), grade);
    int count = json.get("count").getAsInt();
    plays = json.get("plays").getAsInt();
    Map<String, Integer> byLane = counts.computeIfAbsent(result, _ -> new LinkedHashMap<>());
    if (count > 0) {
      byLane.put(lane(json), count);
    }
  }

  /// The lane of a line, which is one of the series.
  private String lane(JsonObject json) {
    String lane = json.get("lane").getAsString();
    if (!lanes.contains(lane)) {
      throw new IllegalArgumentException("the series has no lane " + lane);
    }
    return lane;
  }

  /// Shows the result if the series is complete; returns whether it is.
  boolean show(SeriesListener listener) {
    if (isSweep && !sweep.points().isEmpty()) {
      listener.finished(scenario, title, sweep);
      return true;
    }
    if (!isSweep && !counts.isEmpty()) {
      var rows = new ArrayList<ResultCounts.ResultCount>();
      counts.forEach(
          (r, n) -> rows.add(new ResultCounts.ResultCount(r.aspect, r.result, r.grade, n)));
      listener.finished(scenario, title, new ResultCounts(plays, rows), lanes);
      return true;
    }
    return false;
  }
}
