package duet.repl;

import duet.console.Screen;
import duet.lane.protocol.HostMessage.Line;
import duet.program.ProgramContext;
import duet.render.terminal.LiveView;
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
    description = "Shows the last play again, or some of its lines.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  log",
      "  log --lane python --thread Thread-1",
      "  log done      lines with this text"
    })
final class LogCommand implements Callable<Integer> {
  private final ProgramContext context;
  private final LastPlay plays;

  @Option(names = "--lane", paramLabel = "LANE", description = "Only this lane's lines.")
  private String lane = "";

  @Option(names = "--thread", paramLabel = "THREAD", description = "Only this thread's lines.")
  private String thread = "";

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Only lines with this text.")
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
                TimelineStyle.NONE),
            this::isWanted);
    screen.flush();
    return 0;
  }

  private boolean isWanted(String lineLane, Line line) {
    String wanted = String.join(" ", text).toLowerCase(Locale.ROOT);
    return (lane.isEmpty() || lane.equals(lineLane))
        && (thread.isEmpty() || thread.equals(line.thread()))
        && line.text().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
