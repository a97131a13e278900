package duet.render.html;

import duet.console.Cells;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.render.ThreadLabels;
import duet.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The log of one lane on a page.
///
/// @param linesAtMost how many of its lines are shown
/// @param labels the names of its threads
record LogTable(Run run, int linesAtMost, ThreadLabels labels) {
  /// How many colours threads have; further threads use them again.
  private static final int COLOURS = 6;

  /// A line as it is shown.
  ///
  /// @param colour the colour of its thread, counted from 1; 0 for the main thread, which has none
  record LogRow(int colour, String time, String thread, String stream, String text) {
    private static final String FRAME_HEAD =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:\">";

    boolean isHtml() {
      return stream.equals(OutputChannel.HTML.word());
    }

    private static LogRow of(Line line, ThreadLabels.Label label) {
      return new LogRow(
          label.index() == 0 ? 0 : (label.index() - 1) % COLOURS + 1,
          HtmlFile.number("%.3f", line.seconds()),
          label.text(),
          line.stream().word(),
          line.text());
    }

    /// What a frame shows of HTML: it runs no scripts and loads nothing.
    String framed() {
      return FRAME_HEAD + text;
    }
  }

  /// The names of threads in both the drawing and the log, numbered in the log's order.
  static ThreadLabels labels(Run run) {
    var labels = new ThreadLabels();
    run.lines().forEach(line -> labels.of(line.thread(), line.tid()));
    return labels;
  }

  static LogTable of(Run run, int linesAtMost) {
    return new LogTable(run, linesAtMost, labels(run));
  }

  String title() {
    return run.lane() + " " + run.runtime();
  }

  /// The lines that are shown.
  List<Line> lines() {
    return run.lines().subList(0, Math.min(run.lines().size(), linesAtMost));
  }

  /// A line's row. The template asks for rows one by one, since there may be very many.
  LogRow row(Line line) {
    return LogRow.of(line, labels.of(line.thread(), line.tid()));
  }

  /// Remarks about lines that are not shown.
  List<String> remarks() {
    var remarks = new ArrayList<String>();
    int more = run.lines().size() - linesAtMost;
    if (more > 0) {
      remarks.add(String.format(Locale.ROOT, "… and %,d more lines; they are in the log.", more));
    }
    if (run.omitted() > 0) {
      remarks.add(String.format(Locale.ROOT, "%,d lines were not kept.", run.omitted()));
    }
    return remarks;
  }

  /// How the run ended, ready to be shown; empty if all went well.
  String message() {
    return run.message().lines().map(Cells::printable).collect(Collectors.joining("\n"));
  }
}
