package duet.render.file;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.compare.UndecidedExpectation;
import duet.console.Cells;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.log.ReportListener;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a report for CI servers: JUnit XML by Jenkins' schema `junit-10.xsd`, with a suite for
/// each module and a case for each scenario and lane. What concerns all lanes together is in the
/// last lane's case.
public final class JUnitFile implements ReportListener, Closeable {
  private static final int LINES_AT_MOST = 1_000;

  private final Writer out;
  private final XMLStreamWriter xml;
  private BatchReport report = new BatchReport(List.of(), List.of());
  private String suite = "\0";

  private JUnitFile(Writer out) throws XMLStreamException {
    this.out = out;
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static JUnitFile open(Path path) throws InputFault {
    try {
      return new JUnitFile(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    } catch (IOException | XMLStreamException e) {
      throw InputFault.usage("cannot write the JUnit report to " + path, "Choose another file.");
    }
  }

  private interface Element {
    void write() throws XMLStreamException;
  }

  private static void write(Element piece) {
    try {
      piece.write();
    } catch (XMLStreamException e) {
      throw new java.io.UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void begin(BatchReport whole) {
    report = whole;
    write(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeCharacters("\n");
          xml.writeStartElement("testsuites");
          xml.writeAttribute("name", "duet");
          counts(whole.results());
        });
  }

  private void counts(List<ScenarioResult> results) throws XMLStreamException {
    int tests = results.stream().mapToInt(result -> Math.max(1, result.lanes().size())).sum();
    long failures =
        results.stream()
            .flatMap(
                result ->
                    result.lanes().stream().filter(lane -> !own(result, lane.lane()).isEmpty()))
            .count();
    xml.writeAttribute("tests", String.valueOf(tests));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("time", seconds(results.stream().mapToDouble(ScenarioResult::wall).sum()));
  }

  /// Begins the suite of a module, unless it has begun.
  private void suite(String module) throws XMLStreamException {
    if (module.equals(suite)) {
      return;
    }
    endSuite();
    suite = module;
    List<ScenarioResult> results = report.of(module);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", module.isEmpty() ? "scenarios" : line(module));
    counts(results);
    long skipped =
        results.stream().filter(r -> r.standing() == Standing.MISSING).count()
            + results.stream()
                .flatMap(r -> r.lanes().stream().filter(lane -> isUndecided(r, lane.lane())))
                .count();
    xml.writeAttribute("skipped", String.valueOf(skipped));
  }

  private void endSuite() throws XMLStreamException {
    if (!suite.equals("\0")) {
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
  }

  @Override
  public void played(ScenarioResult result, Play play) {
    write(
        () -> {
          suite(result.module());
          for (Run run : play.runs()) {
            testCase(result, run);
          }
        });
  }

  @Override
  public void missing(ScenarioResult result) {
    write(
        () -> {
          suite(result.module());
          begin(result, "", 0);
          xml.writeEmptyElement("skipped");
          xml.writeAttribute("message", "not played");
          xml.writeEndElement();
        });
  }

  private void begin(ScenarioResult result, String lane, double seconds) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", line(result.name()) + (lane.isEmpty() ? "" : " [" + lane + "]"));
    xml.writeAttribute(
        "classname", result.module().isEmpty() ? "scenarios" : line(result.module()));
    xml.writeAttribute("time", seconds(seconds));
  }

  private void testCase(ScenarioResult result, Run run) throws XMLStreamException {
    begin(result, run.lane(), run.usage().wall());
    List<BrokenExpectation> broken = own(result, run.lane());
    if (!broken.isEmpty()) {
      failure("failure", broken, run);
    } else if (isUndecided(result, run.lane())) {
      xml.writeCharacters("\n      ");
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", line(undecided(result, run.lane())));
    }
    if (result.standing() == Standing.FLAKY) {
      List<BrokenExpectation> earlier =
          result.earlier().stream().filter(b -> isOf(result, b, run.lane())).toList();
      if (!earlier.isEmpty()) {
        failure("flakyFailure", earlier, run);
      }
    }
    boolean isLast = result.lanes().getLast().lane().equals(run.lane());
    output("system-out", run, OutputChannel.OUT, isLast ? warning(result) : "");
    output("system-err", run, OutputChannel.ERR, "");
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private void failure(String element, List<BrokenExpectation> broken, Run run)
      throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeStartElement(element);
    xml.writeAttribute("type", broken.getFirst().about().name().toLowerCase(Locale.ROOT));
    xml.writeAttribute("message", line(broken.getFirst().sentence()));
    String text =
        broken.stream().map(JUnitFile::text).collect(Collectors.joining("\n", "\n", "\n"));
    xml.writeCharacters(lines(text + (run.message().isEmpty() ? "" : run.message() + "\n")));
    xml.writeEndElement();
  }

  private static String text(BrokenExpectation broken) {
    var text = new StringBuilder(broken.sentence());
    for (BrokenExpectation.Excerpt part : broken.parts()) {
      for (Line line : part.lines()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%n  %-7s%8.3f %-11s %s",
                part.lane(),
                line.seconds(),
                line.thread(),
                line.text()));
      }
    }
    return text.toString();
  }

  /// The XML has no place for warnings, so it stands above the lines; empty if there is none.
  private static String warning(ScenarioResult result) {
    return result.difference().map(d -> "warning: " + d.sentence() + "\n").orElse("");
  }

  private void output(String element, Run run, OutputChannel stream, String warning)
      throws XMLStreamException {
    List<Line> lines = run.lines().stream().filter(line -> line.stream() == stream).toList();
    if (lines.isEmpty() && warning.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n      ");
    xml.writeStartElement(element);
    xml.writeCharacters(lines(warning));
    for (Line line : lines.subList(0, Math.min(lines.size(), LINES_AT_MOST))) {
      xml.writeCharacters(
          line(
                  String.format(
                      Locale.ROOT, "%8.3f %-11s %s", line.seconds(), line.thread(), line.text()))
              + "\n");
    }
    if (lines.size() > LINES_AT_MOST) {
      xml.writeCharacters("… and " + (lines.size() - LINES_AT_MOST) + " more lines\n");
    }
    xml.writeEndElement();
  }

  /// Whether nothing speaks against a lane, but the machine left something open.
  private static boolean isUndecided(ScenarioResult result, String lane) {
    return own(result, lane).isEmpty() && !undecided(result, lane).isEmpty();
  }

  private static String undecided(ScenarioResult result, String lane) {
    return result.undecided().stream()
        .filter(open -> open.lane().equals(lane))
        .map(UndecidedExpectation::sentence)
        .collect(Collectors.joining("; "));
  }

  /// The broken expectations that a lane's case reports.
  private static List<BrokenExpectation> own(ScenarioResult result, String lane) {
    return result.breaches().stream().filter(broken -> isOf(result, broken, lane)).toList();
  }

  private static boolean isOf(ScenarioResult result, BrokenExpectation broken, String lane) {
    return broken.lane().equals(lane)
        || (broken.lane().isEmpty() && result.lanes().getLast().lane().equals(lane));
  }

  @Override
  public void end() {
    write(
        () -> {
          endSuite();
          xml.writeCharacters("\n");
          xml.writeEndElement();
          xml.writeCharacters("\n");
          xml.writeEndDocument();
          xml.flush();
        });
  }

  /// The text on one line, with a visible picture for each control character, and U+FFFD for each
  /// other character that XML 1.0 does not allow (section 2.2).
  private static String line(String text) {
    return Cells.printable(text)
        .codePoints()
        .map(c -> isXml(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// The same, but with its lines as they are.
  private static String lines(String text) {
    String visible = text.lines().map(JUnitFile::line).collect(Collectors.joining("\n"));
    return text.endsWith("\n") ? visible + "\n" : visible;
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
