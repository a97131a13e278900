package duet.course;

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

/// What a learner has done: a file to which a line of JSON is added for each step. Lines are never
/// changed, and say the same wherever they stand, so that files of two machines are merged by
/// putting them together, and a crash can at most cost the line that was being written.
public final class Progress {

  /// A file's lock holds against other programs only.
  private static final Object WITHIN_THIS_ONE = new Object();

  private final Path file;
  private final Set<ProgressStep> steps;
  private final String course;

  /// A step.
  ///
  /// @param what what was done
  /// @param of the module or exercise
  /// @param detail a section's anchor, a lane, what was predicted; empty where there is no more
  /// @param at when, as an instant of ISO 8601
  public record ProgressStep(StepKind what, String of, String detail, String at) {}

  /// What can be done.
  public enum StepKind {
    /// A section was read, whose anchor is the detail.
    READ,
    /// A module was read to its end.
    FINISHED,
    /// A prediction came true; the detail is the question.
    RIGHT,
    /// A prediction did not come true.
    WRONG,
    /// A hint was given; its number is the detail.
    HINT,
    /// An exercise was solved on the lane in the detail.
    SOLVED
  }

  /// How many predictions came true, of those that were made: the first one for each question.
  public record Tally(int right, int all) {}

  private Progress(Path file, Set<ProgressStep> steps, String course) {
    this.file = file;
    this.steps = steps;
    this.course = course;
  }

  /// What a file tells so far; a file that is not there yet tells nothing. Lines that are not
  /// understood, of a later Duet perhaps, are left alone.
  ///
  /// @throws InputFault when it cannot be read
  public static Progress of(Path file) throws InputFault {
    var steps = new LinkedHashSet<ProgressStep>();
    if (Files.exists(file)) {
      steps.addAll(read(file));
    }
    return new Progress(file, steps, "");
  }

  /// The part of it that is about another course than Duet's own, whose modules may be called like
  /// that one's.
  ///
  /// @param id what the course is known by; empty for Duet's own
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
      throw InputFault.usage("cannot read the progress in " + file, "Is it a file of yours?");
    }
  }

  /// Adds a step, on the disk too.
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
  /// @return how many were new
  /// @throws InputFault when there is no such file or nothing in it, or this one cannot be written
  public int merge(Path other) throws InputFault {
    if (!Files.isRegularFile(other)) {
      throw InputFault.usage(
          "there is no file " + other, "Give the progress.jsonl of another machine.");
    }
    List<ProgressStep> theirs = read(other);
    if (theirs.isEmpty()) {
      throw InputFault.usage(
          "there is no progress in " + other, "Give the progress.jsonl of another machine.");
    }
    List<ProgressStep> fresh = theirs.stream().distinct().filter(s -> !steps.contains(s)).toList();
    append(fresh);
    steps.addAll(fresh);
    return fresh.size();
  }

  /// Even where somebody interrupts: what was done is done, and an interrupted thread could not
  /// lock the file.
  private void append(List<ProgressStep> fresh) throws InputFault {
    boolean wasInterrupted = Thread.interrupted();
    try {
      synchronized (WITHIN_THIS_ONE) {
        write(fresh);
      }
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write the progress to " + file + ": " + e.getMessage(),
          "Make room, or set XDG_STATE_HOME to a folder of yours.");
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// One write, so that nothing comes in between, behind a line end: the last line may be torn.
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

  /// The details of what was done of a kind.
  public Set<String> details(StepKind what, String of) {
    var details = new LinkedHashSet<String>();
    steps.stream()
        .filter(step -> step.what() == what && step.of().equals(course + of))
        .forEach(step -> details.add(step.detail()));
    return details;
  }

  /// Whether something of a kind was done.
  public boolean has(StepKind what, String of) {
    return !details(what, of).isEmpty();
  }

  /// What became of the predictions in this course.
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
