package duet.lane.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The one text form of everything that is exchanged or saved: a JSON object a line. A host writes
/// it to Duet, `--json` prints it and `--log` saves it.
///
/// Fields are written and read one by one, not by Gson's mapping of records: that needs reflection,
/// 10 to 25 ms for the first object of each type where this needs 1 to 3 (with an AOT cache, C1, on
/// two cores), which would be before the first line of a play. Once compiled by C1, as hosts and
/// the command line are, it also writes and reads only two thirds as many lines a second.
public final class JsonLines {
  /// What tells in an outcome how long threads waited for the global interpreter lock. Only a lane
  /// that has one tells that.
  public static final String GIL_WAIT = "gil_wait";

  /// The field of a run whose threads cannot be seen, or not all that they did.
  public static final String UNSEEN = "unseen";

  private JsonLines() {}

  /// Something that a [JsonWriter] can be told; lets a caller add its own fields.
  @FunctionalInterface
  public interface Fields {
    void write(JsonWriter json) throws IOException;
  }

  /// One object without a line end.
  public static String object(JsonKind kind, Fields fields) {
    var text = new StringWriter(160);
    try (var json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject().name("kind").value(kind.word());
      fields.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// A host's message, tagged with what it belongs to.
  public static String of(Envelope envelope) {
    HostMessage message = envelope.message();
    return object(
        kind(message),
        json -> {
          json.name("scenario").value(envelope.scenario()).name("lane").value(envelope.lane());
          switch (message) {
            case HostMessage.Hello(String runtime) -> json.name("runtime").value(runtime);
            case HostMessage.Ready() -> {}
            case HostMessage.Free() -> {}
            case HostMessage.Line line -> MessageFields.line(json, line);
            case HostMessage.Unfinished(HostMessage.Line line) -> MessageFields.line(json, line);
            case HostMessage.Threads threads -> MessageFields.threads(json, threads);
            case HostMessage.State state -> MessageFields.state(json, state);
            case HostMessage.Ending ending -> MessageFields.ending(json, ending);
            case HostMessage.Exiting exiting -> {
              MessageFields.usage(json, exiting.usage());
              json.name("failure").value(exiting.failure());
            }
            case HostMessage.Response answer -> MessageFields.answer(json, answer);
            case HostMessage.Schedule(PlayedSchedule played) -> ScheduleFields.write(json, played);
            case HostMessage.Unseen(String why) -> json.name("why").value(why);
            case HostMessage.Began began -> MessageFields.began(json, began);
          }
        });
  }

  /// How a run ended, with what its threads' states add up to.
  ///
  /// @param gilWait the part of their time that the threads waited for the global interpreter lock
  /// @param unseen why it cannot be seen what the threads did, or not all of it; empty where it can
  public static String outcome(
      String scenario,
      String lane,
      HostMessage.Ending ending,
      OptionalDouble gilWait,
      String unseen) {
    return object(
        JsonKind.OUTCOME,
        json -> {
          json.name("scenario").value(scenario).name("lane").value(lane);
          MessageFields.ending(json, ending);
          MessageFields.number(json, GIL_WAIT, gilWait);
          if (!unseen.isEmpty()) {
            json.name(UNSEEN).value(unseen);
          }
        });
  }

  /// The message in a line, for who knows what it belongs to: Duet reads every line of a host so,
  /// and printed ones about a tenth faster than with the rest of their envelope.
  ///
  /// @throws IllegalArgumentException when the line is not one
  public static HostMessage message(String line) {
    return envelope(line, false).message();
  }

  /// The message in a line with what it belongs to.
  ///
  /// @throws IllegalArgumentException when the line is not one
  public static Envelope envelope(String line) {
    return envelope(line, true);
  }

  private static Envelope envelope(String line, boolean isTagged) {
    return isPrinted(line)
        ? printed(line, isTagged)
        : parse(
            line,
            json ->
                switch (JsonKind.of(json).orElse(null)) {
                  case null -> null;
                  case JsonKind.LINE -> printed(line, isTagged);
                  case JsonKind kind -> envelope(kind, json);
                });
  }

  /// Whether a line tells what a script printed. There may be very many of those, which are best
  /// not read as objects.
  public static boolean isPrinted(String line) {
    return line.startsWith(JsonKind.LINE.start());
  }

  /// A printed line, read as a stream.
  ///
  /// @param isTagged whether to tell what it belongs to
  private static Envelope printed(String line, boolean isTagged) {
    String scenario = "";
    String lane = "";
    long seq = -1;
    long nanos = -1;
    long tid = -1;
    String thread = null;
    String text = null;
    OutputChannel stream = null;
    try (var json = new JsonReader(new StringReader(line))) {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "scenario" -> scenario = tag(json, isTagged);
          case "lane" -> lane = tag(json, isTagged);
          case "seq" -> seq = json.nextLong();
          case "t" -> nanos = Math.round(MessageFields.possible(json.nextDouble()) * 1e9);
          case "tid" -> tid = json.nextLong();
          case "thread" -> thread = json.nextString();
          case "text" -> text = json.nextString();
          case "stream" -> stream = OutputChannel.of(json.nextString());
          default -> json.skipValue();
        }
      }
      json.endObject();
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a line of Duet's: " + line, e);
    }
    if (seq < 0 || tid < 0 || thread == null || text == null || stream == null) {
      throw new IllegalArgumentException("not a whole line of Duet's: " + line);
    }
    return new Envelope(
        scenario, lane, new HostMessage.Line(seq, nanos, thread, tid, stream, text));
  }

