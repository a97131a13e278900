package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.explore.Fault;
import duet.explore.KnownState;
import duet.explore.Result;
import duet.explore.Stepping;
import duet.explore.Stepping.Choice;
import duet.explore.Stepping.Place;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.render.ScheduleRows;
import duet.scenario.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows a schedule that its user makes: what was done, what was printed, and what each thread does
/// next.
public final class StepView {
  private static final int CODE = 40;
  private static final int LONGEST_NAME = 16;

  private static final List<String> HELP =
      List.of(
          "1, 2, …   this thread makes its next step; 112 makes three steps",
          "Enter     the thread at ▸ makes its next step: the last one again, if it can",
          "u         takes a step back",
          "a         starts again from the first step",
          "r         lets the threads go on at random, to the end",
          "f         looks for a schedule that goes wrong; Enter then follows it",
          "s         prints the token of this schedule, for 'duet replay'",
          "w         shows what was done so far, as a table",
          "q         leaves (Ctrl-D and Ctrl-C, too)");

  private final Screen screen;
  private final List<String> source;
  private final ScheduleRows rows;

  /// @param source the lines of the script
  public StepView(Screen screen, List<String> source) {
    this.screen = screen;
    this.source = List.copyOf(source);
    rows = new ScheduleRows(source);
  }

  /// Writes the title.
  public void begins(String scenario, String title, String lane) {
    String left = Cells.printable(title.isEmpty() ? scenario : scenario + " · " + title);
    screen.line(
        screen.theme().paint(Role.TITLE, left)
            + screen.spread(left, "step, " + lane).substring(left.length()));
    screen.line(
        screen.theme().paint(Role.FAINT, " You choose the thread that goes on. ? lists the keys."));
    screen.flush();
  }

  /// Writes the keys.
  public void help() {
    HELP.forEach(line -> screen.line("  " + line));
    screen.flush();
  }

  /// Writes a sentence.
  public void say(String sentence) {
    WordWrap.wrap(Cells.printable(sentence), screen.live() ? screen.width() - 1 : 0)
        .forEach(line -> screen.line(" " + line));
    screen.flush();
  }

  /// Writes what was done since a step, and what was printed.
  public void done(Place place, int from) {
    PlayedSchedule played = place.played();
    int line = 0;
    List<PlayedSchedule.Printed> printed =
        played.lines().stream()
            .filter(one -> one.step() >= from && (one.step() < place.done() || place.isOver()))
            .toList();
    for (ScheduleRows.Row row : ScheduleRows.all(played.steps(), from, place.done())) {
      while (line < printed.size() && printed.get(line).step() < row.first()) {
        output(played, printed.get(line++));
      }
      screen.line(fitting(row.thread(), "   " + label(played, row.thread()) + rows.text(row)));
    }
    printed.subList(line, printed.size()).forEach(one -> output(played, one));
    screen.flush();
  }

  private void output(PlayedSchedule played, PlayedSchedule.Printed one) {
    String who = Cells.printable(played.threads().get(one.thread()));
    screen.line(
        "  " + screen.theme().paint(Role.FAINT, who + " prints: ") + Cells.printable(one.text()));
  }

  /// A thread's number and name, in a column.
  private static String label(PlayedSchedule played, int thread) {
    int widest =
        played.threads().stream()
            .mapToInt(name -> Cells.columns(Cells.printable(name)))
            .max()
            .orElse(0);
    String name = Cells.printable(played.threads().get(thread));
    return thread + " " + Cells.fit(name, Math.min(widest, LONGEST_NAME)) + "  ";
  }

  /// Writes what each thread does next, and what is known about the data.
  public void choices(Stepping stepping) {
    Place here = stepping.here();
    screen.line("");
    screen.line(screen.theme().paint(Role.FAINT, " step " + here.done() + state(here)));
    for (Choice one : stepping.choices()) {
      String text =
          (one.thread() == stepping.usual() ? " ▸ " : "   ")
              + label(here.played(), one.thread())
              + what(one);
      screen.line(
          one.canGo()
              ? fitting(one.thread(), text)
              : screen.theme().paint(Role.FAINT, fitting(0, text)));
    }
    screen.flush();
  }

