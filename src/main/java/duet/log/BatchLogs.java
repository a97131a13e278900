package duet.log;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The logs of a batch, perhaps of its several parts, and the report that follows from them: always
/// the same one, however the batch was cut and in whatever order its scenarios were played.
public final class BatchLogs {
  private final Map<String, ScenarioResult> results = new HashMap<>();
  private final Map<String, PlaySettings> manners = new HashMap<>();
  private final Map<String, LogReader.PlayLocation> places = new LinkedHashMap<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private final Map<Integer, Path> shards = new TreeMap<>();
  private Optional<BatchHeader> last = Optional.empty();
  private int shardsInAll;

  /// How a scenario was played.
  ///
  /// @param speed what every wait was divided by
  /// @param lanes the ids of the lanes
  public record PlaySettings(double speed, List<String> lanes) {
    public PlaySettings {
      lanes = List.copyOf(lanes);
    }

    @Override
    public String toString() {
      return "by " + String.join(" and ", lanes) + " at speed " + speed;
    }
  }

  /// A play of a scenario of which more may follow.
  private record UnfinishedScenario(Play play, LogReader.PlayLocation place) {
    String path() {
      return play.scenario().path();
    }
  }

  /// What one file has.
  ///
  /// @param headers one for each time that the batch began or went on with other scenarios
  /// @param plays in their order, without those of scenarios that were not finished
  private record Content(Path file, List<BatchHeader> headers, List<UnfinishedScenario> plays) {
    int shard() {
      return headers.isEmpty() ? 0 : headers.getLast().shard();
    }

    /// Whether a scenario still belongs to the batch.
    boolean has(String path) {
      return headers.isEmpty() || headers.getLast().own().contains(path);
    }
  }

  private BatchLogs() {}

  /// Whether one of these files begins as the log of a batch does.
  public static boolean isBatch(List<Path> files) {
    return files.stream().anyMatch(LogReader::isBatch);
  }

  /// Reads logs.
  ///
  /// @throws InputFault when one cannot be read, or is none, or they are of different batches, or
  ///   two have the same
  public static BatchLogs of(List<Path> files) throws InputFault {
    var contents = new ArrayList<Content>();
    for (Path file : files) {
      contents.add(read(file));
    }
    contents.sort(Comparator.comparingInt(Content::shard));
    var logs = new BatchLogs();
    for (Content content : contents) {
      logs.add(content);
    }
    return logs;
  }

  private static Content read(Path file) throws InputFault {
    var headers = new ArrayList<BatchHeader>();
    var pending = new ArrayList<UnfinishedScenario>();
    var finished = new ArrayList<UnfinishedScenario>();
    LogReader.tell(
        file,
        new LogReader.LogListener() {
          @Override
          public PlayListener play(LogReader.PlayLocation place) {
            return new PlayListener() {
              @Override
              public void finished(Play play) {
                pending.add(new UnfinishedScenario(play, place));
              }
            };
          }

          @Override
          public void batch(BatchHeader header) {
            headers.add(header);
          }

          @Override
          public void finished(String path) {
            pending.stream().filter(p -> p.path().equals(path)).forEach(finished::add);
            pending.clear();
          }
        });
    return new Content(file, headers, headers.isEmpty() ? pending : finished); // or single plays
  }

  private void add(Content content) throws InputFault {
    if (!content.headers.isEmpty()) {
      begin(content.file, content.headers.getLast());
    }
    for (UnfinishedScenario pending : content.plays) {
      LogReader.PlayLocation known = places.get(pending.path());
      if (known != null && !known.file().equals(content.file)) {
        throw twice(known.file(), content.file, pending.path());
      }
      if (content.has(pending.path())) {
        add(pending);
      }
    }
  }

  private void begin(Path file, BatchHeader header) throws InputFault {
    if (shardsInAll != 0 && shardsInAll != header.shards()) {
      throw InputFault.usage(
          file + " is a part of another batch: one of " + header.shards(),
          "Give the logs of one batch only.");
    }
    Path same = shards.put(header.shard(), file);
    if (same != null) {
      throw twice(same, file, "part " + header.shard() + " of " + header.shards());
    }
    shardsInAll = header.shards();
    expected.addAll(header.scenarios());
    last = Optional.of(header);
  }

  private static InputFault twice(Path one, Path other, String what) {
    return InputFault.usage(
        one + " and " + other + " both have " + what,
        "Give each log once, and only those of one batch.");
  }

  private void add(UnfinishedScenario pending) {
    Play play = pending.play;
    LogReader.PlayLocation place = pending.place;
    String path = pending.path();
    ScenarioResult known = results.get(path);
    results.put(
        path,
        known == null || place.attempt() < known.attempts()
            ? ScenarioResult.of(play, place.attempt())
            : known.with(play, place.attempt()));
    if (known == null
        || place.attempt() != known.attempts()
        || known.breaches().isEmpty()) { // the first one that was not as expected stays
      places.put(path, place);
    }
    manners.put(path, new PlaySettings(play.speed(), play.runs().stream().map(Run::lane).toList()));
  }

  /// How the batch began, or went on the last time; empty where there are single plays only.
  public Optional<BatchHeader> header() {
    return last;
  }

  /// How each scenario was played, by its path.
  public Map<String, PlaySettings> played() {
    return Map.copyOf(manners);
  }

  /// What came of a part of the batch.
  ///
  /// @param paths its scenarios
  public BatchReport report(Set<String> paths) {
    return new BatchReport(
        report().results().stream().filter(result -> paths.contains(result.path())).toList(),
        List.of());
  }

  /// What came of the batch.
  public BatchReport report() {
    var order = new LinkedHashSet<>(expected);
    order.addAll(places.keySet());
    var notes = new ArrayList<String>();
    for (int shard = 1; shard <= shardsInAll; shard++) {
      if (!shards.containsKey(shard)) {
        notes.add("the log of shard " + shard + " of " + shardsInAll + " is missing");
      }
    }
    return new BatchReport(
        order.stream()
            .map(
                path ->
                    results.containsKey(path) ? results.get(path) : ScenarioResult.missing(path))
            .toList(),
        notes);
  }

  /// Writes a report: what came of each scenario with its last play.
  ///
  /// @throws InputFault when a log has changed meanwhile
  public void write(BatchReport report, ReportListener writer) throws InputFault {
    writer.begin(report);
    for (ScenarioResult result : report.results()) {
      LogReader.PlayLocation place = places.get(result.path());
      if (place == null) {
        writer.missing(result);
      } else {
        LogReader.tell(
            place,
            new PlayListener() {
              @Override
              public void finished(Play play) {
                writer.played(result, play);
              }
            });
      }
    }
    writer.end();
  }
}
