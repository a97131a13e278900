package duet.lane.python.observe;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import duet.lane.protocol.ThreadState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A global interpreter lock that records for each thread when it held the lock, when it waited for
/// it and when it did something else. The record is exact, not sampled, and costs three readings of
/// the clock for each hand-over.
///
/// GraalPy 25 uses these methods of its lock and no others to take it and give it up.
public abstract class RecordedGil extends ReentrantLock {
  private static final long serialVersionUID = 1;

  private static volatile @Nullable RecordedGil first;

  private volatile String script = "";
  private final transient Map<Thread, GilHistory> turns = new ConcurrentHashMap<>();

  /// Fair, as GraalPy's own is. The first one after [#awaitFirst] is the script's; a process that
  /// the script starts has a lock of its own, which is not told of.
  protected RecordedGil() {
    super(true);
    if (first == null) {
      first = this;
    }
  }

  /// A new Python is about to be made, which will play a script.
  public static void awaitFirst() {
    first = null;
  }

  /// Forgets the record so far: a script begins.
  ///
  /// @param codePath its file, as in [ScriptText]
  public static void startAnew(String codePath) {
    RecordedGil lock = first;
    if (lock != null) {
      lock.script = codePath;
      lock.turns.clear();
    }
  }

  /// What each thread does now, as far as the lock tells. Only its owner runs Python code.
  static Map<Long, ThreadState> now() {
    RecordedGil lock = first;
    var now = new HashMap<Long, ThreadState>();
    if (lock != null) {
      Thread owner = lock.getOwner();
      lock.turns.forEach(
          (thread, history) -> now.put(thread.threadId(), history.now(thread == owner)));
    }
    return now;
  }

  /// The record of each thread. Empty where GraalPy does not use this lock.
  static Map<Thread, GilHistory> noted() {
    RecordedGil lock = first;
    return lock == null ? Map.of() : Map.copyOf(lock.turns);
  }

  /// The calling thread has given the lock up, and does this until it asks for it again.
  public static void does(ThreadState state) {
    RecordedGil lock = first;
    GilHistory own = lock == null ? null : lock.turns.get(Thread.currentThread());
    if (own != null) {
      own.does(state);
    }
  }

  /// The thread that holds it.
  @Override
  @TruffleBoundary
  public @Nullable Thread getOwner() {
    return super.getOwner();
  }

  @Override
  @TruffleBoundary
  public void lock() {
    GilHistory own = waiting();
    super.lock();
    own.got(System.nanoTime());
  }

  @Override
  @TruffleBoundary
  public void lockInterruptibly() throws InterruptedException {
    GilHistory own = waiting();
    super.lockInterruptibly();
    own.got(System.nanoTime());
  }

  @Override
  @TruffleBoundary
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    boolean taken = super.tryLock(time, unit);
    if (taken) {
      long now = System.nanoTime();
      GilHistory own = turns();
      own.wants(now, 0);
      own.got(now);
    }
    return taken;
  }

  @Override
  @TruffleBoundary
  public void unlock() {
    if (getHoldCount() == 1) {
      turns().gives(System.nanoTime());
    }
    super.unlock();
  }

  private GilHistory waiting() {
    GilHistory own = turns();
    Thread owner = getOwner();
    own.wants(System.nanoTime(), owner == null ? 0 : owner.threadId());
    return own;
  }

  private GilHistory turns() {
    Thread current = Thread.currentThread();
    GilHistory known = turns.get(current);
    if (known == null) {
      known = new GilHistory(script);
      turns.put(current, known);
    }
    return known;
  }
}
