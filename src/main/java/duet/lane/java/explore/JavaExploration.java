package duet.lane.java.explore;

import duet.lane.host.Guest;
import duet.lane.java.compile.Compilation;
import duet.lane.java.compile.EntryPoint;
import duet.lane.java.explore.schedule.Plan;
import duet.lane.java.explore.schedule.Schedule;
import duet.lane.java.explore.weave.JdkCopies;
import duet.lane.java.explore.weave.WovenScript;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A compiled script whose schedules are played, each on new classes of the script.
public final class JavaExploration implements Guest.GuestExploration {
  /// How deep its threads may call: all of them use the stack of the one that carries them.
  private static final long STACK_BYTES = 16 << 20;

  private final Compilation compilation;
  private final HostOrder.Load order;
  private final WovenScript woven;
  private final JdkCopies copies;
  private final Path folder;
  private final JdkState state;
  private final Optional<EntryPoint> shared;
  private final ExecutorService carrier =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(null, task, "carrier", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          });

  private JavaExploration(
      Compilation compilation, HostOrder.Load order, ClassLoader libraries, Path folder)
      throws Guest.Rejection {
    this.compilation = compilation;
    this.order = order;
    this.folder = folder;
    copies = new JdkCopies(libraries);
    EntryPoint entry = entry(compilation.classes());
    woven = WovenScript.of(compilation.classes(), entry.type().getName());
    state = new JdkState(copies);
    shared =
        StaticState.isIn(compilation.classes().values())
            ? Optional.empty()
            : Optional.of(entry(woven.classes()));
    System.setOut(new ScheduleOutput(OutputChannel.OUT));
    System.setErr(new ScheduleOutput(OutputChannel.ERR));
  }

  /// Prepares to explore a script.
  ///
  /// @param libraries loads the classes that are not the script's
  /// @param folder has the script's resources
  /// @throws Guest.Rejection when it has no main method
  public static JavaExploration of(
      Compilation compilation, HostOrder.Load order, ClassLoader libraries, Path folder)
      throws Guest.Rejection {
    return new JavaExploration(compilation, order, libraries, folder);
  }

  private EntryPoint entry(java.util.Map<String, byte[]> classes) throws Guest.Rejection {
    var loader = new ExploredLoader(classes, copies, folder);
    return EntryPoint.in(loader, order.file().getFileName() + "", compilation);
  }

  @Override
  public PlayedSchedule play(String plan, boolean detail) {
    try {
      return carrier.submit(() -> playHere(plan, detail)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private PlayedSchedule playHere(String plan, boolean detail) throws Guest.Rejection {
    state.restore();
    EntryPoint entry = shared.isPresent() ? shared.get() : entry(woven.classes());
    Thread.currentThread().setContextClassLoader(entry.type().getClassLoader());
    var schedule = new Schedule(Plan.of(plan), detail, new ScriptWords(entry));
    return schedule.play(new Thread("main"), () -> call(entry));
  }

  private void call(EntryPoint entry) {
    try {
      state.restoreInTurn();
      entry.call(order.arguments());
    } catch (Throwable thrown) {
      throw sneaky(thrown);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
