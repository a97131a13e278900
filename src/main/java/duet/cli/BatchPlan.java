package duet.cli;

import duet.batch.Batch;
import duet.batch.Resumption;
import duet.batch.Shard;
import duet.run.PlayOptions;
import duet.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a batch plays, how it plays, and where its log is.
///
/// @param all every scenario of the batch
/// @param isStrict whether lanes that print different lines fail
/// @param shard which of them this machine plays
/// @param log the file that the batch is saved in
/// @param earlier what that log already contains, if this batch continues it
record BatchPlan(
    List<Scenario> all,
    boolean isStrict,
    Shard shard,
    PlayOptions options,
    Batch.Rules rules,
    Path log,
    Optional<Resumption> earlier) {
  BatchPlan {
    all = List.copyOf(all);
  }

  /// The scenarios of this machine's shard.
  List<Scenario> own() {
    return shard.own(all);
  }

  /// The paths of scenarios.
  static List<String> paths(List<Scenario> scenarios) {
    return scenarios.stream().map(Scenario::path).toList();
  }
}
