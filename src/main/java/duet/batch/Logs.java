package duet.batch;

import duet.compare.Report;
import duet.compare.Result;
import duet.render.BatchHeader;
import duet.render.ReportWriter;
import duet.render.SavedLog;
import duet.run.Play;
import duet.run.PlayListener;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The logs of a batch, perhaps of its several parts, and the report that follows from them: always
/// the same one, however the batch was cut and in whatever order its scenarios were played.
public final class Logs {
  private final Map<String, Result> results = new HashMap<>();
  private final Map<String, SavedLog.Place> places = new LinkedHashMap<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private final Set<Integer> shards = new TreeSet<>();
  private int shardsInAll;

  /// A play of a scenario of which more may follow.
  private record Pending(Play play, SavedLog.Place place) {
    String path() {
      return play.scenario().path();
    }
  }

  private Logs() {}

  /// Whether one of these files begins as the log of a batch does.
  public static boolean isBatch(List<Path> files) {
    return files.stream().anyMatch(SavedLog::isBatch);
  }

  /// Reads logs.
  ///
  /// @throws InputFault when one cannot be read, or is none, or they are of different batches
  public static Logs of(List<Path> files) throws InputFault {
    var logs = new Logs();
    for (Path file : files) {
      logs.read(file);
    }
    return logs;
  }

  private void read(Path file) throws InputFault {
    var headers = new ArrayList<BatchHeader>();
    var pending = new ArrayList<Pending>();
    SavedLog.tell(
        file,
        new SavedLog.Ear() {
          @Override
          public PlayListener play(SavedLog.Place place) {
            return new PlayListener() {
              @Override
              public void finished(Play play) {
                pending.add(new Pending(play, place));
              }
            };
          }

          @Override
          public void batch(BatchHeader header) {
            headers.add(header);
          }

          @Override
          public void finished(String path) {
            pending.stream().filter(p -> p.path().equals(path)).forEach(Logs.this::add);
            pending.clear();
          }
        });
    if (headers.isEmpty()) {
      pending.forEach(this::add); // single plays
    }
    for (BatchHeader header : headers) {
      if (shardsInAll != 0 && shardsInAll != header.shards()) {
        throw InputFault.usage(
            file + " is a part of another batch: one of " + header.shards(),
            "Give the logs of one batch only.");
      }
      shardsInAll = header.shards();
      shards.add(header.shard());
      expected.addAll(header.scenarios());
    }
  }

  private void add(Pending pending) {
    Play play = pending.play;
    SavedLog.Place place = pending.place;
    String path = pending.path();
    Result known = results.get(path);
    results.put(
        path,
        known == null || place.attempt() < known.attempts()
            ? Result.of(play, place.attempt())
            : known.with(play, place.attempt()));
    places.put(path, place);
  }

  /// Whether there is a batch in them.
  public boolean hasBatch() {
    return shardsInAll > 0;
  }

  /// The paths of the scenarios that were played.
  public Set<String> played() {
    return Set.copyOf(results.keySet());
  }

  /// What came of a part of the batch.
  ///
  /// @param paths its scenarios
  public Report report(Set<String> paths) {
    return new Report(
        report().results().stream().filter(result -> paths.contains(result.path())).toList(),
        List.of());
  }

  /// What came of the batch.
  public Report report() {
    var order = new LinkedHashSet<>(expected);
    order.addAll(places.keySet());
    var notes = new ArrayList<String>();
    for (int shard = 1; shard <= shardsInAll; shard++) {
      if (!shards.contains(shard)) {
        notes.add("the log of shard " + shard + " of " + shardsInAll + " is missing");
      }
    }
    return new Report(
        order.stream()
            .map(path -> results.containsKey(path) ? results.get(path) : Result.missing(path))
            .toList(),
        notes);
  }

  /// Writes a report: what came of each scenario with its last play.
  ///
  /// @throws InputFault when a log has changed meanwhile
  public void write(Report report, ReportWriter writer) throws InputFault {
    writer.begin(report);
    for (Result result : report.results()) {
      SavedLog.Place place = places.get(result.path());
      if (place == null) {
        writer.missing(result);
      } else {
        SavedLog.tell(
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
