package duet.log;

import com.google.gson.stream.JsonWriter;
import duet.compare.CommonLines;
import duet.compare.Comparison;
import duet.compare.Judgement;
import duet.compare.LineDifference;
import duet.compare.ThreadActivity;
import duet.lane.protocol.Envelope;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Writes a play as JSON lines, each as soon as it is known: what `--json` prints and `--log`
/// saves.
public final class PlayWriter implements PlayListener {
  private final LineSink out;
  private final int attempt;
  private String scenario = "";

  /// Writes the only attempt.
  public PlayWriter(LineSink out) {
    this(out, 1);
  }

  /// Writes one of several attempts.
  ///
  /// @param attempt its number, counted from 1
  public PlayWriter(LineSink out, int attempt) {
    this.out = out;
    this.attempt = attempt;
  }

  @Override
  public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
    this.scenario = scenario.name();
    var header = new PlayHeader(scenario, tempo, speed, lanes, attempt);
    out.line(JsonLines.object(JsonKind.PLAY, header::write));
  }

  @Override
  public void booted(String lane, String runtime) {
    write(lane, new HostMessage.Hello(runtime));
  }

  @Override
  public void printed(String lane, Line line) {
    write(lane, line);
  }

  @Override
  public void omitted(String lane, long lines) {
    write(JsonKind.OMITTED, lane, json -> json.name("lines").value(lines));
  }

  @Override
  public void stuck(String lane, String explanation) {
    write(JsonKind.STUCK, lane, json -> json.name("message").value(explanation));
  }

  private void write(String lane, HostMessage message) {
    out.line(JsonLines.of(new Envelope(scenario, lane, message)));
  }

  private void write(JsonKind kind, String lane, JsonLines.Fields more) {
    out.line(
        JsonLines.object(
            kind,
            json -> {
              json.name("scenario").value(scenario).name("lane").value(lane);
              more.write(json);
            }));
  }

  @Override
  public void ended(Run run) {
    run.states().forEach(state -> write(run.lane(), state));
    out.line(outcome(scenario, run));
  }

  /// The JSON line that says how a run ended.
  static String outcome(String scenario, Run run) {
    var ending = new HostMessage.Ending(run.outcome(), run.usage(), run.message());
    return JsonLines.outcome(
        scenario, run.lane(), ending, ThreadActivity.of(run).gilWait(), run.unseen());
  }

  @Override
  public void tick() {
    out.flush();
  }

  @Override
  public void finished(Play play) {
    Judgement judgement = Judgement.of(play);
    if (!judgement.comparisons().isEmpty()) {
      out.line(JsonLines.object(JsonKind.COMPARISON, json -> write(json, judgement)));
    }
    out.flush();
  }

  private static void write(JsonWriter json, Judgement judgement) throws IOException {
    Play play = judgement.play();
    List<Comparison> pairs = judgement.comparisons();
    var common = CommonLines.of(play);
    json.name("scenario").value(play.scenario().name());
    json.name("same_lines").value(common.same());
    for (var only : common.only().entrySet()) {
      json.name("only_" + only.getKey()).value(only.getValue());
    }
    json.name("same_order").value(pairs.stream().allMatch(Comparison::sameOrder));
    json.name("declared").value(declared(play.scenario().agreement()));
    if (pairs.size() > 1) {
      json.name("pairs").beginArray();
      for (Comparison pair : pairs) {
        write(json, pair);
      }
      json.endArray();
    }
    Optional<LineDifference> difference = judgement.difference();
    if (difference.isPresent()) {
      json.name("warning").value(difference.get().sentence());
    }
  }

  private static void write(JsonWriter json, Comparison pair) throws IOException {
    json.beginObject();
    json.name("left").value(pair.left().lane());
    json.name("right").value(pair.right().lane());
    json.name("same_lines").value(pair.same());
    json.name("only_left").value(pair.onlyLeft().size());
    json.name("only_right").value(pair.onlyRight().size());
    json.name("same_order").value(pair.sameOrder());
    json.endObject();
  }

  private static String declared(LineAgreement agreement) {
    return switch (agreement) {
      case LineAgreement.SameLines() -> "same";
      case LineAgreement.DifferentLines _ -> "differ";
      case LineAgreement.Undeclared() -> "nothing";
    };
  }
}
