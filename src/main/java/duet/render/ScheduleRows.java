package duet.render;

import duet.lane.protocol.PlayedSchedule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the steps of a schedule into words, with the text of the script beside them.
public final class ScheduleRows {
  private static final int LONGEST_CODE = 40;
  private static final String ARROW = " → ";
  private static final Map<String, String> VERBS =
      Map.of(
          "lock", "locks",
          "unlock", "unlocks",
          "notify", "notifies",
          "wait", "waits for",
          "wake", "wakes up from",
          "join", "joins",
          "park", "waits for",
          "line", "runs");

  private final List<String> source;

  /// What one thread does on one line of the script.
  ///
  /// @param line 0 where none is known
  /// @param first the number of its first step
  public record Row(int thread, int line, int first, List<Step> steps) {
    public Row {
      steps = List.copyOf(steps);
    }

    /// The number of its last step.
    public int last() {
      return first + steps.size() - 1;
    }

    private Row and(Step step) {
      var more = new ArrayList<>(steps);
      more.add(step);
      return new Row(thread, line, first, more);
    }
  }

  /// @param source the lines of the script
  public ScheduleRows(List<String> source) {
    this.source = List.copyOf(source);
  }

  /// The rows of the steps from one number up to another one. Steps of one thread on one line that
  /// follow each other make one row. A thread's beginning and end, and what main does to start and
  /// await the others, need none.
  public static List<Row> of(List<Step> steps, int from, int to) {
    return rows(steps, from, to, false);
  }

  /// The same with those that need none.
  public static List<Row> all(List<Step> steps, int from, int to) {
    return rows(steps, from, to, true);
  }

  private static List<Row> rows(List<Step> steps, int from, int to, boolean isAll) {
    var rows = new ArrayList<Row>();
    for (int at = from; at < Math.min(to, steps.size()); at++) {
      Step step = steps.get(at);
      if (!isAll && isPlain(step)) {
        continue;
      }
      Row last = rows.isEmpty() ? null : rows.getLast();
      if (last != null
          && last.thread == step.thread()
          && last.line == step.line()
          && last.last() == at - 1) {
        rows.set(rows.size() - 1, last.and(step));
      } else {
        rows.add(new Row(step.thread(), step.line(), at, List.of(step)));
      }
    }
    return rows;
  }

  private static boolean isPlain(Step step) {
    return switch (step.op()) {
      case "begin", "end", "start", "join" -> true;
      default -> false;
    };
  }

  /// A row's line number and text, with the values.
  public String text(Row row) {
    return row.line > 0 ? number(row.line) + words(row) : words(row);
  }

  /// The same without the number.
  public String words(Row row) {
    String code = code(row.line);
    var text = new StringBuilder();
    boolean isWhole =
        !code.isEmpty()
            && (code.length() <= LONGEST_CODE || row.steps.stream().allMatch(ScheduleRows::isMute));
    if (isWhole) {
      text.append(code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE - 1) + "…");
    }
    for (int i = 0; i < row.steps.size(); i++) {
      Step step = row.steps.get(i);
      if (!isWhole) {
        text.append(i == 0 ? "" : ", ").append(what(step));
      }
      if (!step.value().isEmpty()) {
        text.append(ARROW).append(step.value());
      } else if (isWhole && step.op().equals("begin")) {
        text.append(" (begins)");
      } else if (isWhole && !step.text().isEmpty() && !step.op().equals("line")) {
        text.append(" (").append(step.text()).append(')');
      }
    }
    return text.toString();
  }

  /// Whether a step says nothing that its line does not.
  private static boolean isMute(Step step) {
    return step.op().equals("line") || (step.name().isEmpty() && step.value().isEmpty());
  }

  /// A line of the script, without what ends it; empty where none is known.
  public String code(int line) {
    if (line < 1 || line > source.size()) {
      return "";
    }
    String code = source.get(line - 1).strip();
    return code.endsWith(";") ? code.substring(0, code.length() - 1) : code;
  }

  /// What a step does, where the line stands for itself only the object: `counter`, `locks a`.
  public static String what(Step step) {
    return switch (step.op()) {
      case "read", "write", "call" -> step.name();
      case "line" -> step.text();
      default -> sentence(step);
    };
  }

  /// What a step does: `reads counter`, `locks a`.
  public static String sentence(Step step) {
    String object = step.op().equals("line") ? step.text() : step.name();
    return (VERBS.getOrDefault(step.op(), step.op() + "s") + " " + object).strip();
  }

  /// A line's number in its column.
  public static String number(int line) {
    return String.format("%3d  ", line);
  }
}
