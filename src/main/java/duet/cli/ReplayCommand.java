package duet.cli;

import duet.explore.HostSchedules;
import duet.explore.Judge;
import duet.explore.Result;
import duet.explore.ScheduleSource.HostLost;
import duet.explore.ScriptSource;
import duet.explore.ShownSchedule;
import duet.explore.Token;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.program.ProgramContext;
import duet.render.terminal.ExplorationView;
import duet.run.Interruption;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.file.UnreadableFile;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `duet replay`.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays exactly one schedule again, which 'duet explore' has found, and shows its steps.",
    footerHeading = "%nExamples:%n",
    footer = {"  duet replay java.5c3e9a.7-2.12-1 mine.java"})
final class ReplayCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ProgramContext context;
  private final Caller caller;

  @Parameters(
      index = "0",
      paramLabel = "TOKEN",
      description = "The schedule's token, as 'duet explore' prints it.")
  private String token = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NAME|PATH",
      description = "The scenario that the token belongs to, named as for 'duet explore'.")
  private List<String> what = List.of();

  @Mixin private ExploreOptions choices;

  @Mixin private ScheduleFiles files = new ScheduleFiles();

  @Mixin private ColorOption color = new ColorOption();

  ReplayCommand(ProgramContext context, Caller caller) {
    this.context = context;
    this.caller = caller;
    choices = new ExploreOptions(context.lanes());
  }

  @Override
  public Integer call() throws InputFault {
    Token wanted =
        Token.of(token)
            .orElseThrow(
                () ->
                    InputFault.usage(
                        "'" + token + "' is no token of a schedule",
                        "'duet explore NAME' prints tokens, such as java.5c3e9a.7-2.12-1."));
    Lane lane = context.lanes().withIds(List.of(wanted.lane())).getFirst();
    List<Scenario> scenarios =
        new NamedScenarios(context, caller, "duet replay TOKEN")
            .of(what, List.of(lane), false).stream()
                .filter(one -> lane.script(one).isPresent())
                .toList();
    if (scenarios.size() != 1) {
      throw InputFault.usage(
          "a token belongs to one script, not to " + scenarios.size(),
          "Name the one that it was found for.");
    }
    Scenario scenario = scenarios.getFirst();
    return replay(wanted, script(scenario, lane, choices.options(scenario), wanted), scenario);
  }

  private ScriptSource script(Scenario scenario, Lane lane, PlayOptions options, Token wanted)
      throws InputFault {
    try {
      var script = ScriptSource.of(scenario, lane, options, choices.switches());
      if (!script.hash().equals(wanted.hash())) {
        throw InputFault.usage(
            "the token is for another version of "
                + scenario.name()
                + ", or for other arguments or switches",
            "Explore it again: duet explore " + String.join(" ", what));
      }
      return script;
    } catch (UnreadableFile e) {
      throw InputFault.usage(
          e.sentences(lane.script(scenario).orElseThrow().getFileName()), "Check the file.");
    }
  }

  private int replay(Token wanted, ScriptSource script, Scenario scenario) throws InputFault {
    var view = new ExplorationView(context.console().screen(color.choice));
    try (Interruption interruption = caller.interruption();
        var schedules =
            new HostSchedules(
                () -> context.hosts().take(script.lane(), Jit.AUTO),
                script.lane(),
                script.order(),
                script.switches(),
                DEADLINE)) {
      view.starts(script.lane().id());
      try {
        schedules.open();
        PlayedSchedule played = schedules.play(wanted.deviations().plan());
        List<Result> results =
            new Judge(scenario, script.lane().id(), script.order().arguments()).results(played);
        view.replayed(script.lane().id(), played, script.lines(), words(played, results));
        files.add(scenario, List.of(), List.of(shown(wanted, script, played, results)));
        files.write().ifPresent(why -> context.console().error("duet: " + why));
        boolean isGood = !results.isEmpty() && results.stream().noneMatch(Result::isBroken);
        return isGood ? ExitCode.OK : ExitCode.PLAY_FAILED;
      } catch (InterruptedException e) {
        return Math.max(ExitCode.INTERRUPTED, interruption.status());
      }
    } catch (HostLost e) {
      throw InputFault.usage(
          String.valueOf(e.getMessage()), "Play it first: duet run " + String.join(" ", what));
    }
  }

  private ShownSchedule shown(
      Token wanted, ScriptSource script, PlayedSchedule played, List<Result> results) {
    return new ShownSchedule(
        script.lane().id(),
        words(played, results),
        results.stream().flatMap(one -> one.grade().stream()).max(Comparator.naturalOrder()),
        "duet replay " + wanted + " " + String.join(" ", what) + choices.words(),
        played,
        script.lines());
  }

  private static String words(PlayedSchedule played, List<Result> results) {
    if (played.end() == End.DIVERGED || results.isEmpty()) {
      return played.end().word() + ", " + played.message();
    }
    return results.stream().map(Result::text).collect(Collectors.joining("; "));
  }
}
