package duet.run;

import duet.lane.protocol.HostMessage.Line;
import duet.scenario.Scenario;
import java.util.List;

/// Several listeners that act as one. Each hears everything, in the order of the list.
public record PlayListeners(List<PlayListener> all) implements PlayListener {
  public PlayListeners {
    all = List.copyOf(all);
  }

  @Override
  public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
    all.forEach(listener -> listener.begins(scenario, tempo, speed, lanes));
  }

  @Override
  public void booted(String lane, String runtime) {
    all.forEach(listener -> listener.booted(lane, runtime));
  }

  @Override
  public void goes(String lane) {
    all.forEach(listener -> listener.goes(lane));
  }

  @Override
  public void unfinished(String lane, Line line) {
    all.forEach(listener -> listener.unfinished(lane, line));
  }

  @Override
  public void printed(String lane, Line line) {
    all.forEach(listener -> listener.printed(lane, line));
  }

  @Override
  public void omitted(String lane, long lines) {
    all.forEach(listener -> listener.omitted(lane, lines));
  }

  @Override
  public void stuck(String lane, String explanation) {
    all.forEach(listener -> listener.stuck(lane, explanation));
  }

  @Override
  public void ended(Run run) {
    all.forEach(listener -> listener.ended(run));
  }

  @Override
  public void tick() {
    all.forEach(PlayListener::tick);
  }

  @Override
  public void finished(Play play) {
    all.forEach(listener -> listener.finished(play));
  }
}
