package duet.log;

import com.google.gson.stream.JsonWriter;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What came of a scenario in a batch, as one JSON object.
public final class ResultWriter {
  private ResultWriter() {}

  /// The object.
  public static String of(ScenarioResult result) {
    return JsonLines.object(JsonKind.RESULT, json -> write(json, result));
  }

  private static void write(JsonWriter json, ScenarioResult result) throws IOException {
    json.name("scenario").value(result.name()).name("module").value(result.module());
    json.name("path").value(result.path()).name("standing").value(result.standing().word());
    json.name("attempts").value(result.attempts()).name("plays").value(result.plays());
    breaches(json, "breaches", result.breaches());
    if (!result.earlier().isEmpty()) {
      breaches(json, "earlier", result.earlier());
    }
  }

  private static void breaches(JsonWriter json, String name, List<BrokenExpectation> breaches)
      throws IOException {
    json.name(name).beginArray();
    for (BrokenExpectation breach : breaches) {
      json.beginObject();
      json.name("about").value(breach.about().name().toLowerCase(Locale.ROOT));
      json.name("lane").value(breach.lane());
      json.name("expected").value(breach.expected()).name("came").value(breach.came());
      json.endObject();
    }
    json.endArray();
  }
}
