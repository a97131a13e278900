package duet.log;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import duet.explore.Exploration;
import duet.explore.Finding;
import duet.explore.Result;
import duet.explore.Steps;
import duet.explore.Token;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.ScheduleFields;
import duet.scenario.Grade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Collects the explorations of one scenario from a log. What could not come from Duet is refused.
final class ExplorationReader {
  private static final Pattern LANE = Pattern.compile("[a-z][a-z0-9.-]*");

  private final String scenario;
  private final List<Exploration> all = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private String hash = "";

  /// @param json the first object of the scenario in the log
  ExplorationReader(JsonObject json) {
    scenario = scenario(json);
  }

  private static String scenario(JsonObject json) {
    return json.get("scenario").getAsString();
  }

  /// Whether an object tells about the same scenario.
  boolean isAbout(JsonObject json) {
    return scenario(json).equals(scenario);
  }

  /// Adds a result of a lane.
  void finding(JsonObject json) {
    String word = json.get("grade").getAsString();
    Optional<Grade> grade =
        Arrays.stream(Grade.values()).filter(one -> one.word().equals(word)).findFirst();
    var result =
        new Result(
            json.get("aspect").getAsString(),
            json.get("result").getAsString(),
            grade,
            json.get("broken").getAsBoolean());
    Token token =
        Token.of(json.get("token").getAsString())
            .filter(one -> one.lane().equals(lane(json)))
            .orElseThrow(() -> new IllegalArgumentException("no token"));
    hash = token.hash();
    findings.add(
        new Finding(
            result,
            json.get("count").getAsInt(),
            json.get("first").getAsInt(),
            checked(ScheduleFields.read(json)),
            json.get("minimised").getAsBoolean()));
  }

  /// Adds a lane, after its results.
  void lane(JsonObject json, String lane) {
    double seconds = json.get("seconds").getAsDouble();
    if (!(seconds >= 0 && seconds < 1e9)) {
      throw new IllegalArgumentException("nothing takes " + seconds + " s");
    }
    Map<End, Integer> unfinished = new EnumMap<>(End.class);
    for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("unfinished").entrySet()) {
      unfinished.put(End.of(one.getKey()), one.getValue().getAsInt());
    }
    all.add(
        new Exploration(
            lane,
            hash,
            json.get("schedules").getAsInt(),
            Duration.ofNanos(Math.round(seconds * 1e9)),
            findings,
            unfinished,
            json.get("why").getAsString(),
            json.get("covered").getAsString(),
            json.get("io").getAsBoolean(),
            json.get("problem").getAsString()));
    findings.clear();
    hash = "";
  }

  /// The lane that an object tells about.
  static String lane(JsonObject json) {
    String lane = json.get("lane").getAsString();
    if (!LANE.matcher(lane).matches()) {
      throw new IllegalArgumentException("no lane is called so");
    }
    return lane;
  }

  private static PlayedSchedule checked(PlayedSchedule played) {
    boolean isWhole =
        IntStream.range(0, played.length())
                .allMatch(
                    step ->
                        isThread(played, played.thread(step))
                            && isThread(played, played.usual(step)))
            && played.steps().stream().allMatch(step -> isThread(played, step.thread()))
            && played.lines().stream().allMatch(line -> isThread(played, line.thread()))
            && played.waits().stream().allMatch(wait -> isThread(played, wait.thread()))
            && (played.steps().isEmpty() || played.steps().size() == played.length());
    if (!isWhole || new Steps(played).preemptions() < 0) {
      throw new IllegalArgumentException("this schedule was not played");
    }
    return played;
  }

  private static boolean isThread(PlayedSchedule played, int thread) {
    return thread >= 0 && thread < played.threads().size();
  }

  /// Shows the explorations, if one is complete; returns whether it is.
  boolean show(LogReader.LogListener listener) {
    if (all.isEmpty()) {
      return false;
    }
    listener.explored(scenario, List.copyOf(all));
    return true;
  }
}
