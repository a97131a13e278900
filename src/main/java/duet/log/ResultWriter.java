package duet.log;

import com.google.gson.stream.JsonWriter;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.UndecidedExpectation;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Writes the result of a scenario in a batch as one JSON object.
public final class ResultWriter {
  private ResultWriter() {}

  /// The result as a JSON object.
  public static String of(ScenarioResult result) {
    return JsonLines.object(JsonKind.RESULT, json -> write(json, result));
  }

  private static void write(JsonWriter json, ScenarioResult result) throws IOException {
    json.name("scenario").value(result.name()).name("module").value(result.module());
    json.name("path").value(result.path()).name("standing").value(result.standing().word());
    json.name("attempts").value(result.attempts()).name("plays").value(result.plays());
    broken(json, "breaches", result.breaches());
    if (!result.undecided().isEmpty()) {
      json.name("undecided").beginArray();
      for (UndecidedExpectation open : result.undecided()) {
        expectation(json, open.about(), open.lane(), open.expected(), open.came());
      }
      json.endArray();
    }
    if (result.difference().isPresent()) {
      json.name("warning").value(result.difference().get().sentence());
    }
    if (!result.earlier().isEmpty()) {
      broken(json, "earlier", result.earlier());
    }
  }

  private static void broken(JsonWriter json, String name, List<BrokenExpectation> broken)
      throws IOException {
    json.name(name).beginArray();
    for (BrokenExpectation expectation : broken) {
      expectation(
          json,
          expectation.about(),
          expectation.lane(),
          expectation.expected(),
          expectation.came());
    }
    json.endArray();
  }

  private static void expectation(
      JsonWriter json, BrokenExpectation.About about, String lane, String expected, String came)
      throws IOException {
    json.beginObject().name("about").value(about.name().toLowerCase(Locale.ROOT));
    json.name("lane").value(lane).name("expected").value(expected).name("came").value(came);
    json.endObject();
  }
}
