package duet.log;

import com.google.gson.JsonObject;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import java.util.List;

/// The first object of a batch in a log.
///
/// @param shard which part of the batch this is, counted from 1
/// @param shards into how many parts it was cut
/// @param scenarios the paths of all its scenarios, those of other parts included, in the order of
///   its report
/// @param own those of this part
public record BatchHeader(int shard, int shards, List<String> scenarios, List<String> own) {
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
        });
  }

  /// @throws RuntimeException when it is none
  static BatchHeader of(JsonObject json) {
    return new BatchHeader(
        json.get("shard").getAsInt(),
        json.get("shards").getAsInt(),
        JsonLines.strings(json, "scenarios"),
        JsonLines.strings(json, "own"));
  }
}
