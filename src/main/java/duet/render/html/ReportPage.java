package duet.render.html;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.Judgement;
import duet.compare.ResultCounts;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.log.ReportListener;
import duet.render.ReportWords;
import duet.run.Play;
import duet.scenario.Grade;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A report as one page: what came of each scenario, which unfolds to its figures, timeline and
/// logs. It can be filtered, and printed.
public final class ReportPage implements ReportListener, Closeable {
  /// The logs of hundreds of scenarios are more than a browser likes to lay out.
  private static final int LINES_AT_MOST = 1_000;

  private final HtmlWriter out;
  private String module = "\0";

  private ReportPage(HtmlWriter out) {
    this.out = out;
  }

  /// Opens a file anew.
  ///
  /// @throws InputFault when that is not possible
  public static ReportPage open(Path path) throws InputFault {
    return new ReportPage(HtmlWriter.open(path));
  }

  @Override
  public void begin(BatchReport report) {
    out.tag("h1", "Duet");
    out.write(
        "<p class=%s>%s</p>\n"
            .formatted(
                report.isGood() ? "good" : "bad", HtmlWriter.line(ReportWords.sentence(report))));
    bad(report.notes());
    modules(report);
    out.write("<form id=filter onsubmit=\"return false\">\n");
    radio("all", "all " + report.results().size(), true);
    for (Standing standing : Standing.values()) {
      if (report.count(standing) > 0) {
        radio(standing.word(), ReportWords.words(standing) + " " + report.count(standing), false);
      }
    }
    out.write(
        """
        <input type=search name=text placeholder="name or text" aria-label="name or text">
        <button type=button name=unfold>unfold all</button>
        </form>
        """);
  }

  private void radio(String value, String text, boolean checked) {
    out.write(
        "<label><input type=radio name=standing value=%s%s> %s</label>\n"
            .formatted(value, checked ? " checked" : "", HtmlWriter.line(text)));
  }

  private void modules(BatchReport report) {
    out.write("<div class=scroll><table class=modules><tr><th>module");
    List<Standing> columns = ReportWords.columns(report);
    columns.forEach(standing -> out.write("<th>" + ReportWords.words(standing)));
    out.write("</tr>\n");
    for (String name : report.modules()) {
      out.write("<tr><td>" + HtmlWriter.line(name.isEmpty() ? "." : name));
      for (Standing standing : columns) {
        int count = report.count(name, standing);
        out.write("<td>" + (count == 0 ? "·" : String.valueOf(count)));
      }
      out.write("</tr>\n");
    }
    out.write("</table></div>\n");
  }

  @Override
  public void played(ScenarioResult result, Play play) {
    head(result);
    if (result.standing() == Standing.FLAKY) {
      out.tag("p", "As expected at attempt " + result.attempts() + ". Before that:");
      result.earlier().forEach(breach -> out.tag("p", breach.sentence()));
    }
    if (result.plays() > 1) {
      bad(result.breaches().stream().map(BrokenExpectation::sentence).toList());
      result.repeats().ifPresent(repeats -> repeats(result, repeats));
      out.tag(
          "p",
          (result.breaches().isEmpty() ? "The last of " : "The first not as expected of ")
              + result.plays()
              + " plays:");
    }
    // Of several plays everything that was not as expected is told already.
    new PlaySection(out, LINES_AT_MOST)
        .write(Judgement.of(play), result.plays() > 1 ? List.of() : result.breaches());
    out.write("</details>\n");
  }

  private void bad(List<String> sentences) {
    sentences.forEach(text -> out.write("<p class=bad>" + HtmlWriter.line(text) + "</p>\n"));
  }

  /// How often each result came.
  private void repeats(ScenarioResult result, ResultCounts repeats) {
    out.write("<div class=scroll><table class=counts><tr><th><th>result");
    result.lanes().forEach(lane -> out.write("<th>" + HtmlWriter.line(lane.lane())));
    out.write("<th></tr>\n");
    for (ResultCounts.ResultCount row : repeats.rows()) {
      out.write("<tr><td>" + HtmlWriter.line(row.aspect()));
      out.write("<td>" + HtmlWriter.line(row.result()));
      result.lanes().forEach(lane -> out.write("<td>" + row.count(lane.lane())));
      out.write("<td>" + row.grade().map(Grade::word).orElse("") + "</tr>\n");
    }
    out.write("</table></div>\n");
  }

  @Override
  public void missing(ScenarioResult result) {
    head(result);
    out.write("<p>It was not played.</p></details>\n");
  }

  private void head(ScenarioResult result) {
    if (!result.module().equals(module)) {
      module = result.module();
      if (!module.isEmpty()) {
        out.write("<h2 class=module>" + HtmlWriter.line(module) + "</h2>\n");
      }
    }
    Standing standing = result.standing();
    out.write(
        "<details class=scenario data-standing=%s%s><summary><b class=%s>%s</b> %s"
            .formatted(
                standing.word(),
                standing == Standing.FAILED ? " open" : "",
                standing.isGood() ? "good" : "bad",
                mark(standing),
                HtmlWriter.line(result.name())));
    if (!result.title().isEmpty()) {
      out.write(" · " + HtmlWriter.line(result.title()));
    }
    for (ScenarioResult.LaneResult lane : result.lanes()) {
      out.write(
          String.format(
              Locale.ROOT,
              " <span class=lane>%s %.2f s</span>",
              HtmlWriter.line(lane.lane()),
              lane.wall()));
    }
    out.write("</summary>\n");
  }

  private static String mark(Standing standing) {
    return switch (standing) {
      case PASSED -> "✓";
      case FLAKY -> "~";
      case FAILED -> "✗";
      case MISSING -> "–";
    };
  }

  @Override
  public void end() {
    try {
      out.write("<script>\n" + HtmlWriter.resource("report.js") + "</script>\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
