package duet.run;

import duet.lane.protocol.HostMessage.Line;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Notes what a play's listener is told, one text for each call; ticks are left out.
final class NotedCalls implements PlayListener {
  private final List<String> calls = new ArrayList<>();

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
    calls.add("begins " + scenario.name() + " " + tempo.words() + " " + lanes);
  }

  @Override
  public void booted(String lane, String runtime) {
    calls.add(lane + " booted " + runtime);
  }

  @Override
  public void goes(String lane) {
    calls.add(lane + " goes");
  }

  @Override
  public void printed(String lane, Line line) {
    calls.add(lane + " printed " + line.text());
  }

  @Override
  public void omitted(String lane, long lines) {
    calls.add(lane + " omitted " + lines);
  }

  @Override
  public void stuck(String lane, String explanation) {
    calls.add(lane + " stuck " + explanation.lines().findFirst().orElse(""));
  }

  @Override
  public void ended(Run run) {
    calls.add(run.lane() + " ended " + run.outcome().word());
  }

  @Override
  public void finished(Play play) {
    calls.add("finished " + play.scenario().name());
  }
}
