package duet.cli;

import duet.console.Console;
import duet.course.Template;
import duet.program.ProgramContext;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `duet new`.
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Lays out something to begin with: a module of a course.",
    footerHeading = "%nExample:%n",
    footer = {"  duet new module mycourse/01-first", "  duet check mycourse"})
final class NewCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Parameters(index = "0", paramLabel = "WHAT", description = "What to lay out: module.")
  private TemplateKind what = TemplateKind.MODULE;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Where; it must be new or empty.")
  private Path folder = Path.of("");

  NewCommand(ProgramContext context) {
    this.context = context;
  }

  /// What can be laid out.
  private enum TemplateKind {
    MODULE
  }

  @Override
  public Integer call() throws InputFault {
    switch (what) {
      case MODULE -> module();
    }
    return ExitCode.OK;
  }

  private void module() throws InputFault {
    Console console = context.console();
    Template.layOut(folder).forEach(file -> console.print(file.toString()));
    console.print("'duet check " + folder + "' plays it; 'duet learn " + folder + "/' reads it.");
  }
}
