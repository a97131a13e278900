package duet.lane.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Printed;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The fields of a [PlayedSchedule] in JSON. What is empty is left out.
public final class ScheduleFields {
  private ScheduleFields() {}

  /// Writes a schedule.
  public static void write(JsonWriter json, PlayedSchedule played) throws IOException {
    json.name("plan").value(played.plan()).name("ending").value(played.end().word());
    text(json, "message", played.message());
    if (played.status() != 0) {
      json.name("status").value(played.status());
    }
    if (played.io()) {
      json.name("io").value(true);
    }
    JsonLines.strings(json, "threads", played.threads());
    json.name("choices").value(played.choices()).name("stay").value(played.stay());
    json.name("enabled").value(played.enabled());
    objects(json, "lines", played.lines(), one -> printed(json, one));
    objects(json, "waits", played.waits(), one -> waiting(json, one));
    objects(json, "steps", played.steps(), one -> step(json, one));
  }

  private interface Writer<T> {
    void write(T one) throws IOException;
  }

  private static <T> void objects(JsonWriter json, String name, List<T> all, Writer<T> writer)
      throws IOException {
    if (all.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (T one : all) {
      json.beginObject();
      writer.write(one);
      json.endObject();
    }
    json.endArray();
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.name(name).value(text);
    }
  }

  private static void printed(JsonWriter json, Printed line) throws IOException {
    json.name("thread").value(line.thread()).name("step").value(line.step());
    json.name("stream").value(line.stream().word()).name("text").value(line.text());
  }

  private static void waiting(JsonWriter json, Waiting wait) throws IOException {
    json.name("thread").value(wait.thread()).name("text").value(wait.text());
    json.name("line").value(wait.line());
  }

  private static void step(JsonWriter json, Step step) throws IOException {
    json.name("thread").value(step.thread()).name("line").value(step.line());
    text(json, "file", step.file());
    json.name("op").value(step.op());
    text(json, "name", step.name());
    text(json, "value", step.value());
    text(json, "text", step.text());
  }

  /// Reads a schedule.
  ///
  /// @throws RuntimeException when a field is missing or of another form
  public static PlayedSchedule read(JsonObject json) {
    return new PlayedSchedule(
        json.get("plan").getAsString(),
        End.of(json.get("ending").getAsString()),
        text(json, "message"),
        number(json, "status"),
        json.has("io") && json.get("io").getAsBoolean(),
        JsonLines.strings(json, "threads"),
        json.get("choices").getAsString(),
        json.get("stay").getAsString(),
        json.get("enabled").getAsString(),
        objects(json, "lines", ScheduleFields::printed),
        objects(json, "waits", ScheduleFields::waiting),
        objects(json, "steps", ScheduleFields::step));
  }

  private static <T> List<T> objects(JsonObject json, String name, Function<JsonObject, T> form) {
    var all = new ArrayList<T>();
    if (json.has(name)) {
      for (JsonElement one : json.getAsJsonArray(name)) {
        all.add(form.apply(one.getAsJsonObject()));
      }
    }
    return all;
  }

  private static Printed printed(JsonObject json) {
    return new Printed(
        number(json, "thread"),
        number(json, "step"),
        OutputChannel.of(text(json, "stream")),
        text(json, "text"));
  }

  private static Waiting waiting(JsonObject json) {
    return new Waiting(number(json, "thread"), text(json, "text"), number(json, "line"));
  }

  private static Step step(JsonObject json) {
    return new Step(
        number(json, "thread"),
        number(json, "line"),
        text(json, "file"),
        text(json, "op"),
        text(json, "name"),
        text(json, "value"),
        text(json, "text"));
  }

  private static String text(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsString() : "";
  }

  private static int number(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsInt() : 0;
  }
}
