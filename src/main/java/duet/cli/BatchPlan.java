package duet.cli;

import duet.batch.Batch;
import duet.batch.Resumption;
import duet.batch.Shard;
import duet.run.PlayOptions;
import duet.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a batch plays, how, and where it is saved.
///
/// @param all every scenario of the batch
/// @param shard which of them are played here
/// @param log where it is saved
/// @param earlier what that log has of the batch already, where the batch is to go on in it
record BatchPlan(
    List<Scenario> all,
    Shard shard,
    PlayOptions options,
    Batch.Rules rules,
    Path log,
    Optional<Resumption> earlier) {
  BatchPlan {
    all = List.copyOf(all);
  }

  /// The scenarios that are played here.
  List<Scenario> own() {
    return shard.own(all);
  }

  /// The paths of scenarios.
  static List<String> paths(List<Scenario> scenarios) {
    return scenarios.stream().map(Scenario::path).toList();
  }
}
