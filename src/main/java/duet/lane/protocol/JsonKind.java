package duet.lane.protocol;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a JSON line tells: every value of its first field, `kind`.
public enum JsonKind {
  // A host's messages, which are in a log too as far as they tell what a run was.
  HELLO,
  READY,
  FREE,
  LINE,
  UNFINISHED,
  THREADS,
  STATE,
  OUTCOME,
  EXITING,
  ANSWER,
  UNSEEN,
  BEGAN,
  SCHEDULE,

  // A play in a log. To a host PLAY is an order.
  PLAY,
  OMITTED,
  STUCK,
  COMPARISON,

  // Many plays in a log.
  BATCH,
  RESULT,
  SERIES,
  SWEEP,
  REPEAT,
  EXPLORATION,
  FINDING,

  // Other orders to a host.
  GO,
  STOP,
  AGAIN,
  OPEN,
  LOOK,
  CANCEL,
  QUESTION,
  EXPLORE,
  SCHEDULES,

  // What a single command prints or saves.
  SCENARIO,
  GRADE,
  PROGRESS;

  private static final Map<String, JsonKind> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(JsonKind::word, Function.identity()));

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String start = "{\"kind\":\"" + word + "\"";

  /// The word used in JSON.
  public String word() {
    return word;
  }

  /// How a line of this kind begins.
  public String start() {
    return start;
  }

  /// The kind of an object; empty where it is none that this version knows.
  ///
  /// @throws RuntimeException when the object has no such field
  public static Optional<JsonKind> of(JsonObject json) {
    return Optional.ofNullable(BY_WORD.get(json.get("kind").getAsString()));
  }
}
