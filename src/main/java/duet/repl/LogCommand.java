package duet.repl;

import duet.console.Screen;
import duet.lane.protocol.HostMessage.Line;
import duet.program.ProgramContext;
import duet.render.terminal.LiveView;
import duet.render.terminal.TimelineChoice;
import duet.render.terminal.TimelineStyle;
import duet.scenario.InputFault;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `log`.
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = "Shows the log of the last play again, or some of its lines.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  log",
      "  log --lane python --thread Thread-1",
      "  log done      only lines with this text"
    })
final class LogCommand implements Callable<Integer> {
  private final ProgramContext context;
  private final LastPlay plays;

  @Option(names = "--lane", paramLabel = "LANE", description = "Shows only this lane's lines.")
  private String lane = "";

  @Option(
      names = "--thread",
      paramLabel = "THREAD",
      description = "Shows only this thread's lines.")
  private String thread = "";

  @Option(
      names = "--timeline",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Shows what every thread did, below the whole log: auto (on a terminal), on, ascii or"
              + " off.")
  private TimelineChoice timeline = TimelineChoice.AUTO;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Shows only lines with this text.")
  private List<String> text = List.of();

  LogCommand(ProgramContext context, LastPlay plays) {
    this.context = context;
    this.plays = plays;
  }

  @Override
  public Integer call() throws InputFault {
    Screen screen = context.console().screen();
    plays
        .required()
        .replay(
            new LiveView(
                screen,
                context.clock(),
                LiveView.fitsSideBySide(screen.width()),
                isWhole() ? timeline.style(screen.live()) : TimelineStyle.NONE),
            this::isWanted);
    screen.flush();
    return 0;
  }

  /// Whether all lines are shown; the timeline belongs to all of them.
  private boolean isWhole() {
    return lane.isEmpty() && thread.isEmpty() && text.isEmpty();
  }

  private boolean isWanted(String lineLane, Line line) {
    String wanted = String.join(" ", text).toLowerCase(Locale.ROOT);
    return (lane.isEmpty() || lane.equals(lineLane))
        && (thread.isEmpty() || thread.equals(line.thread()))
        && line.text().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