  private static String tag(JsonReader json, boolean isTagged) throws IOException {
    if (isTagged) {
      return json.nextString();
    }
    json.skipValue();
    return "";
  }

  /// The message in an object other than a printed line; null where it has none.
  ///
  /// @throws RuntimeException when a field is missing or of another form
  public static @Nullable Envelope envelope(JsonKind kind, JsonObject json) {
    HostMessage message =
        switch (kind) {
          case HELLO -> new HostMessage.Hello(json.get("runtime").getAsString());
          case READY -> new HostMessage.Ready();
          case FREE -> new HostMessage.Free();
          case UNFINISHED -> MessageFields.unfinished(json);
          case THREADS -> MessageFields.threads(json);
          case STATE -> MessageFields.state(json);
          case OUTCOME ->
              new HostMessage.Ending(
                  Outcome.of(json.get("outcome").getAsString()),
                  MessageFields.usage(json),
                  json.get("message").getAsString());
          case EXITING ->
              new HostMessage.Exiting(MessageFields.usage(json), json.get("failure").getAsString());
          case ANSWER -> MessageFields.answer(json);
          case BEGAN -> MessageFields.began(json);
          case SCHEDULE -> new HostMessage.Schedule(ScheduleFields.read(json));
          case UNSEEN -> new HostMessage.Unseen(json.get("why").getAsString());
          case LINE, PLAY, OMITTED, STUCK, COMPARISON, BATCH, RESULT, SERIES, SWEEP, REPEAT -> null;
          case GO, STOP, AGAIN, OPEN, LOOK, CANCEL, QUESTION, EXPLORE, SCHEDULES -> null;
          case SCENARIO, GRADE, PROGRESS, EXPLORATION, FINDING -> null;
        };
    return message == null
        ? null
        : new Envelope(text(json, "scenario"), text(json, "lane"), message);
  }

  private static String text(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsString() : "";
  }

  /// What makes a value of an object, or null where the object is of another kind.
  interface Form<T> {
    @Nullable T read(JsonObject json);
  }

  /// The value in a line.
  ///
  /// @throws IllegalArgumentException when there is none
  static <T> T parse(String line, Form<T> form) {
    T value;
    try {
      value = form.read(JsonParser.parseString(line).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      throw new IllegalArgumentException("not a line of Duet's: " + line, e);
    }
    if (value == null) {
      throw new IllegalArgumentException("a line of an unknown kind: " + line);
    }
    return value;
  }

  private static JsonKind kind(HostMessage message) {
    return switch (message) {
      case HostMessage.Hello _ -> JsonKind.HELLO;
      case HostMessage.Ready _ -> JsonKind.READY;
      case HostMessage.Free _ -> JsonKind.FREE;
      case HostMessage.Line _ -> JsonKind.LINE;
      case HostMessage.Unfinished _ -> JsonKind.UNFINISHED;
      case HostMessage.Threads _ -> JsonKind.THREADS;
      case HostMessage.State _ -> JsonKind.STATE;
      case HostMessage.Ending _ -> JsonKind.OUTCOME;
      case HostMessage.Exiting _ -> JsonKind.EXITING;
      case HostMessage.Response _ -> JsonKind.ANSWER;
      case HostMessage.Began _ -> JsonKind.BEGAN;
      case HostMessage.Schedule _ -> JsonKind.SCHEDULE;
      case HostMessage.Unseen _ -> JsonKind.UNSEEN;
    };
  }

  /// Writes a list of strings.
  public static void strings(JsonWriter json, String name, List<String> values) throws IOException {
    json.name(name);
    strings(json, values);
  }

  static void strings(JsonWriter json, List<String> values) throws IOException {
    json.beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  /// Reads a list of strings.
  public static List<String> strings(JsonObject json, String name) {
    return strings(json.getAsJsonArray(name));
  }

  static List<String> strings(JsonArray array) {
    var values = new ArrayList<String>();
    array.forEach(value -> values.add(value.getAsString()));
    return values;
  }
}
