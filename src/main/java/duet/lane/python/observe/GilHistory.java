package duet.lane.python.observe;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.source.SourceSection;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When one thread held the global interpreter lock, wanted it, and did without it. Times are
/// readings of [System#nanoTime()].
final class GilHistory {
  /// A thread that gave the lock up for less than this counts as having kept it: printing a line
  /// takes about a fifth of it.
  private static final long NEGLIGIBLE_NANOS = 20_000;

  /// What a thread did in a shorter time without the lock is no matter: it counts as running.
  static final long LONG_NANOS = 1_000_000;

  /// Only after holding the lock for this long does Duet look up the function.
  private static final long NOTABLE_NANOS = 5_000_000;

  private static final int GAPS_AT_MOST = 4_096;

  private static final int FRAMES_TO_GIL_NODE = 8;

  /// A time without the lock.
  ///
  /// @param gave when it was given up
  /// @param wanted when the thread asked for it again; until then it did something else
  /// @param got when it had it again
  /// @param holder the thread that had it when this one asked, 0 where nobody did
  /// @param where the Python function that had given it up, empty where that was not looked up
  /// @param doing what the thread did meanwhile, unknown where nothing tells
  record Gap(long gave, long wanted, long got, long holder, String where, ThreadState doing) {
    /// What the thread did without the lock.
    ///
    /// @param noted what the prelude noted for this time, null where it noted nothing
    ThreadState outside(@Nullable ThreadState noted) {
      boolean isShort = wanted - gave < LONG_NANOS;
      return isShort ? ThreadState.RUNNING : noted == null ? doing : noted;
    }

    /// This gap and a later one as one gap that is as long as both together; the time between them
    /// follows it.
    Gap and(Gap later) {
      long outside = wanted - gave + later.wanted - later.gave;
      long waiting = got - wanted + later.got - later.wanted;
      return new Gap(
          gave,
          gave + outside,
          gave + outside + waiting,
          holder == 0 ? later.holder : holder,
          where.isEmpty() ? later.where : where,
          wanted - gave < later.wanted - later.gave ? later.doing : doing);
    }
  }

  private final String script;
  private List<Gap> gaps = new ArrayList<>();
  private long window = 50_000;
  private long born;
  private long gave;
  private long wanted;
  private long got;
  private long holder;
  private String where = "";
  private boolean isForced;
  private ThreadState doing = ThreadState.UNKNOWN;

  /// @param script the path of the file whose functions are named
  GilHistory(String script) {
    this.script = script;
  }

  /// The thread asks for the lock, which another one may have.
  synchronized void wants(long now, long owner) {
    if (born == 0) {
      born = now;
      gave = now;
    }
    if (wanted == 0) { // otherwise an interrupted wait goes on
      wanted = isForced ? gave : now; // a forced hand-over: it wants the lock all the time
      boolean isUnknown = doing == ThreadState.UNKNOWN && !isForced;
      if (isUnknown && now - gave >= LONG_NANOS && PythonInput.isOnThisStack()) {
        doing = ThreadState.IO;
      }
      holder = owner;
    }
  }

  /// It has the lock.
  synchronized void got(long now) {
    if (now - gave >= NEGLIGIBLE_NANOS) {
      gaps.add(new Gap(gave, wanted, now, holder, where, doing));
      if (gaps.size() >= GAPS_AT_MOST) {
        compact();
      }
    }
    wanted = 0;
    gave = 0;
    doing = ThreadState.UNKNOWN;
    got = now;
  }

  /// It gives the lock up.
  synchronized void gives(long now) {
    boolean isNotable = now - got >= NOTABLE_NANOS;
    where = isNotable ? function() : "";
    isForced = isNotable && isForced();
    doing = ThreadState.UNKNOWN;
    gave = now;
  }

  /// It has given the lock up, and does this meanwhile.
  synchronized void does(ThreadState state) {
    doing = state;
  }

  /// Joins gaps that are close together, so that their number stays bounded. The sum of their
  /// lengths does not change.
  private void compact() {
    joinWithin(window);
    while (gaps.size() > GAPS_AT_MOST / 2) {
      window *= 2;
      joinWithin(window);
    }
  }

  private void joinWithin(long span) {
    var fewer = new ArrayList<Gap>();
    for (Gap gap : gaps) {
      Gap last = fewer.isEmpty() ? null : fewer.getLast();
      if (last != null && gap.gave / span == last.gave / span) {
        fewer.set(fewer.size() - 1, last.and(gap));
      } else {
        fewer.add(gap);
      }
    }
    gaps = fewer;
  }

  /// Every gap so far. Where the last one is not over, `now` stands for what has not happened yet.
  synchronized List<Gap> gaps(long now) {
    var all = new ArrayList<>(gaps);
    if (gave != 0) {
      long asked = wanted == 0 ? now : wanted;
      all.add(new Gap(gave, asked, now, wanted == 0 ? 0 : holder, where, doing));
    }
    return all;
  }

  /// What the thread does now, seen from the lock.
  ///
  /// @param isOwner whether it has the lock
  synchronized ThreadState now(boolean isOwner) {
    if (isOwner) {
      return ThreadState.RUNNING;
    }
    boolean isWithout = gave != 0 && wanted == 0;
    return isWithout ? doing : ThreadState.GIL; // or it is just being handed the lock
  }

  /// When the thread first asked for the lock.
  synchronized long born() {
    return born;
  }

  /// When the thread last gave the lock up, if it has not asked for it since.
  synchronized long left() {
    return wanted == 0 ? gave : 0;
  }

  /// Whether this is a forced hand-over: the thread gives the lock up only because others wait.
  /// GraalPy 25 does that in the method `GilNode.tryRelease`, every 50 milliseconds.
  private static boolean isForced() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .limit(FRAMES_TO_GIL_NODE)
                    .anyMatch(frame -> frame.getMethodName().equals("tryRelease")));
  }

  /// The innermost function on this thread that is written in Python and not in a library.
  private String function() {
    String name =
        Truffle.getRuntime()
            .iterateFrames(
                frame ->
                    frame.getCallTarget() instanceof RootCallTarget target
                        ? nameOf(target.getRootNode())
                        : null);
    return name == null ? "" : name;
  }

  private @Nullable String nameOf(com.oracle.truffle.api.nodes.RootNode root) {
    SourceSection section = root.getSourceSection();
    boolean isScript =
        section != null
            && section.getSource() != null
            && ScriptText.has(script, section.getSource());
    return isScript ? root.getName() : null;
  }
}
