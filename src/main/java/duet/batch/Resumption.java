package duet.batch;

import duet.log.BatchHeader;
import duet.log.BatchLogs;
import duet.log.LogFile;
import duet.log.LogReader;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A batch that continues in its log: what the log has already.
///
/// @param log the log of the batch
/// @param version the version of the log that was read
/// @param header how the batch began; empty for a new log
/// @param played how each finished scenario played, by its path
public record Resumption(
    Path log,
    LogFile.Version version,
    Optional<BatchHeader> header,
    Map<String, BatchLogs.PlaySettings> played) {
  public Resumption {
    played = Map.copyOf(played);
  }

  /// Reads a log. A missing log counts as empty.
  ///
  /// @throws InputFault when it is not the log of a batch
  public static Resumption of(Path log) throws InputFault {
    var version = LogFile.Version.of(log);
    if (!Files.exists(log)) {
      return new Resumption(log, version, Optional.empty(), Map.of());
    }
    if (!LogReader.mayBeOfBatch(log)) {
      throw InputFault.usage(
          log + " is not the log of a batch, so Duet leaves it alone",
          "--resume takes what 'duet batch … --log FILE' has written.");
    }
    BatchLogs logs = BatchLogs.of(List.of(log));
    return new Resumption(log, version, logs.header(), logs.played());
  }

  /// The paths of the scenarios that are finished.
  public Set<String> finished() {
    return played.keySet();
  }

  /// Whether its plays are judged strictly already. Then the rest is, too.
  public boolean isStrict() {
    return header.filter(BatchHeader::isStrict).isPresent();
  }

  /// The part of the batch that continues: that of the log, or the requested one for a new log.
  ///
  /// @throws InputFault when the log has another part than the requested one
  public Shard shard(Optional<Shard> asked) throws InputFault {
    Optional<Shard> own = header.map(begun -> new Shard(begun.shard(), begun.shards()));
    if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
      throw InputFault.usage(
          log + " has part " + own.get() + ", not part " + asked.get(),
          "Leave --shard out to continue that part, or start another log with --log.");
    }
    return own.or(() -> asked).orElse(Shard.WHOLE);
  }

  /// Refuses to mix plays with different options.
  ///
  /// @throws InputFault when a finished scenario played with other options
  public void check(List<Scenario> scenarios, PlayOptions options) throws InputFault {
    for (Scenario scenario : scenarios) {
      BatchLogs.PlaySettings then = played.get(scenario.path());
      var now =
          new BatchLogs.PlaySettings(
              options.speed(), options.lanesOf(scenario).stream().map(lane -> lane.id()).toList());
      if (then != null && !then.equals(now)) {
        throw InputFault.usage(
            log
                + " has "
                + scenario.path()
                + " played "
                + then
                + ", but it would now be played "
                + now,
            "Use the same options as before, or start another log with --log.");
      }
    }
  }
}
