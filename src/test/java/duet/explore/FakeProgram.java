package duet.explore;

import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Printed;
import duet.lane.protocol.PlayedSchedule.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Plays the schedules of a program with two threads that each read a counter and write what is one
/// more, as a host would.
final class FakeProgram implements ScheduleSource {
  private static final int THREADS = 2;
  private static final int STEPS = 2;

  private record Ordered(String plan, boolean detail) {}

  private final Queue<Ordered> ordered = new ArrayDeque<>();
  private final List<String> played = new ArrayList<>();
  private final @Nullable String refusal;

  /// A program that can be explored.
  FakeProgram() {
    this(null);
  }

  /// @param refusal why it cannot be explored
  FakeProgram(@Nullable String refusal) {
    this.refusal = refusal;
  }

  /// The plans of all schedules that were played, in their order.
  List<String> played() {
    return List.copyOf(played);
  }

  @Override
  public void order(List<String> plans, boolean detail) {
    plans.forEach(plan -> ordered.add(new Ordered(plan, detail)));
  }

  @Override
  public PlayedSchedule next() {
    Ordered next = ordered.remove();
    played.add(next.plan);
    return refusal == null ? play(next.plan, next.detail) : ended(next.plan, End.REFUSED);
  }

  private PlayedSchedule ended(String plan, End end) {
    return new PlayedSchedule(
        plan,
        end,
        String.valueOf(refusal),
        0,
        false,
        List.of("main"),
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of());
  }

  private static PlayedSchedule play(String plan, boolean detail) {
    var random = new Random(plan.hashCode());
    var choices = new StringBuilder();
    var stay = new StringBuilder();
    var enabled = new StringBuilder();
    var steps = new ArrayList<Step>();
    int counter = 0;
    int[] done = new int[THREADS];
    int[] read = new int[THREADS];
    int running = 0;
    for (int step = 0; step < THREADS * STEPS; step++) {
      int usual = done[running] < STEPS ? running : 1 - running;
      int free = (done[0] < STEPS ? 1 : 0) + (done[1] < STEPS ? 2 : 0);
      int next = plan.startsWith("stay") ? deviation(plan, step, usual) : pick(random, free);
      choices.append((char) (PlayedSchedule.FIRST + next));
      stay.append((char) (PlayedSchedule.FIRST + usual));
      enabled.append(step == 0 ? "" : ",").append(step).append(':').append(free);
      boolean reads = done[next] == 0;
      if (reads) {
        read[next] = counter;
      } else {
        counter = read[next] + 1;
      }
      steps.add(
          new Step(
              next,
              reads ? 1 : 2,
              "x.java",
              reads ? "read" : "write",
              "counter",
              counter + "",
              ""));
      done[next]++;
      running = next;
    }
    return new PlayedSchedule(
        plan,
        End.COMPLETED,
        "",
        0,
        false,
        List.of("one", "two"),
        choices.toString(),
        stay.toString(),
        enabled.toString(),
        List.of(new Printed(0, 3, OutputChannel.OUT, "counter = " + counter)),
        List.of(),
        detail ? steps : List.of());
  }

  private static int deviation(String plan, int step, int usual) {
    for (String one : plan.replace("stay", "").replace("|", "").split(",")) {
      if (one.startsWith(step + ">")) {
        return Integer.parseInt(one.substring(one.indexOf('>') + 1));
      }
    }
    return usual;
  }

  private static int pick(Random random, int free) {
    return free == 3 ? random.nextInt(2) : free - 1;
  }

  @Override
  public void close() {}
}
