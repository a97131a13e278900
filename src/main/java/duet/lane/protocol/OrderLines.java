package duet.lane.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import duet.scenario.NeighbourFiles;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.ScriptNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders to hosts as lines, in the form of [JsonLines]. Nobody else sees them.
public final class OrderLines {
  private OrderLines() {}

  /// An order to a host.
  public static String of(HostOrder order) {
    return switch (order) {
      case HostOrder.Load play -> JsonLines.object(JsonKind.PLAY, json -> play(json, play));
      case HostOrder.Go(long nanoTime) ->
          JsonLines.object(JsonKind.GO, json -> json.name("at").value(nanoTime));
      case HostOrder.Stop() -> JsonLines.object(JsonKind.STOP, _ -> {});
      case HostOrder.Again() -> JsonLines.object(JsonKind.AGAIN, _ -> {});
      case HostOrder.Explore(Switches switches) ->
          JsonLines.object(JsonKind.EXPLORE, json -> json.name("switches").value(switches.word()));
      case HostOrder.Schedules(List<String> plans, boolean detail) ->
          JsonLines.object(
              JsonKind.SCHEDULES,
              json -> {
                JsonLines.strings(json, "plans", plans);
                json.name("detail").value(detail);
              });
      case HostOrder.Open(ScriptNeeds needs) ->
          JsonLines.object(JsonKind.OPEN, json -> needs(json, needs));
      case HostOrder.Look() -> JsonLines.object(JsonKind.LOOK, _ -> {});
      case HostOrder.Cancel() -> JsonLines.object(JsonKind.CANCEL, _ -> {});
      case HostOrder.Request(HostOrder.Topic topic, String name, String text, int at) ->
          JsonLines.object(
              JsonKind.QUESTION,
              json ->
                  json.name("topic")
                      .value(topic.name())
                      .name("name")
                      .value(name)
                      .name("text")
                      .value(text)
                      .name("at")
                      .value(at));
    };
  }

  private static void play(JsonWriter json, HostOrder.Load play) throws IOException {
    json.name("scenario").value(play.scenario()).name("file").value(play.file().toString());
    json.name("text").value(play.text()).name("speed").value(play.speed());
    json.name("neighbours").beginArray();
    for (Neighbour one : play.neighbours().files()) {
      JsonLines.strings(json, List.of(one.name(), one.file().toString(), one.text()));
    }
    json.endArray();
    JsonLines.strings(json, "left_out", play.neighbours().leftOut());
    needs(json, play.needs());
    JsonLines.strings(json, "arguments", play.arguments());
    json.name("states").value(play.states()).name("warm_ups").value(play.warmUps());
  }

  private static void needs(JsonWriter json, ScriptNeeds needs) throws IOException {
    if (needs.input().isPresent()) {
      json.name("input").value(needs.input().get());
    }
    json.name("preview").value(needs.preview());
    JsonLines.strings(json, "class_path", needs.classPath().stream().map(Path::toString).toList());
  }

  private static ScriptNeeds needs(JsonObject json) {
    return new ScriptNeeds(
        Optional.ofNullable(json.get("input")).map(JsonElement::getAsString),
        json.get("preview").getAsBoolean(),
        JsonLines.strings(json, "class_path").stream().map(Path::of).toList());
  }

  private static NeighbourFiles neighbours(JsonObject json) {
    var files = new ArrayList<Neighbour>();
    for (JsonElement one : json.getAsJsonArray("neighbours")) {
      List<String> parts = JsonLines.strings(one.getAsJsonArray());
      files.add(new Neighbour(parts.get(0), Path.of(parts.get(1)), parts.get(2)));
    }
    return new NeighbourFiles(files, JsonLines.strings(json, "left_out"));
  }

  /// The order in a line.
  ///
  /// @throws IllegalArgumentException when the line is not one
  public static HostOrder order(String line) {
    return JsonLines.parse(
        line,
        json ->
            switch (JsonKind.of(json).orElse(null)) {
              case JsonKind.PLAY ->
                  new HostOrder.Load(
                      json.get("scenario").getAsString(),
                      Path.of(json.get("file").getAsString()),
                      json.get("text").getAsString(),
                      neighbours(json),
                      needs(json),
                      json.get("speed").getAsDouble(),
                      JsonLines.strings(json, "arguments"),
                      json.get("states").getAsBoolean(),
                      json.get("warm_ups").getAsInt());
              case JsonKind.GO -> new HostOrder.Go(json.get("at").getAsLong());
              case JsonKind.STOP -> new HostOrder.Stop();
              case JsonKind.AGAIN -> new HostOrder.Again();
              case JsonKind.OPEN -> new HostOrder.Open(needs(json));
              case JsonKind.EXPLORE ->
                  new HostOrder.Explore(Switches.of(json.get("switches").getAsString()));
              case JsonKind.SCHEDULES ->
                  new HostOrder.Schedules(
                      JsonLines.strings(json, "plans"), json.get("detail").getAsBoolean());
              case JsonKind.LOOK -> new HostOrder.Look();
              case JsonKind.CANCEL -> new HostOrder.Cancel();
              case JsonKind.QUESTION ->
                  new HostOrder.Request(
                      HostOrder.Topic.valueOf(json.get("topic").getAsString()),
                      json.get("name").getAsString(),
                      json.get("text").getAsString(),
                      json.get("at").getAsInt());
              case null, default -> null;
            });
  }
}
