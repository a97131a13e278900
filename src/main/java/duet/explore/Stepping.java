package duet.explore;

import duet.explore.ScheduleSource.HostLost;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A schedule that a user makes step by step. A host plays only whole schedules, so it plays each
/// time all that was chosen so far, and what would come next. Where only one thread can go on,
/// there is nothing to choose.
public final class Stepping {
  private final ScheduleSource source;
  private final Deque<Place> before = new ArrayDeque<>();
  private final Map<Integer, PlayedSchedule> branches = new HashMap<>();
  private Place here;

  /// How far a schedule was chosen.
  ///
  /// @param played the schedule, and how it goes on if nothing else is chosen
  /// @param done the number of steps that are chosen
  public record Place(PlayedSchedule played, int done) {
    /// Whether there are no more steps.
    public boolean isOver() {
      return done == played.length();
    }
  }

  /// A thread and what it does next.
  ///
  /// @param canGo whether it can be chosen
  /// @param next its next step; null where it has none, or none is known
  /// @param waits what it waits for; empty where it can go on, or that is not known
  public record Choice(int thread, boolean canGo, @Nullable Step next, String waits) {}

  private Stepping(ScheduleSource source, Place here) {
    this.source = source;
    this.here = here;
  }

  /// Begins a schedule.
  ///
  /// @throws HostLost when the script cannot be played
  public static Stepping of(ScheduleSource source) throws HostLost, InterruptedException {
    PlayedSchedule played = source.play(Deviations.NONE.plan());
    var stepping = new Stepping(source, new Place(played, 0));
    stepping.arrive(new Place(played, 0));
    return stepping;
  }

  /// Where it is.
  public Place here() {
    return here;
  }

  /// The thread that goes on unless another one is chosen.
  public int usual() {
    return here.played.thread(here.done);
  }

  /// The threads that were seen so far, and what each of them does next.
  public List<Choice> choices() {
    var steps = new Steps(here.played);
    var seen = new TreeSet<Integer>();
    for (int step = 0; step <= Math.min(here.done, here.played.length() - 1); step++) {
      seen.add(here.played.thread(step));
      seen.addAll(steps.others(step));
    }
    return seen.stream().map(thread -> choice(steps, thread)).toList();
  }

  private Choice choice(Steps steps, int thread) {
    if (!here.isOver() && steps.isEnabled(here.done, thread)) {
      PlayedSchedule branch = branches.getOrDefault(thread, here.played);
      return new Choice(thread, true, step(branch, here.done), "");
    }
    Optional<Step> later =
        here.played.steps().stream()
            .skip(here.done)
            .filter(step -> step.thread() == thread)
            .findFirst();
    return later
        .map(step -> new Choice(thread, false, step, waiting(step)))
        .orElseGet(() -> stuck(thread));
  }

  /// A thread without further steps has ended, or waits until no step is counted any more.
  private Choice stuck(int thread) {
    String waits =
        here.played.waits().stream()
            .filter(wait -> wait.thread() == thread)
            .map(PlayedSchedule.Waiting::text)
            .findFirst()
            .orElse("");
    return new Choice(thread, false, null, waits);
  }

  private String waiting(Step step) {
    String object = step.name().isEmpty() ? "" : " for " + step.name();
    return switch (step.op()) {
      case "lock" -> "waits" + object + holder(step);
      case "join" -> "waits for the end of " + (object.isEmpty() ? "a thread" : step.name());
      default -> "waits" + object;
    };
  }

  private String holder(Step step) {
    return KnownState.before(here.played.steps(), here.done).locks().entrySet().stream()
        .filter(held -> held.getKey() != step.thread() && held.getValue().contains(step.name()))
        .map(held -> ", held by " + here.played.threads().get(held.getKey()))
        .findFirst()
        .orElse("");
  }

  private static @Nullable Step step(PlayedSchedule played, int number) {
    return number < played.steps().size() ? played.steps().get(number) : null;
  }

  /// Lets a thread make the next step.
  ///
  /// @return whether it could
  public boolean choose(int thread) throws HostLost, InterruptedException {
    if (here.isOver() || !new Steps(here.played).isEnabled(here.done, thread)) {
      return false;
    }
    PlayedSchedule branch = branches.getOrDefault(thread, here.played);
    if (branch.length() <= here.done || branch.thread(here.done) != thread) {
      return false; // it does input or output, and went another way
    }
    before.push(here);
    arrive(new Place(branch, here.done + 1));
    return true;
  }

  /// Goes back to the last choice.
  ///
  /// @return whether there was one
  public boolean back() throws HostLost, InterruptedException {
    if (before.isEmpty()) {
      return false;
    }
    arrive(before.pop());
    return true;
  }

  /// Begins again, and goes on as a schedule did unless another thread is chosen.
  public void follow(PlayedSchedule played) throws HostLost, InterruptedException {
    before.clear();
    arrive(new Place(played, 0));
  }

  /// Lets any thread go on at each step, to the end.
  public void random(long seed) throws HostLost, InterruptedException {
    if (here.isOver()) {
      return;
    }
    var plan = new StringBuilder("random:").append(seed);
    for (int step = 0; step < here.done; step++) {
      plan.append(step == 0 ? '|' : ',').append(step).append('>').append(here.played.thread(step));
    }
    PlayedSchedule played = source.play(plan.toString());
    if (played.length() >= here.done) {
      before.push(here);
      arrive(new Place(played, played.length()));
    }
  }

  /// The form of the schedule so far: after it the threads go on as usual.
  public Deviations deviations() {
    return chosen(here);
  }

  private static Deviations chosen(Place place) {
    return new Deviations(
        Deviations.of(place.played).all().stream().filter(one -> one.step() < place.done).toList());
  }

  /// Passes steps at which there is nothing to choose, and has the others played.
  private void arrive(Place place) throws HostLost, InterruptedException {
    var steps = new Steps(place.played);
    int done = place.done;
    while (done < place.played.length() && steps.others(done).isEmpty()) {
      done++;
    }
    here = new Place(place.played, done);
    branches.clear();
    if (here.isOver()) {
      return;
    }
    List<Integer> others = steps.others(done);
    Deviations chosen = chosen(here);
    int step = done;
    source.order(others.stream().map(thread -> chosen.and(step, thread).plan()).toList(), true);
    for (int thread : others) {
      PlayedSchedule branch = source.next();
      if (branch.end() != End.DIVERGED) {
        branches.put(thread, branch);
      }
    }
  }
}
