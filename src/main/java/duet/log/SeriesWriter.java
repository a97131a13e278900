package duet.log;

import duet.compare.ResultCounts;
import duet.compare.Sweep;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.run.Run;
import java.util.List;

/// Writes many plays of one scenario as JSON lines: how each run ended, then the result of all of
/// them.
public final class SeriesWriter {
  private final LineSink out;
  private final String scenario;
  private final String title;

  public SeriesWriter(LineSink out, String scenario, String title) {
    this.out = out;
    this.scenario = scenario;
    this.title = title;
  }

  /// Writes the first object of the series.
  ///
  /// @param how the kind of series
  /// @param lanes the ids of the lanes that play
  public void begins(String how, List<String> lanes) {
    out.line(
        JsonLines.object(
            JsonKind.SERIES,
            json -> {
              json.name("scenario").value(scenario).name("title").value(title);
              json.name("how").value(how).name("lanes").beginArray();
              for (String lane : lanes) {
                json.value(lane);
              }
              json.endArray();
            }));
  }

  /// Writes how a run of the series ended.
  public void ended(Run run) {
    out.line(PlayWriter.outcome(scenario, run));
    out.flush();
  }

  /// Writes an object for each lane and number of threads.
  public void show(Sweep sweep) {
    for (String lane : sweep.lanes()) {
      for (Sweep.Point point : sweep.of(lane)) {
        out.line(
            JsonLines.object(
                JsonKind.SWEEP,
                json -> {
                  json.name("scenario").value(scenario).name("lane").value(lane);
                  json.name("threads").value(point.threads());
                  json.name("median_s").value(rounded(point.median()));
                  json.name("speedup").value(rounded(sweep.speedup(point)));
                  json.name("error").value(rounded(sweep.error(point)));
                  json.name("seconds").beginArray();
                  for (double seconds : point.seconds()) {
                    json.value(rounded(seconds));
                  }
                  json.endArray();
                }));
      }
    }
    out.flush();
  }

  /// Writes an object for each result of each lane.
  public void show(ResultCounts repeats, List<String> lanes) {
    for (String lane : lanes) {
      for (ResultCounts.ResultCount row : repeats.rows()) {
        out.line(
            JsonLines.object(
                JsonKind.REPEAT,
                json -> {
                  json.name("scenario").value(scenario).name("lane").value(lane);
                  json.name("aspect").value(row.aspect()).name("result").value(row.result());
                  json.name("grade").value(row.grade().map(g -> g.word()).orElse(""));
                  json.name("count").value(row.count(lane));
                  json.name("plays").value(repeats.plays());
                }));
      }
    }
    out.flush();
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
