package duet.batch;

import duet.log.BatchHeader;
import duet.log.BatchLogs;
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

/// What a log has already of the batch that is to go on in it.
///
/// @param log where it goes on
/// @param header how the batch began; empty where nothing is there yet
/// @param played how each scenario was played that is finished, by its path
public record Resumption(
    Path log, Optional<BatchHeader> header, Map<String, BatchLogs.PlaySettings> played) {
  public Resumption {
    played = Map.copyOf(played);
  }

  /// Reads a log. One that is not there yet, or in which nothing is whole, is as good as none.
  ///
  /// @throws InputFault when it is something else than the log of a batch
  public static Resumption of(Path log) throws InputFault {
    if (!Files.exists(log)) {
      return new Resumption(log, Optional.empty(), Map.of());
    }
    if (!LogReader.mayBeOfBatch(log)) {
      throw InputFault.usage(
          log + " is not the log of a batch; it is left as it is",
          "--resume takes what 'duet batch … --log FILE' has written.");
    }
    BatchLogs logs = BatchLogs.of(List.of(log));
    return new Resumption(log, logs.header(), logs.played());
  }

  /// The paths of the scenarios that are finished.
  public Set<String> finished() {
    return played.keySet();
  }

  /// The part of the batch that goes on: that of the log, or where there is none the one that was
  /// asked for.
  ///
  /// @throws InputFault when another one was asked for
  public Shard shard(Optional<Shard> asked) throws InputFault {
    Optional<Shard> own = header.map(begun -> new Shard(begun.shard(), begun.shards()));
    if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
      throw InputFault.usage(
          log + " has part " + own.get() + ", not part " + asked.get(),
          "Leave --shard out to go on with that part, or begin another log with --log.");
    }
    return own.or(() -> asked).orElse(Shard.WHOLE);
  }

  /// Refuses to mix plays that cannot be compared.
  ///
  /// @throws InputFault when a finished scenario was played in another way than it would be now
  public void check(List<Scenario> scenarios, PlayOptions options) throws InputFault {
    for (Scenario scenario : scenarios) {
      BatchLogs.PlaySettings then = played.get(scenario.path());
      var now =
          new BatchLogs.PlaySettings(
              options.speed(), options.lanesOf(scenario).stream().map(lane -> lane.id()).toList());
      if (then != null && !then.equals(now)) {
        throw InputFault.usage(
            log + " has " + scenario.path() + " " + then + ", which would now be played " + now,
            "Give the options that the log was begun with, or begin another one with --log.");
      }
    }
  }
}
