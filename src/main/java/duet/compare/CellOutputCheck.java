package duet.compare;

import duet.compare.CellLines.CellLine;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.OutputChannel;
import duet.run.Run;
import duet.scenario.Expectations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compares what each cell of a notebook printed with its output in the saved notebook. What
/// another thread than the main one prints may be saved with the cell that started it, or with a
/// later one: Jupyter adds it to the cell that runs then.
final class CellOutputCheck {
  /// The note with which a cell begins.
  private static final Pattern BEGIN = Pattern.compile("cell \\d+( \\([\\w-]*\\))?");

  private static final String CLEARS = " clears its output";
  private static final String SKIPPED = " skipped: ";

  /// A cell whose output is not the saved one.
  ///
  /// @param begun the line with which it began, if it did
  /// @param lacking lines that were saved and not printed
  /// @param more lines that were printed and not saved
  /// @param error the saved error that was not raised; empty where there is none
  record Difference(
      String cell, Optional<Line> begun, List<String> lacking, List<String> more, String error) {
    boolean isEmpty() {
      return lacking.isEmpty() && more.isEmpty() && error.isEmpty();
    }
  }

  /// A cell that was played.
  private static final class PlayedCell {
    final String name;
    final Line begun;
    final List<Line> printed = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    boolean hasSkipped;

    PlayedCell(String name, Line begun) {
      this.name = name;
      this.begun = begun;
    }
  }

  /// A line of another thread than the main one.
  ///
  /// @param from the first cell with which it may be saved
  /// @param at the cell that ran when it was printed
  private record ThreadLine(int from, int at, CellLine line) {}

  private final Expectations expected;
  private final LineMask masks;
  private final List<PlayedCell> cells = new ArrayList<>();

  /// By the lines' keys, those first that may be saved with the earliest cell.
  private final Map<String, Deque<ThreadLine>> others = new HashMap<>();

  private long main;

  private CellOutputCheck(Expectations expected, LineMask masks) {
    this.expected = expected;
    this.masks = masks;
  }

  /// Whether a run played a notebook.
  static boolean isOfNotebook(Run run) {
    return run.lines().stream().anyMatch(line -> line.stream() == OutputChannel.NOTE);
  }

  /// The cells of a notebook's run that did not print, or raise, what is saved.
  static List<Difference> of(Run run, Expectations expected, LineMask masks) {
    var check = new CellOutputCheck(expected, masks);
    check.read(run);
    return check.differences();
  }

  private void read(Run run) {
    Map<Long, Integer> births = new HashMap<>();
    for (Line line : run.lines()) {
      if (line.stream() == OutputChannel.NOTE) {
        main = line.tid();
        note(line);
      } else if (!cells.isEmpty()) {
        births.putIfAbsent(line.tid(), cells.size() - 1);
        if (line.stream() == OutputChannel.OUT) {
          cells.getLast().printed.add(line);
        } else {
          cells.getLast().errors.add(line.text());
        }
      }
    }
    for (State state : run.states()) {
      births.merge(state.tid(), cellAt(state.from()), Math::min);
    }
    divide(births);
  }

  private void note(Line line) {
    if (BEGIN.matcher(line.text()).matches()) {
      cells.add(new PlayedCell(line.text(), line));
    } else if (!cells.isEmpty() && line.text().endsWith(CLEARS)) {
      cells.getLast().printed.clear();
    } else if (!cells.isEmpty()) {
      cells.getLast().hasSkipped |= line.text().contains(SKIPPED);
    }
  }

  /// The cell that ran at a moment.
  private int cellAt(long nanos) {
    int begun = (int) cells.stream().takeWhile(cell -> cell.begun.nanos() <= nanos).count();
    return Math.max(0, begun - 1);
  }

