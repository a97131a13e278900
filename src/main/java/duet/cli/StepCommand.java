package duet.cli;

import duet.explore.HostSchedules;
import duet.explore.Judge;
import duet.explore.ScheduleSource.HostLost;
import duet.explore.ScriptSource;
import duet.explore.Stepping;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.render.terminal.StepView;
import duet.run.Interruption;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.file.UnreadableFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `duet step`.
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "You are the scheduler: shows what each thread does next, and you choose the one that goes"
            + " on. Plays one lane: the first of --lanes that can be explored.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet step mine.java                     choose by typing a thread's number",
      "  duet step lost_update --lane java --arg 2",
      "  printf '112\\nr\\n' | duet step mine.java    three steps, then at random",
      "'duet help stepping' lists all the keys."
    })
final class StepCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ProgramContext context;
  private final Caller caller;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME|PATH",
      description = "A scenario of the course, or a file (${bundle:lanes.files}).")
  private List<String> what = List.of();

  @Mixin private ExploreOptions choices;

  @Mixin private ColorOption color = new ColorOption();

  StepCommand(ProgramContext context, Caller caller) {
    this.context = context;
    this.caller = caller;
    choices = new ExploreOptions(context.lanes());
  }

  @Override
  public Integer call() throws InputFault {
    List<Lane> lanes = choices.lanes();
    List<Scenario> scenarios =
        new NamedScenarios(context, caller, "duet step")
            .of(what, lanes, false).stream()
                .filter(one -> lanes.stream().anyMatch(lane -> lane.script(one).isPresent()))
                .toList();
    if (scenarios.size() != 1) {
      throw InputFault.usage(
          scenarios.isEmpty()
              ? "no scenario has a script for these lanes"
              : "'duet step' plays one script, not " + scenarios.size(),
          "Name one scenario or file, and its lane with --lane.");
    }
    Scenario scenario = scenarios.getFirst();
    PlayOptions options = choices.options(scenario);
    Lane lane =
        options.lanesOf(scenario).stream()
            .filter(Lane::explores)
            .findFirst()
            .orElseThrow(
                () ->
                    InputFault.usage(
                        "Duet cannot explore the schedules of this lane yet",
                        "Choose another one with --lane."));
    try {
      return step(scenario, ScriptSource.of(scenario, lane, options, choices.switches()));
    } catch (UnreadableFile e) {
      throw InputFault.usage(
          e.sentences(lane.script(scenario).orElseThrow().getFileName()), "Check the file.");
    }
  }

  private int step(Scenario scenario, ScriptSource script) throws InputFault {
    Lane lane = script.lane();
    var view = new StepView(context.console().screen(color.choice), script.lines());
    view.begins(scenario.name(), scenario.title(), lane.id());
    try (var schedules =
            new HostSchedules(
                () -> context.hosts().take(lane, Jit.AUTO),
                lane,
                script.order(),
                script.switches(),
                DEADLINE);
        var keys = StepKeys.of(context.console())) {
      var session =
          new StepSession(
              schedules,
              new Judge(scenario, lane.id(), script.order().arguments()),
              script,
              view,
              keys,
              context.clock(),
              String.join(" ", what) + choices.words(),
              caller::interruption);
      Stepping stepping;
      try (Interruption interruption = caller.interruption()) {
        try {
          schedules.open();
          stepping = Stepping.of(schedules);
        } catch (InterruptedException e) {
          return Math.max(ExitCode.INTERRUPTED, interruption.status());
        }
      }
      return session.run(stepping);
    } catch (HostLost e) {
      throw InputFault.usage(
          String.valueOf(e.getMessage()), "Play it first: duet run " + String.join(" ", what));
    }
  }
}
