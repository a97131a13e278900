package duet.render.file;

import duet.explore.Fault;
import duet.explore.ShownSchedule;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import duet.render.ScheduleRows;
import duet.scenario.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a schedule as a sequence diagram of Mermaid, for slides and web pages: threads, and what
/// they read, write and lock, are its participants.
public final class MermaidFile {
  private static final int LONGEST = 60;

  private final PlayedSchedule played;
  private final ScheduleRows words;
  private final StringBuilder text = new StringBuilder("sequenceDiagram\n");
  private final Map<String, String> objects = new LinkedHashMap<>();

  private MermaidFile(ShownSchedule shown) {
    played = shown.played();
    words = new ScheduleRows(shown.source());
  }

  /// Writes a file, or replaces an existing one.
  ///
  /// @throws InputFault if it cannot be written
  public static void write(Path path, ShownSchedule shown) throws InputFault {
    try {
      Files.writeString(path, text(shown));
    } catch (IOException e) {
      throw InputFault.usage("cannot write the diagram to " + path, "Choose another file.");
    }
  }

  /// The diagram's text.
  public static String text(ShownSchedule shown) {
    return new MermaidFile(shown).text();
  }

  private String text() {
    List<ScheduleRows.Row> rows = ScheduleRows.of(played.steps(), 0, played.length());
    var threads = new ArrayList<Integer>();
    rows.forEach(row -> add(threads, row.thread()));
    played.waits().forEach(wait -> add(threads, wait.thread()));
    threads.stream().sorted().forEach(this::thread);
    rows.forEach(row -> row.steps().forEach(this::object));
    rows.forEach(
        row -> {
          for (int at = 0; at < row.steps().size(); at++) {
            step(row, at);
          }
        });
    played.waits().forEach(this::wait);
    int last = threads.stream().mapToInt(it -> it).max().orElse(0);
    int first = threads.stream().mapToInt(it -> it).min().orElse(0);
    Fault.of(played)
        .ifPresent(
            fault ->
                line(
                    "Note over t"
                        + first
                        + (last > first ? ",t" + last : "")
                        + ": "
                        + safe(fault.sentence())));
    return text.toString();
  }

  private static void add(List<Integer> threads, int thread) {
    if (!threads.contains(thread)) {
      threads.add(thread);
    }
  }

  private void thread(int thread) {
    line("participant t" + thread + " as " + safe(played.threads().get(thread)));
  }

  private static boolean isArrow(Step step) {
    return switch (step.op()) {
      case "read", "write", "lock", "unlock" -> !step.name().isEmpty();
      default -> false;
    };
  }

  private void object(Step step) {
    if (isArrow(step) && !objects.containsKey(step.name())) {
      String id = "o" + objects.size();
      objects.put(step.name(), id);
      line("participant " + id + " as " + safe(step.name()));
    }
  }

  private void step(ScheduleRows.Row row, int at) {
    Step step = row.steps().get(at);
    String who = "t" + row.thread();
    if (!isArrow(step)) {
      boolean isFirst = at == 0;
      if (isFirst || isArrow(row.steps().get(at - 1))) {
        line(
            "Note over " + who + ": " + safe(isFirst ? words.words(row) : ScheduleRows.what(step)));
      }
      return;
    }
    String object = String.valueOf(objects.get(step.name()));
    String value = step.value().isEmpty() ? "" : " " + step.value();
    switch (step.op()) {
      case "read" -> line(object + "-->>" + who + ": " + safe("reads" + value));
      case "write" -> line(who + "->>" + object + ": " + safe("writes" + value));
      default -> line(who + "->>" + object + ": " + safe(step.op() + "s"));
    }
  }

  private void wait(Waiting wait) {
    line("Note over t" + wait.thread() + ": " + safe(wait.text()));
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  /// Text that ends no line and begins no other element of the diagram.
  private static String safe(String said) {
    var safe = new StringBuilder();
    String cut = said.length() > 4 * LONGEST ? said.substring(0, 4 * LONGEST - 1) + "…" : said;
    cut.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                safe.append(' ');
              } else if ("#;:<>\"%{}[]".indexOf(c) >= 0) {
                safe.append("#").append(c).append(";"); // Mermaid's form of a character
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.isEmpty() ? "-" : safe.toString();
  }
}
