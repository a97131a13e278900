package duet.run;

import duet.lane.protocol.HostMessage.Line;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// A recording of a play. It can be replayed to other listeners later.
public final class PlayRecording implements PlayListener {
  private final List<Consumer<PlayListener>> calls = new ArrayList<>();
  private final List<Heard> lines = new ArrayList<>();

  /// A printed line.
  ///
  /// @param before how many other calls came before it
  private record Heard(int before, String lane, Line line) {}

  /// Repeats every call in the same order, without any pause.
  ///
  /// @param wanted which lines to repeat, given a lane's id and a line
  public void replay(PlayListener listener, BiPredicate<String, Line> wanted) {
    int next = 0;
    for (int i = 0; i <= calls.size(); i++) {
      for (; next < lines.size() && lines.get(next).before == i; next++) {
        Heard heard = lines.get(next);
        if (wanted.test(heard.lane, heard.line)) {
          listener.printed(heard.lane, heard.line);
        }
      }
      if (i < calls.size()) {
        calls.get(i).accept(listener);
      }
    }
  }

  /// Repeats every call, with every line.
  public void replay(PlayListener listener) {
    replay(listener, (_, _) -> true);
  }

  @Override
  public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
    calls.add(listener -> listener.begins(scenario, tempo, speed, lanes));
  }

  @Override
  public void booted(String lane, String runtime) {
    calls.add(listener -> listener.booted(lane, runtime));
  }

  @Override
  public void goes(String lane) {
    calls.add(listener -> listener.goes(lane));
  }

  @Override
  public void printed(String lane, Line line) {
    lines.add(new Heard(calls.size(), lane, line));
  }

  @Override
  public void omitted(String lane, long count) {
    calls.add(listener -> listener.omitted(lane, count));
  }

  @Override
  public void stuck(String lane, String explanation) {
    calls.add(listener -> listener.stuck(lane, explanation));
  }

  @Override
  public void ended(Run run) {
    calls.add(listener -> listener.ended(run));
  }

  @Override
  public void finished(Play play) {
    calls.add(listener -> listener.finished(play));
  }
}
