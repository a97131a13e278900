package duet.log;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import duet.lane.protocol.JsonLines;
import duet.run.PlayOptions;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.declared.ExpectationsReader;
import duet.scenario.declared.LinePattern;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The first object of a play in a log: what is needed to show the play again without the scenario.
///
/// @param speed the number that every wait was divided by
/// @param lanes the ids of the lanes that played
/// @param attempt which attempt of a batch it belongs to, counted from 1
record PlayHeader(Scenario scenario, Tempo tempo, double speed, List<String> lanes, int attempt) {
  private static final Pattern LANE = Pattern.compile("[\\w.+-]{1,60}");

  /// Created only for scenarios that declare something, since creating it takes a while.
  private static final class Mapper {
    static final Gson GSON = new Gson();
  }

  void write(JsonWriter json) throws IOException {
    json.name("scenario").value(scenario.name()).name("title").value(scenario.title());
    json.name("module").value(scenario.module());
    json.name("scenario_kind").value(scenario.kind().name());
    json.name("speed").value(speed).name("tempo").value(tempo.name()).name("lanes").beginArray();
    for (String lane : lanes) {
      json.value(lane);
    }
    json.endArray().name("masks").beginArray();
    for (Pattern mask : scenario.masks()) {
      json.value(mask.pattern());
    }
    json.endArray().name("files").beginObject();
    for (Map.Entry<String, Path> source : scenario.sources().entrySet()) {
      json.name(source.getKey()).value(String.valueOf(source.getValue().getFileName()));
    }
    json.endObject();
    if (attempt > 1) {
      json.name("attempt").value(attempt);
    }
    json.name("results").beginArray();
    for (ResultRule rule : scenario.series().rules()) {
      json.beginObject()
          .name("aspect")
          .value(rule.aspect())
          .name("line")
          .value(rule.line().pattern());
      json.name("is").value(rule.is()).name("grade").value(rule.grade().name()).endObject();
    }
    json.endArray();
    if (!scenario.expectations().declared().isEmpty()) {
      json.name("expect").jsonValue(Mapper.GSON.toJson(scenario.expectations().declared()));
    }
    switch (scenario.agreement()) {
      case LineAgreement.SameLines() -> json.name("lines").value("same");
      case LineAgreement.DifferentLines(String why) ->
          json.name("lines").value("differ").name("why").value(why);
      case LineAgreement.Undeclared() -> json.name("lines").value("");
    }
  }

  /// @throws RuntimeException if it is not a play header
  static PlayHeader of(JsonObject json) {
    var files = new LinkedHashMap<String, Path>();
    json.getAsJsonObject("files")
        .entrySet()
        .forEach(file -> files.put(file.getKey(), named(file.getValue().getAsString())));
    var masks = new ArrayList<Pattern>();
    for (JsonElement mask : json.getAsJsonArray("masks")) {
      masks.add(LinePattern.of(mask.getAsString()));
    }
    List<String> lanes = lanes(json);
    LineAgreement agreement =
        switch (json.get("lines").getAsString()) {
          case "same" -> new LineAgreement.SameLines();
          case "differ" -> new LineAgreement.DifferentLines(json.get("why").getAsString());
          default -> new LineAgreement.Undeclared();
        };
    var scenario =
        new Scenario(
            json.get("scenario").getAsString(),
            json.get("title").getAsString(),
            json.get("module").getAsString(),
            Kind.valueOf(json.get("scenario_kind").getAsString()),
            agreement,
            masks,
            new SeriesDeclaration(List.of(), rules(json)),
            expectations(json),
            files);
    double speed = json.get("speed").getAsDouble();
    int attempt = json.has("attempt") ? json.get("attempt").getAsInt() : 1;
    if (!PlayOptions.isSpeed(speed) || attempt < 1) {
      throw new IllegalArgumentException("no play has speed " + speed + " or attempt " + attempt);
    }
    Tempo tempo = Tempo.valueOf(json.get("tempo").getAsString());
    return new PlayHeader(scenario, tempo, speed, lanes, attempt);
  }

  /// The ids of the lanes of a play or a series, in their order.
  ///
  /// @throws RuntimeException if they are none
  static List<String> lanes(JsonObject json) {
    List<String> lanes = JsonLines.strings(json, "lanes");
    if (lanes.isEmpty()
        || Set.copyOf(lanes).size() < lanes.size()
        || !lanes.stream().allMatch(lane -> LANE.matcher(lane).matches())) {
      throw new IllegalArgumentException("no lanes: " + lanes);
    }
    return lanes;
  }

  /// A file that is only named, never opened. It may come from another machine, with a name that
  /// this one's file system does not allow.
  private static Path named(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      return Path.of(file.replaceAll("[^ -~]", "?"));
    }
  }

  private static List<ResultRule> rules(JsonObject json) {
    var rules = new ArrayList<ResultRule>();
    if (json.has("results")) {
      for (JsonElement element : json.getAsJsonArray("results")) {
        JsonObject rule = element.getAsJsonObject();
        rules.add(
            new ResultRule(
                rule.get("aspect").getAsString(),
                LinePattern.of(rule.get("line").getAsString()),
                rule.get("is").getAsString(),
                Grade.valueOf(rule.get("grade").getAsString())));
      }
    }
    return rules;
  }

  private static Expectations expectations(JsonObject json) {
    if (!json.has("expect")) {
      return Expectations.NONE;
    }
    try {
      return ExpectationsReader.readSaved(
          Path.of("log"), Mapper.GSON.fromJson(json.get("expect"), Map.class));
    } catch (InputFault e) {
      throw new IllegalArgumentException(e);
    }
  }
}
