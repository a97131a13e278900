package duet.log;

import duet.explore.Exploration;
import duet.explore.Finding;
import duet.explore.Steps;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.ScheduleFields;
import java.util.List;

/// Writes explorations of one scenario as JSON lines: an object for each result of each lane, then
/// one for each lane.
public final class ExplorationWriter {
  private final LineSink out;
  private final String scenario;

  public ExplorationWriter(LineSink out, String scenario) {
    this.out = out;
    this.scenario = scenario;
  }

  /// Writes all lanes.
  public void write(List<Exploration> all) {
    for (Exploration one : all) {
      one.findings().forEach(finding -> write(one, finding));
      write(one);
    }
    out.flush();
  }

  private void write(Exploration one, Finding finding) {
    out.line(
        JsonLines.object(
            JsonKind.FINDING,
            json -> {
              json.name("scenario").value(scenario).name("lane").value(one.lane());
              json.name("aspect").value(finding.result().aspect());
              json.name("result").value(finding.result().text());
              json.name("grade").value(finding.result().grade().map(g -> g.word()).orElse(""));
              json.name("broken").value(finding.result().isBroken());
              json.name("count").value(finding.count()).name("first").value(finding.first());
              json.name("token").value(one.token(finding).toString());
              json.name("minimised").value(finding.isMinimised());
              json.name("preemptions").value(new Steps(finding.schedule()).preemptions());
              ScheduleFields.write(json, finding.schedule());
            }));
  }

  private void write(Exploration one) {
    out.line(
        JsonLines.object(
            JsonKind.EXPLORATION,
            json -> {
              json.name("scenario").value(scenario).name("lane").value(one.lane());
              json.name("schedules").value(one.played());
              json.name("seconds").value(Math.round(one.time().toNanos() / 1e3) / 1e6);
              json.name("unfinished").beginObject();
              for (var entry : one.unfinished().entrySet()) {
                json.name(entry.getKey().word()).value(entry.getValue());
              }
              json.endObject();
              json.name("why").value(one.why()).name("covered").value(one.covered());
              json.name("io").value(one.io()).name("problem").value(one.problem());
            }));
  }
}