  /// Takes the lines of other threads out of the cells.
  private void divide(Map<Long, Integer> births) {
    var found = new ArrayList<ThreadLine>();
    for (int at = 0; at < cells.size(); at++) {
      for (Line line : cells.get(at).printed) {
        if (line.tid() != main) {
          int from = Math.min(at, births.getOrDefault(line.tid(), at));
          CellLine only = CellLines.of(List.of(line.text()), masks).getFirst();
          found.add(new ThreadLine(from, at, only));
        }
      }
      cells.get(at).printed.removeIf(line -> line.tid() != main);
    }
    found.sort(Comparator.comparingInt(ThreadLine::from));
    for (ThreadLine line : found) {
      others.computeIfAbsent(line.line.key(), _ -> new ArrayDeque<>()).add(line);
    }
  }

  private List<Difference> differences() {
    var lacking = new LinkedHashMap<String, List<CellLine>>();
    var more = new HashMap<String, List<CellLine>>();
    expected
        .outputs()
        .forEach(
            (name, saved) -> {
              List<CellLine> wanted = CellLines.of(saved, masks);
              List<CellLine> came = printed(name);
              List<CellLine> left = without(wanted, came);
              left.removeIf(line -> removeOther(indexOf(name), line));
              lacking.put(name, left);
              more.put(name, without(came, wanted));
            });
    others.values().stream()
        .flatMap(Deque::stream)
        .forEach(
            left ->
                Stream.of(left.at, left.from)
                    .flatMap(at -> Stream.ofNullable(more.get(cells.get(at).name)))
                    .findFirst()
                    .ifPresent(lines -> lines.add(left.line)));
    return lacking.entrySet().stream()
        .map(
            cell ->
                difference(
                    cell.getKey(), cell.getValue(), more.getOrDefault(cell.getKey(), List.of())))
        .filter(difference -> !difference.isEmpty())
        .toList();
  }

  private Difference difference(String name, List<CellLine> lacking, List<CellLine> more) {
    Optional<PlayedCell> cell = cells.stream().filter(c -> c.name.equals(name)).findFirst();
    boolean hasSkipped = cell.filter(c -> c.hasSkipped).isPresent();
    String error = expected.errors().getOrDefault(name, "");
    boolean hasFailed = cell.filter(c -> raised(c, error)).isPresent();
    return new Difference(
        name,
        cell.map(c -> c.begun),
        hasSkipped ? List.of() : lacking.stream().map(CellLine::text).toList(),
        more.stream().map(CellLine::text).toList(),
        hasFailed ? "" : error);
  }

  private List<CellLine> printed(String name) {
    return cells.stream()
        .filter(cell -> cell.name.equals(name))
        .findFirst()
        .map(cell -> CellLines.of(cell.printed.stream().map(Line::text).toList(), masks))
        .orElse(List.of());
  }

  private int indexOf(String name) {
    return (int) cells.stream().takeWhile(cell -> !cell.name.equals(name)).count();
  }

  /// The lines that are there more often than among others.
  private static List<CellLine> without(List<CellLine> lines, List<CellLine> others) {
    var count = new HashMap<String, Integer>();
    others.forEach(line -> count.merge(line.key(), 1, Integer::sum));
    var left = new ArrayList<>(lines);
    left.removeIf(line -> count.merge(line.key(), -1, Integer::sum) >= 0);
    return left;
  }

  private boolean removeOther(int cell, CellLine line) {
    Deque<ThreadLine> same = others.getOrDefault(line.key(), new ArrayDeque<>());
    boolean isThere = !same.isEmpty() && same.getFirst().from <= cell;
    if (isThere) {
      same.removeFirst();
    }
    return isThere;
  }

  /// Whether a cell printed the last line of an error's traceback. Pythons differ in what they say
  /// of wrong syntax.
  private static boolean raised(PlayedCell cell, String error) {
    String kind = error.split(":", 2)[0];
    boolean isSyntax = List.of("SyntaxError", "IndentationError", "TabError").contains(kind);
    String told = isSyntax ? kind : error;
    return error.isEmpty()
        || cell.errors.stream()
            .anyMatch(line -> line.startsWith(told) || line.contains("." + told));
  }
}
