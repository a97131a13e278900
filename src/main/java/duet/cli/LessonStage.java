package duet.cli;

import duet.course.Stage;
import duet.lane.Lane;
import duet.render.LiveView;
import duet.render.Screen;
import duet.run.Interruption;
import duet.run.Listeners;
import duet.run.Play;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Plays what a lesson asks for on the terminal.
///
/// @param isOurs whether the lesson is of Duet's own course, whose scenarios have names
record LessonStage(
    Surroundings surroundings, PlayOptions options, ColorChoice color, boolean isOurs)
    implements Stage {
  @Override
  public void prepare() {
    if (!options.sandbox()) {
      options.lanes().forEach(lane -> surroundings.hosts().prepare(lane, options.jit()));
    }
  }

  @Override
  public Play play(Scenario scenario) {
    Screen screen = surroundings.terminal().screen(color);
    var view =
        new LiveView(
            screen,
            LiveView.fitsSideBySide(screen.width()),
            TimelineChoice.AUTO.style(screen.live()));
    try (var _ = Interruption.ofThisThreadOnce()) {
      return new Player(surroundings.hosts())
          .play(
              surroundings.chosen().apply(scenario),
              options,
              new Listeners(List.of(view, surroundings.recorder().get())));
    } finally {
      var _ = Thread.interrupted(); // the outcome tells of it
    }
  }

  @Override
  public int play(Scenario scenario, List<String> more) throws InputFault {
    var words = new ArrayList<String>();
    words.add("run");
    if (isOurs) {
      words.add(scenario.path());
    } else {
      scenario.sources().values().forEach(file -> words.add(file.toString()));
    }
    words.add("--speed=" + options.speed());
    words.add("--lanes=" + String.join(",", options.lanes().stream().map(Lane::id).toList()));
    words.addAll(more);
    return DuetCommand.line(surroundings.goingOn()).execute(words.toArray(String[]::new));
  }
}
