package duet.course.learner;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a learner has done: a file with one line of JSON for each step. Duet only appends lines,
/// and their order does not matter. So joining the files of two machines merges them, and a crash
/// loses at most the last line.
public final class Progress {

  /// The lock of a file works only between processes; this one works between threads.
  private static final Object LOCK_OF_THIS_PROCESS = new Object();

  private final Path file;
  private final Set<ProgressStep> steps;
  private final String course;

  /// One step of a learner.
  ///
  /// @param what the kind of step
  /// @param of the module, scenario or exercise
  /// @param detail a section's anchor, a lane or a question; may be empty
  /// @param at the time, as an instant of ISO 8601
  public record ProgressStep(StepKind what, String of, String detail, String at) {}

  /// The kinds of steps.
  public enum StepKind {
    /// The learner read a section; the detail is its anchor.
    READ,
    /// The learner read a module to its end.
    FINISHED,
    /// A prediction was right; the detail is the question.
    RIGHT,
    /// A prediction was wrong; the detail is the question.
    WRONG,
    /// The learner saw a hint; the detail is its number.
    HINT,
    /// The learner solved an exercise; the detail is the lane.
    SOLVED
  }

  /// How many predictions were right. Only the first prediction for each question counts.
  public record Tally(int right, int all) {}

  private Progress(Path file, Set<ProgressStep> steps, String course) {
    this.file = file;
    this.steps = steps;
    this.course = course;
  }

  /// Reads a file; a missing file is empty progress. Duet ignores lines that it does not
  /// understand, perhaps of a later version, and keeps them.
  ///
  /// @throws InputFault when it cannot be read
  public static Progress of(Path file) throws InputFault {
    var steps = new LinkedHashSet<ProgressStep>();
    if (Files.exists(file)) {
      steps.addAll(read(file));
    }
    return new Progress(file, steps, "");
  }

  /// The part of the progress that belongs to one course. Modules of two courses may have the same
  /// names.
  ///
  /// @param id the course; empty for Duet's own
  public Progress in(String id) {
    return new Progress(file, steps, id.isEmpty() ? "" : id + "/");
  }

  private static List<ProgressStep> read(Path file) throws InputFault {
    try {
      var steps = new ArrayList<ProgressStep>();
      new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> step(line).ifPresent(steps::add));
      return steps;
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot read the progress in " + file, "Check that you may read this file.");
    }
  }

  /// Adds a step, and saves it.
  ///
  /// @throws InputFault when it cannot be written
  public void add(ProgressStep step) throws InputFault {
    var own = new ProgressStep(step.what(), course + step.of(), step.detail(), step.at());
    if (!steps.contains(own)) {
      append(List.of(own));
      steps.add(own);
    }
  }

  /// Adds the steps of another file.
  ///
  /// @return how many steps were new
  /// @throws InputFault when that file is missing or has no progress, or this one cannot be written
  public int merge(Path other) throws InputFault {
    if (!Files.isRegularFile(other)) {
      throw InputFault.usage(
          "there is no file " + other, "Name the progress.jsonl of another machine.");
    }
    List<ProgressStep> theirs = read(other);
    if (theirs.isEmpty()) {
      throw InputFault.usage(
          "there is no progress in " + other, "Name the progress.jsonl of another machine.");
    }
    List<ProgressStep> fresh = theirs.stream().distinct().filter(s -> !steps.contains(s)).toList();
    append(fresh);
    steps.addAll(fresh);
    return fresh.size();
  }

  /// Clears an interrupt for as long as it writes: an interrupted thread could not lock the file,
  /// and the step must not be lost.
  private void append(List<ProgressStep> fresh) throws InputFault {
    boolean wasInterrupted = Thread.interrupted();
    try {
      synchronized (LOCK_OF_THIS_PROCESS) {
        write(fresh);
      }
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write the progress to " + file + ": " + e.getMessage(),
          "Make room on the disk, or set XDG_STATE_HOME to a folder that you may write to.");
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Appends in one write, so that no other process writes in between. Starts a new line if the
  /// last one is incomplete.
  private void write(List<ProgressStep> fresh) throws IOException {
    var text = new StringBuilder();
    fresh.forEach(step -> text.append(line(step)).append('\n'));
    try (var out = new RandomAccessFile(file.toFile(), "rwd"); // reaches the disk
        var _ = out.getChannel().lock()) {
      long length = out.length();
      boolean isTorn = false;
      if (length > 0) {
        out.seek(length - 1);
        isTorn = out.read() != '\n';
      }
      out.seek(length);
      out.write(((isTorn ? "\n" : "") + text).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String line(ProgressStep step) {
    return JsonLines.object(
        JsonKind.PROGRESS,
        json -> {
          json.name("what").value(step.what().name().toLowerCase(Locale.ROOT));
          json.name("of").value(step.of()).name("detail").value(step.detail());
          json.name("at").value(step.at());
        });
  }

  private static Optional<ProgressStep> step(String line) {
    try {
      if (!(JsonParser.parseString(line) instanceof JsonObject json)
          || !JsonKind.PROGRESS.word().equals(text(json, "kind"))) {
        return Optional.empty();
      }
      StepKind what = StepKind.valueOf(text(json, "what").toUpperCase(Locale.ROOT));
      return Optional.of(
          new ProgressStep(what, text(json, "of"), text(json, "detail"), text(json, "at")));
    } catch (JsonParseException | IllegalArgumentException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject json, String name) {
    return json.has(name) ? json.getAsJsonPrimitive(name).getAsString() : "";
  }

  /// The details of all steps of a kind.
  public Set<String> details(StepKind what, String of) {
    var details = new LinkedHashSet<String>();
    steps.stream()
        .filter(step -> step.what() == what && step.of().equals(course + of))
        .forEach(step -> details.add(step.detail()));
    return details;
  }

  /// Whether there is a step of a kind.
  public boolean has(StepKind what, String of) {
    return !details(what, of).isEmpty();
  }

  /// How many predictions in this course were right.
  public Tally predictions() {
    var first = new LinkedHashMap<String, StepKind>();
    for (ProgressStep step : steps) {
      boolean isPrediction = step.what() == StepKind.RIGHT || step.what() == StepKind.WRONG;
      boolean isOfAnother =
          course.isEmpty() ? step.of().contains("@") : !step.of().startsWith(course);
      if (isPrediction && !isOfAnother) {
        first.putIfAbsent(step.of() + " " + step.detail(), step.what());
      }
    }
    int right = (int) first.values().stream().filter(StepKind.RIGHT::equals).count();
    return new Tally(right, first.size());
  }
}
