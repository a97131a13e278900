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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The logs of a batch or of its parts, and the report that follows from them. The report is always
/// the same, however the batch was divided and in whatever order its scenarios were played.
public final class BatchLogs {
  private static final int NOTES_AT_MOST = 20;

  private final Map<String, ScenarioResult> results = new HashMap<>();
  private final Map<String, PlaySettings> settings = new HashMap<>();
  private final Map<String, LogReader.PlayLocation> locations = new LinkedHashMap<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private final Map<Integer, Path> shards = new TreeMap<>();
  private final Set<Path> strict = new HashSet<>();
  private Optional<BatchHeader> last = Optional.empty();
  private int shardsInAll;

  /// How a scenario was played.
  ///
  /// @param speed the number that every wait was divided by
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

  /// A play of a scenario that may have more plays.
  private record UnfinishedScenario(Play play, LogReader.PlayLocation location) {
    String path() {
      return play.scenario().path();
    }

    UnfinishedScenario judged(boolean isStrict) {
      return isStrict ? new UnfinishedScenario(play.strict(), location) : this;
    }
  }

  /// The content of one file.
  ///
  /// @param headers one for each time that the batch began or was continued with other scenarios
  /// @param plays in their order, without those of unfinished scenarios
  private record Content(Path file, List<BatchHeader> headers, List<UnfinishedScenario> plays) {
    int shard() {
      return headers.isEmpty() ? 0 : headers.getLast().shard();
    }

    boolean isStrict() {
      return !headers.isEmpty() && headers.getLast().isStrict();
    }

    /// Whether a scenario still belongs to the batch.
    boolean has(String path) {
      return headers.isEmpty() || headers.getLast().own().contains(path);
    }
  }

  private BatchLogs() {}

  /// Whether one of these files begins like the log of a batch.
  public static boolean isBatch(List<Path> files) {
    return files.stream().anyMatch(LogReader::isBatch);
  }

  /// Reads logs.
  ///
  /// @throws InputFault if one cannot be read or is not a log, if they belong to different batches,
  ///   or if two of them have the same content
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
    var unfinished = new ArrayList<UnfinishedScenario>();
    var finished = new ArrayList<UnfinishedScenario>();
    LogReader.tell(
        file,
        new LogReader.LogListener() {
          @Override
          public PlayListener play(LogReader.PlayLocation location) {
            return new PlayListener() {
              @Override
              public void finished(Play play) {
                unfinished.add(new UnfinishedScenario(play, location));
              }
            };
          }

          @Override
          public void batch(BatchHeader header) {
            headers.add(header);
          }

          @Override
          public void finished(String path) {
            unfinished.stream().filter(p -> p.path().equals(path)).forEach(finished::add);
            unfinished.clear();
          }
        });
    return new Content(
        file, headers, headers.isEmpty() ? unfinished : finished); // else single plays
  }

  private void add(Content content) throws InputFault {
    if (!content.headers.isEmpty()) {
      begin(content.file, content.headers.getLast());
    }
    if (content.isStrict()) {
      strict.add(content.file);
    }
    for (UnfinishedScenario unfinished : content.plays) {
      LogReader.PlayLocation known = locations.get(unfinished.path());
      if (known != null && !known.file().equals(content.file)) {
        throw twice(known.file(), content.file, unfinished.path());
      }
      if (content.has(unfinished.path())) {
        add(unfinished.judged(content.isStrict()));
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

  private void add(UnfinishedScenario unfinished) {
    Play play = unfinished.play;
    LogReader.PlayLocation location = unfinished.location;
    String path = unfinished.path();
    ScenarioResult known = results.get(path);
    results.put(
        path,
        known == null || location.attempt() < known.attempts()
            ? ScenarioResult.of(play, location.attempt())
            : known.with(play, location.attempt()));
    if (known == null
        || location.attempt() != known.attempts()
        || known.breaches().isEmpty()) { // the first play that was not as expected stays
      locations.put(path, location);
    }
    settings.put(
        path, new PlaySettings(play.speed(), play.runs().stream().map(Run::lane).toList()));
  }

  /// The latest header of the batch; empty if there are only single plays.
  public Optional<BatchHeader> header() {
    return last;
  }

  /// How each scenario was played, by its path.
  public Map<String, PlaySettings> played() {
    return Map.copyOf(settings);
  }

  /// The report of a part of the batch.
  ///
  /// @param paths the paths of its scenarios
  public BatchReport report(Set<String> paths) {
    return new BatchReport(
        report().results().stream().filter(result -> paths.contains(result.path())).toList(),
        List.of());
  }

  /// The report of the batch.
  public BatchReport report() {
    var order = new LinkedHashSet<>(expected);
    order.addAll(locations.keySet());
    return new BatchReport(
        order.stream()
            .map(
                path ->
                    results.containsKey(path) ? results.get(path) : ScenarioResult.missing(path))
            .toList(),
        missingShards());
  }

  private List<String> missingShards() {
    var notes = new ArrayList<String>();
    for (int shard = 1; shard <= shardsInAll && notes.size() < NOTES_AT_MOST; shard++) {
      if (!shards.containsKey(shard)) {
        notes.add("the log of shard " + shard + " of " + shardsInAll + " is missing");
      }
    }
    int more = shardsInAll - shards.size() - notes.size();
    if (more > 0) {
      notes.add("the logs of " + more + " more shards are missing");
    }
    return notes;
  }

  /// Writes a report: each scenario's result with the play that shows it.
  ///
  /// @throws InputFault if a log has changed in the meantime
  public void write(BatchReport report, ReportListener writer) throws InputFault {
    writer.begin(report);
    for (ScenarioResult result : report.results()) {
      LogReader.PlayLocation location = locations.get(result.path());
      if (location == null) {
        writer.missing(result);
      } else {
        LogReader.tell(
            location,
            new PlayListener() {
              @Override
              public void finished(Play play) {
                writer.played(result, strict.contains(location.file()) ? play.strict() : play);
              }
            });
      }
    }
    writer.end();
  }
}