  private String what(Choice one) {
    PlayedSchedule.Step next = one.next();
    if (next == null) {
      return one.canGo() ? "goes on" : one.waits().isEmpty() ? "waits, or has ended" : one.waits();
    }
    String code = next.line() > 0 ? ScheduleRows.number(next.line()) + rows.code(next.line()) : "";
    return Cells.fit(code, CODE) + "  " + (one.canGo() ? sentence(next) : one.waits());
  }

  private static String sentence(PlayedSchedule.Step step) {
    return step.op().equals("line") ? "" : ScheduleRows.sentence(step);
  }

  /// In the thread's colour, and cut to the terminal's width.
  private String fitting(int thread, String line) {
    String text = Cells.printable(line).stripTrailing();
    String cut = screen.live() ? Cells.fit(text, screen.width() - 1).stripTrailing() : text;
    return screen.theme().paintThread(thread, cut);
  }

  private static String state(Place here) {
    KnownState state = KnownState.before(here.played().steps(), here.done());
    var parts = new ArrayList<String>();
    state.values().forEach((name, value) -> parts.add(name + " = " + value));
    for (Map.Entry<Integer, List<String>> held : state.locks().entrySet()) {
      parts.add(
          here.played().threads().get(held.getKey())
              + " holds "
              + String.join(", ", held.getValue()));
    }
    return parts.isEmpty() ? "" : " · " + Cells.printable(String.join(" · ", parts));
  }

  /// Writes the schedule so far, as a table.
  public void table(Place place) {
    PlayedSchedule played = place.played();
    int done = Math.min(place.done(), played.steps().size());
    new ScheduleView(screen, source)
        .show(
            new PlayedSchedule(
                played.plan(),
                place.isOver() ? played.end() : End.COMPLETED,
                played.message(),
                played.status(),
                played.io(),
                played.threads(),
                played.choices().substring(0, done),
                played.stay().substring(0, done),
                "",
                List.of(),
                place.isOver() ? played.waits() : List.of(),
                played.steps().subList(0, done)));
    screen.flush();
  }

  /// Writes a whole schedule that was found.
  public void found(PlayedSchedule played, Result result) {
    say("This schedule of " + played.length() + " steps ends with '" + result.text() + "':");
    new ScheduleView(screen, source).show(played);
    say("Enter follows it from its first step.");
  }

  /// Writes how the schedule ended.
  public void ended(PlayedSchedule played, List<Result> results) {
    screen.line("");
    for (PlayedSchedule.Waiting wait : played.waits()) {
      say(played.threads().get(wait.thread()) + " " + wait.text());
    }
    String said =
        results.isEmpty()
            ? played.end().word() + ", " + played.message()
            : results.stream().map(this::graded).collect(Collectors.joining("; "));
    screen.line(" The end, after " + played.length() + " steps: " + said);
    boolean isGood =
        !results.isEmpty()
            && results.stream().allMatch(one -> one.grade().equals(Optional.of(Grade.ACCEPTABLE)));
    Fault.of(played)
        .filter(_ -> !isGood)
        .ifPresent(
            fault ->
                WordWrap.wrap(
                        Cells.printable(fault.sentence()), screen.live() ? screen.width() - 1 : 0)
                    .forEach(line -> screen.line(" " + screen.theme().paint(Role.BAD, line))));
    screen.flush();
  }

  private String graded(Result result) {
    String text = Cells.printable(result.text());
    return result
        .grade()
        .map(grade -> text + " (" + screen.theme().paint(role(grade), grade.word()) + ")")
        .orElse(text);
  }

  private static Role role(Grade grade) {
    return switch (grade) {
      case ACCEPTABLE -> Role.GOOD;
      case INTERESTING -> Role.TITLE;
      case FORBIDDEN -> Role.BAD;
    };
  }

  /// Writes how to play the schedule again.
  public void token(String command) {
    screen.line(" " + screen.theme().paint(Role.CODE, command));
    screen.flush();
  }
}
