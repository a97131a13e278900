package duet.log;

import com.google.gson.JsonObject;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import java.util.List;

/// The first object of a batch in a log.
///
/// @param shard which part of the batch this is, counted from 1
/// @param shards how many parts the batch has
/// @param scenarios the paths of all scenarios of the batch, other parts included, in the order of
///   the report
/// @param own the paths of this part's scenarios
/// @param isStrict whether lanes that print different lines fail, see
///   [duet.scenario.Scenario#strict]
public record BatchHeader(
    int shard, int shards, List<String> scenarios, List<String> own, boolean isStrict) {
  private static final int MOST_SHARDS = 999_999;

  public BatchHeader {
    scenarios = List.copyOf(scenarios);
    own = List.copyOf(own);
  }

  String json() {
    return JsonLines.object(
        JsonKind.BATCH,
        json -> {
          json.name("shard").value(shard).name("shards").value(shards);
          JsonLines.strings(json, "scenarios", scenarios);
          JsonLines.strings(json, "own", own);
          if (isStrict) {
            json.name("strict").value(true);
          }
        });
  }

  /// @throws RuntimeException if it is not a batch header
  static BatchHeader of(JsonObject json) {
    int shard = json.get("shard").getAsInt();
    int shards = json.get("shards").getAsInt();
    if (shard < 1 || shard > shards || shards > MOST_SHARDS) {
      throw new IllegalArgumentException("no shard: " + shard + " of " + shards);
    }
    return new BatchHeader(
        shard,
        shards,
        JsonLines.strings(json, "scenarios"),
        JsonLines.strings(json, "own"),
        json.has("strict") && json.get("strict").getAsBoolean());
  }
}
