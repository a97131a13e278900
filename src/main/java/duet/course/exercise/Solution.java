package duet.course.exercise;

import duet.console.Screen;
import duet.lane.Lane;
import duet.render.terminal.SourceView;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScenarioText;
import duet.scenario.file.FileBounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows the solution of an exercise: at once in the languages that the learner has solved, in the
/// others only when the learner insists.
record Solution(Assignment assignment) {
  /// Shows what the learner may see, and asks about the rest.
  ///
  /// @throws InputFault when there is no solution, or it cannot be read
  void offer() throws InputFault {
    Scenario start = assignment.exercise().start();
    List<Lane> lanes =
        assignment.courseContext().context().lanes().usual().stream()
            .filter(lane -> lane.script(start).isPresent())
            .toList();
    List<Lane> done =
        lanes.stream().filter(lane -> assignment.solved().contains(lane.id())).toList();
    if (!done.isEmpty()) {
      show(done);
    }
    List<Lane> open = lanes.stream().filter(lane -> !done.contains(lane)).toList();
    if (!open.isEmpty() && isWanted(open)) {
      show(open);
    }
  }

  private boolean isWanted(List<Lane> lanes) {
    String question = assignment.text("exercise.sure", Assignment.ids(lanes));
    return assignment.courseContext().console().ask(question).orElse("").equals("y");
  }

  /// Shows the solution in the languages of some lanes.
  ///
  /// @throws InputFault when there is none, or it cannot be read
  void show(List<Lane> lanes) throws InputFault {
    Optional<Scenario> solution = assignment.exercise().solution();
    if (solution.isEmpty()) {
      throw InputFault.usage(
          assignment.name() + " has no solution", "'duet check' tells the author of the course.");
    }
    var sources = new ArrayList<SourceView.Source>();
    for (Lane lane : lanes) {
      Optional<Path> file = lane.script(solution.get());
      if (file.isPresent()) {
        sources.add(source(lane, file.get()));
      }
    }
    Screen screen = assignment.courseContext().screen();
    new SourceView(screen).write(sources);
    screen.flush();
  }

  private static SourceView.Source source(Lane lane, Path file) throws InputFault {
    return new SourceView.Source(
        lane.description().highlighting(),
        String.valueOf(file.getFileName()),
        ScenarioText.read(file, FileBounds.NONE, lane.description().scripts().encoding()));
  }
}
