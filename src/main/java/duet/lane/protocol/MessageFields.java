package duet.lane.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalDouble;

/// The fields of a host's messages, as they stand in a line: written, and read again.
final class MessageFields {
  /// Thirty years.
  private static final double LONGEST_SECONDS = 1e9;

  private MessageFields() {}

  static void line(JsonWriter json, HostMessage.Line line) throws IOException {
    json.name("seq").value(line.seq()).name("t").jsonValue(seconds(line.nanos()));
    json.name("thread").value(line.thread()).name("tid").value(line.tid());
    json.name("stream").value(line.stream().word()).name("text").value(line.text());
  }

  static HostMessage unfinished(JsonObject json) {
    return new HostMessage.Unfinished(
        new HostMessage.Line(
            json.get("seq").getAsLong(),
            nanos(json, "t"),
            json.get("thread").getAsString(),
            json.get("tid").getAsLong(),
            OutputChannel.of(json.get("stream").getAsString()),
            json.get("text").getAsString()));
  }

  static void threads(JsonWriter json, HostMessage.Threads threads) throws IOException {
    json.name("occasion").value(threads.occasion().word()).name("threads").beginArray();
    for (ThreadView view : threads.views()) {
      json.beginObject().name("thread").value(view.thread()).name("tid").value(view.tid());
      json.name("state").value(view.state().word()).name("where").value(view.place());
      json.name("what").value(view.what()).name("holder").value(view.holder());
      json.name("for_s").jsonValue(seconds(Math.round(view.seconds() * 1e9))).endObject();
    }
    json.endArray();
  }

  static HostMessage threads(JsonObject json) {
    var views = new ArrayList<ThreadView>();
    for (JsonElement element : json.getAsJsonArray("threads")) {
      JsonObject view = element.getAsJsonObject();
      views.add(
          new ThreadView(
              view.get("thread").getAsString(),
              view.get("tid").getAsLong(),
              ThreadState.of(view.get("state").getAsString()),
              view.get("where").getAsString(),
              view.get("what").getAsString(),
              view.get("holder").getAsLong(),
              possible(view.get("for_s").getAsDouble())));
    }
    String occasion = json.get("occasion").getAsString().toUpperCase(Locale.ROOT);
    return new HostMessage.Threads(HostMessage.Occasion.valueOf(occasion), views);
  }

  static void state(JsonWriter json, HostMessage.State state) throws IOException {
    json.name("tid").value(state.tid()).name("thread").value(state.thread());
    json.name("state").value(state.state().word());
    json.name("from").jsonValue(seconds(state.from())).name("to").jsonValue(seconds(state.to()));
    json.name("where").value(state.where());
    if (state.holder() != 0) {
      json.name("holder").value(state.holder());
    }
  }

  static HostMessage.State state(JsonObject json) {
    if (nanos(json, "from") > nanos(json, "to")) {
      throw new IllegalArgumentException("a state ends before it begins");
    }
    return new HostMessage.State(
        json.get("tid").getAsLong(),
        json.get("thread").getAsString(),
        ThreadState.of(json.get("state").getAsString()),
        nanos(json, "from"),
        nanos(json, "to"),
        json.get("where").getAsString(),
        json.has("holder") ? json.get("holder").getAsLong() : 0);
  }

  private static long nanos(JsonObject json, String name) {
    return Math.round(possible(json.get(name).getAsDouble()) * 1e9);
  }

  /// A number of seconds that a play may have.
  ///
  /// @throws IllegalArgumentException for any other, which a script may forge, and which sums and
  ///   drawings could not cope with
  static double possible(double seconds) {
    if (Math.abs(seconds) <= LONGEST_SECONDS) {
      return seconds;
    }
    throw new IllegalArgumentException("no play takes " + seconds + " s");
  }

  static void ending(JsonWriter json, HostMessage.Ending ending) throws IOException {
    json.name("outcome").value(ending.outcome().word());
    usage(json, ending.usage());
    json.name("message").value(ending.message());
  }

  static void began(JsonWriter json, HostMessage.Began began) throws IOException {
    json.name("tid").value(began.tid()).name("thread").value(began.thread());
    json.name("at").value(began.at()).name("ran").value(began.ran());
  }

  /// A host of an older version does not tell the times.
  static HostMessage began(JsonObject json) {
    return new HostMessage.Began(
        json.get("tid").getAsLong(),
        json.get("thread").getAsString(),
        json.has("at") ? json.get("at").getAsLong() : 0,
        json.has("ran") ? json.get("ran").getAsLong() : 0);
  }

  static void answer(JsonWriter json, HostMessage.Response answer) throws IOException {
    json.name("good").value(answer.good()).name("text").value(answer.text());
    JsonLines.strings(json, "items", answer.items());
    json.name("at").value(answer.at());
    usage(json, answer.usage());
  }

  static HostMessage answer(JsonObject json) {
    return new HostMessage.Response(
        json.get("good").getAsBoolean(),
        json.get("text").getAsString(),
        JsonLines.strings(json, "items"),
        json.get("at").getAsInt(),
        usage(json));
  }

  static void usage(JsonWriter json, Usage usage) throws IOException {
    json.name("wall_s").jsonValue(seconds(Math.round(usage.wall() * 1e9)));
    number(json, "cpu_s", usage.cpu());
    number(json, "cpu_per_wall", usage.cpuPerWall());
    number(json, "jvm_cpu_s", usage.jvmCpu());
    number(json, "core_wait_s", usage.coreWait());
    number(json, "jvm_core_wait_s", usage.jvmCoreWait());
  }

  static void number(JsonWriter json, String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.name(name).jsonValue(seconds(Math.round(value.getAsDouble() * 1e9)));
    }
  }

  static Usage usage(JsonObject json) {
    return new Usage(
        possible(json.get("wall_s").getAsDouble()),
        number(json, "cpu_s"),
        number(json, "jvm_cpu_s"),
        number(json, "core_wait_s"),
        number(json, "jvm_core_wait_s"));
  }

  static OptionalDouble number(JsonObject json, String name) {
    return json.has(name)
        ? OptionalDouble.of(possible(json.get(name).getAsDouble()))
        : OptionalDouble.empty();
  }

  /// Nanoseconds as seconds with six decimals, rounded down.
  private static String seconds(long nanos) {
    long micros = Math.floorDiv(nanos, 1_000);
    String sign = micros < 0 ? "-" : "";
    long size = Math.abs(micros);
    return sign
        + size / 1_000_000
        + "."
        + String.valueOf(1_000_000 + size % 1_000_000).substring(1);
  }
}
