package duet.render.html;

import duet.explore.Fault;
import duet.explore.KnownState;
import duet.explore.ShownSchedule;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.Printed;
import duet.lane.protocol.PlayedSchedule.Waiting;
import duet.render.ScheduleRows;
import duet.scenario.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A schedule on a page: a column for each thread, a row for what a thread does before another one
/// goes on, and beside it what is known about the data then.
///
/// @param id tells schedules of a page apart
record ScheduleTable(int id, ShownSchedule shown) {
  private static final int COLOURS = 6;
  private static final int MOST_ROWS = 500;

  /// A row.
  ///
  /// @param column which of the columns it is in, counted from 0
  /// @param colour the thread's, counted from 1; 0 for the main thread, which has none
  /// @param line of the script; 0 where none is known
  /// @param isFault whether this is the step that the fault is about
  record StepRow(
      int number,
      int column,
      int colour,
      String thread,
      int line,
      String text,
      String state,
      String output,
      boolean isFault) {}

  /// A thread's column.
  record Column(String name, int colour) {}

  /// A line of the script.
  record SourceLine(int number, String text) {}

  private PlayedSchedule played() {
    return shown.played();
  }

  private List<Integer> threads() {
    var threads = new TreeSet<Integer>();
    played().steps().forEach(step -> threads.add(step.thread()));
    played().waits().forEach(wait -> threads.add(wait.thread()));
    return new ArrayList<>(threads);
  }

  private static int colour(int thread) {
    return thread == 0 ? 0 : (thread - 1) % COLOURS + 1;
  }

  List<Column> columns() {
    return threads().stream()
        .map(thread -> new Column(played().threads().get(thread), colour(thread)))
        .toList();
  }

  String title() {
    return shown.lane() + ": " + shown.result();
  }

  /// The grade's word; empty where nothing is declared.
  String grade() {
    return shown.grade().map(Grade::word).orElse("");
  }

  /// `good`, `bad` or nothing.
  String standing() {
    return shown
        .grade()
        .map(it -> it == Grade.FORBIDDEN ? "bad" : it == Grade.ACCEPTABLE ? "good" : "")
        .orElse("");
  }

  /// What went wrong; empty where the steps do not show it.
  String fault() {
    return Fault.of(played()).map(Fault::sentence).orElse("");
  }

  List<SourceLine> source() {
    var lines = new ArrayList<SourceLine>();
    for (String text : shown.source()) {
      lines.add(new SourceLine(lines.size() + 1, text));
    }
    return lines;
  }

  /// The rows, without the first ones where there are very many.
  List<StepRow> rows() {
    var words = new ScheduleRows(shown.source());
    List<Integer> threads = threads();
    Optional<Fault> fault = Fault.of(played());
    var rows = new ArrayList<StepRow>();
    int from = 0;
    for (ScheduleRows.Row row : ScheduleRows.all(played().steps(), 0, played().length())) {
      rows.add(
          new StepRow(
              rows.size() + 1,
              threads.indexOf(row.thread()),
              colour(row.thread()),
              played().threads().get(row.thread()),
              row.line(),
              words.words(row),
              state(row.last() + 1),
              output(from, row.last()),
              isIn(fault, row)));
      from = row.last() + 1;
    }
    for (Waiting wait : played().waits()) {
      rows.add(
          new StepRow(
              rows.size() + 1,
              threads.indexOf(wait.thread()),
              colour(wait.thread()),
              played().threads().get(wait.thread()),
              wait.line(),
              wait.text(),
              state(played().length()),
              "",
              true));
    }
    return rows.size() > MOST_ROWS ? rows.subList(rows.size() - MOST_ROWS, rows.size()) : rows;
  }

  private static boolean isIn(Optional<Fault> fault, ScheduleRows.Row row) {
    return fault.filter(one -> one.last() >= row.first() && one.last() <= row.last()).isPresent();
  }

  private String state(int end) {
    KnownState state = KnownState.before(played().steps(), end);
    var parts = new ArrayList<String>();
    state.values().forEach((name, value) -> parts.add(name + " = " + value));
    state
        .locks()
        .forEach(
            (thread, locks) ->
                parts.add(played().threads().get(thread) + " holds " + String.join(", ", locks)));
    return String.join(" · ", parts);
  }

  private String output(int from, int to) {
    return String.join(
        " ⏎ ",
        played().lines().stream()
            .filter(line -> line.step() >= from && line.step() <= to)
            .map(Printed::text)
            .toList());
  }
}
