package duet.cli;

import duet.console.Screen;
import duet.manual.HelpCommand;
import duet.manual.Manual;
import duet.manual.ManualView;
import duet.program.ProgramContext;
import java.io.IOException;
import picocli.CommandLine;

/// What `duet help` lists: the commands, then the topics of the manual.
record HelpOverview(ProgramContext context) implements HelpCommand.Overview {
  private static final String CALLED = "duet help";

  /// The command `help` of a shell.
  static HelpCommand command(ProgramContext context) {
    return new HelpCommand(
        new Manual(context.home()), context.console(), CALLED, new HelpOverview(context));
  }

  @Override
  public void write(CommandLine commands) throws IOException {
    commands.usage(commands.getOut());
    var manual = new Manual(context.home());
    if (!manual.topics().isEmpty()) {
      Screen screen = context.console().screen();
      screen.line("");
      screen.line("Topics of the manual, which 'duet help TOPIC' shows:");
      new ManualView(manual, screen, CALLED).writeTopics();
    }
  }
}
