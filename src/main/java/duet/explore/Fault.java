package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import java.util.List;
import java.util.Optional;

/// Says in one sentence what went wrong in a schedule whose steps are known. It names what the
/// steps show, never what it only supposes.
///
/// @param sentence the sentence
/// @param first the first of the steps that it is about; -1 where it is about the end
/// @param last the last one; -1 where it is about the end
public record Fault(String sentence, int first, int last) {
  /// What went wrong; empty where the steps do not show it.
  public static Optional<Fault> of(PlayedSchedule played) {
    return switch (played.end()) {
      case DEADLOCK -> Optional.of(new Fault(deadlock(played), -1, -1));
      case EXCEPTION -> Optional.of(new Fault(played.message() + ".", -1, -1));
      default -> lostUpdate(played).or(() -> staleCheck(played));
    };
  }

  private static String deadlock(PlayedSchedule played) {
    List<Waiting> waits =
        played.waits().stream().filter(wait -> wait.text().contains("held by")).toList();
    List<Waiting> told = waits.isEmpty() ? played.waits() : waits;
    var text = new StringBuilder("Nobody can go on: ");
    for (int i = 0; i < told.size(); i++) {
      Waiting wait = told.get(i);
      text.append(i == 0 ? "" : i == told.size() - 1 ? ", and " : ", ")
          .append(name(played, wait.thread()))
          .append(' ')
          .append(wait.text().replace(", held by", ", which is held by"));
    }
    return text.append('.').toString();
  }

  /// A write of what was computed before somebody else's write.
  private static Optional<Fault> lostUpdate(PlayedSchedule played) {
    List<Step> steps = played.steps();
    for (int late = steps.size() - 1; late >= 0; late--) {
      Step write = steps.get(late);
      if (!write.op().equals("write")) {
        continue;
      }
      int read = lastOf(steps, late, write.thread(), "read", write.name());
      int other = lastOfOthers(steps, late, write);
      if (read >= 0 && other > read) {
        String sentence =
            "%s wrote %s with what it had read before %s wrote it: the update of %s is lost."
                .formatted(
                    name(played, write.thread()),
                    write.name(),
                    name(played, steps.get(other).thread()),
                    name(played, steps.get(other).thread()));
        return Optional.of(new Fault(sentence, read, late));
      }
    }
    return Optional.empty();
  }

  /// A read that another thread's write made wrong before its reader acted on it.
  private static Optional<Fault> staleCheck(PlayedSchedule played) {
    List<Step> steps = played.steps();
    for (int write = steps.size() - 1; write > 0; write--) {
      Step changed = steps.get(write);
      if (!changed.op().equals("write")) {
        continue;
      }
      for (int read = write - 1; read >= 0; read--) {
        Step check = steps.get(read);
        int act = read < 0 ? -1 : nextOf(steps, write, check.thread());
        if (check.op().equals("read")
            && check.name().equals(changed.name())
            && check.thread() != changed.thread()
            && act > write
            && lastOf(steps, act, check.thread(), "read", check.name()) == read) {
          return Optional.of(
              new Fault(
                  "%s went on with the %s that it had read before %s changed it."
                      .formatted(
                          name(played, check.thread()),
                          check.name(),
                          name(played, changed.thread())),
                  read,
                  act));
        }
      }
    }
    return Optional.empty();
  }

  private static int lastOf(List<Step> steps, int end, int thread, String op, String name) {
    for (int at = end - 1; at >= 0; at--) {
      Step step = steps.get(at);
      if (step.thread() == thread && step.op().equals(op) && step.name().equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private static int lastOfOthers(List<Step> steps, int end, Step write) {
    for (int at = end - 1; at >= 0; at--) {
      Step step = steps.get(at);
      if (step.op().equals("write") && step.name().equals(write.name())) {
        return step.thread() == write.thread() ? -1 : at;
      }
    }
    return -1;
  }

  private static int nextOf(List<Step> steps, int from, int thread) {
    for (int at = from + 1; at < steps.size(); at++) {
      if (steps.get(at).thread() == thread && !steps.get(at).op().equals("end")) {
        return at;
      }
    }
    return -1;
  }

  private static String name(PlayedSchedule played, int thread) {
    return played.threads().get(thread);
  }
}
