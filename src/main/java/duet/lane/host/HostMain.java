package duet.lane.host;

import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.PipeKey;
import duet.lane.protocol.Switches;
import duet.lane.protocol.Usage;
import duet.scenario.ScriptNeeds;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// The life of a host: it boots, compiles, waits for "go", runs the script, reports the end, and
/// ends. If it was ordered to stay and the script has left nothing behind, it boots again instead.
/// When Duet's end of the pipe closes, it ends at once, so that nothing outlives Duet.
public final class HostMain {
  private static final int FRAMES = 12;
  private static final int LONGEST_ANSWER = 20_000;
  private static final long CREDIBLE_WAIT = 5_000_000_000L;

  /// How long a host that has booted only waits. `duet run` is about to send an order, and the host
  /// may not need to prepare anything for it.
  private static final long FIRST_ORDER_MILLIS = 250;

  /// How long a host whose memory is full may take to report that.
  private static final long FULL_MEMORY_REPORT_MILLIS = 500;

  /// How often a live session looks for threads that have ended.
  private static final long ENDED_THREADS_MILLIS = 100;

  /// Garbage of earlier scripts may fill at most this part of the memory: one quarter.
  private static final int GARBAGE_DIVISOR = 4;

  private final Guest guest;
  private final InputStream in = Descriptors.ownIn();
  private final PipeKey key = readKey(in);
  private final MessagePipe pipe;
  private volatile ScriptOutput output;
  private ScriptInput input = new ScriptInput();
  private final BlockingQueue<HostOrder> orders = new LinkedBlockingQueue<>();
  private final CountDownLatch memoryFull = new CountDownLatch(1);
  private volatile @Nullable ScriptRun current;
  private volatile Guest.@Nullable GuestSession session;
  private @Nullable Thread fullMemoryThread;

  private HostMain(String lane, Guest guest) {
    this.guest = guest;
    pipe = new MessagePipe(lane, key.messages(), Descriptors.ownOut(), Descriptors.ownErr());
    output = new ScriptOutput(pipe);
  }

  private static PipeKey readKey(InputStream in) {
    try {
      return PipeKey.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Duet is gone already
    }
  }

  /// Lives the whole life of a host; does not return.
  ///
  /// @param lane the lane's id
  public static void live(String lane, Guest guest) {
    int status = HostExit.OUR_BUG;
    try {
      new HostMain(lane, guest).live();
      status = 0;
    } catch (InterruptedException e) {
      // Nobody but a script can interrupt this thread; its host is no use any more.
    } catch (RuntimeException | Error e) {
      report(e);
    }
    Runtime.getRuntime().halt(status);
  }

  /// Prints a fault of our own, with a short stack trace.
  private static void report(Throwable e) {
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    err.println(e);
    Arrays.stream(e.getStackTrace()).limit(FRAMES).forEach(frame -> err.println("\tat " + frame));
  }

  /// An order is none. Nobody but a script can have sent it if it has a false tag.
  private static void refuse(Throwable fault) {
    if (fault instanceof LineTags.FalseTag) {
      Runtime.getRuntime().halt(HostExit.FALSE_ORDER);
    }
    report(fault);
  }

  private void live() throws InterruptedException {
    EmergencyExit.prepare();
    var reader =
        new OrderReader(in, key.orders(), this::receive, HostMain::refuse, EmergencyExit::now);
    HostThreads.start("orders", reader);
    Thread signals = HostThreads.start("signals", HostMain::ignoreCtrlC);
    Thread seal = HostThreads.start("seal", HostMain::seal);
    boot();
    signals.join();
    seal.join();
    Runtime.getRuntime().addShutdownHook(HostThreads.unstarted("exit", this::reportExit));
    HostOrder order = firstOrder();
    if (order instanceof HostOrder.Open(ScriptNeeds needs)) {
      order = serve(guest.open(needs));
    }
    if (order instanceof HostOrder.Explore(Switches switches)) {
      explore(switches);
      return;
    }
    while (play(order)) {
      startAnew();
      order = orders.take();
    }
    pipe.drain();
  }

  /// Ctrl-C reaches every process of the terminal, but Duet alone tells this one when to stop. Runs
  /// beside the boot, since making the proxy class for it takes time.
  private static void ignoreCtrlC() {
    Signals.register("INT", () -> {});
  }

  /// Seals a confined host, beside the boot, since it takes time.
  private static void seal() {
    try {
      switch (System.getProperty(HostContract.CONFINED, "")) {
        case HostContract.IS_CONFINED -> Seal.close();
        case HostContract.REHEARSES -> Seal.rehearse();
        default -> {}
      }
    } catch (RuntimeException | Error e) {
      report(e);
      Runtime.getRuntime().halt(HostExit.OUR_BUG);
    }
  }

  private void boot() {
    input = new ScriptInput();
    System.setIn(input);
    System.setOut(new PrintStream(output.out(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(output.err(), true, StandardCharsets.UTF_8));
    pipe.send(new HostMessage.Hello(guest.boot(output)));
  }

  /// Forgets the last script and boots again.
  private void startAnew() {
    current = null;
    output = new ScriptOutput(pipe);
    pipe.send(new HostMessage.Free());
    Runtime jvm = Runtime.getRuntime();
    if (jvm.totalMemory() - jvm.freeMemory() > jvm.maxMemory() / GARBAGE_DIVISOR) {
      System.gc(); // a tenth of a second now and then, for hundreds of MiB
    }
    boot();
  }

  /// Answers questions, until an order to play comes. A live session gets that only in the training
  /// run for the AOT cache.
  private HostOrder serve(Guest.GuestSession opened) throws InterruptedException {
    session = opened;
    output.openAt(System.nanoTime());
    Thread watch = HostThreads.start("ends", this::tellEndedThreads);
    pipe.send(new HostMessage.Ready());
    HostOrder order = orders.take();
    while (order instanceof HostOrder.Request question) {
      pipe.send(answer(opened, question));
      order = orders.take();
    }
    watch.interrupt();
    session = null;
    return order;
  }

  /// Sends what threads of a live session printed last without a line end, once they have ended.
  private void tellEndedThreads() {
    try {
      while (true) {
        Thread.sleep(ENDED_THREADS_MILLIS);
        output.tellUnfinished();
      }
    } catch (InterruptedException e) {
      // The session is over.
    }
  }

  private HostMessage.Response answer(Guest.GuestSession asked, HostOrder.Request question) {
    if (question.topic() == HostOrder.Topic.EVALUATE) {
      output.openAt(System.nanoTime());
    }
    try {
      HostMessage.Response answer = asked.answer(question, new CpuMeter(guest.lateThreads()));
      output.finish(asked.thread());
      return abridged(answer);
    } catch (OutOfMemoryError e) {
      return new HostMessage.Response(false, ScriptRun.NO_MEMORY, List.of(), 0, Usage.ofWall(0));
    }
  }

  /// The text of a value may be longer than anybody reads, or than the pipe takes.
  private static HostMessage.Response abridged(HostMessage.Response answer) {
    int length = answer.text().length();
    return length <= LONGEST_ANSWER
        ? answer
        : new HostMessage.Response(
            answer.good(),
            answer.text().substring(0, LONGEST_ANSWER)
                + String.format(Locale.ROOT, "… (%,d characters in all)", length),
            answer.items(),
            answer.at(),
            answer.usage());
  }

  /// Plays schedules of one script as long as they are ordered. Ends with the pipe.
  private void explore(Switches switches) throws InterruptedException {
    var load = (HostOrder.Load) orders.take();
    pipe.scenario(load.scenario());
    Guest.GuestExploration exploration;
    try {
      exploration = guest.explore(load, switches);
    } catch (Guest.Rejection e) {
      pipe.send(new HostMessage.Ending(Outcome.REJECTED, Usage.ofWall(0), e.explanation()));
      pipe.drain();
      return;
    }
    pipe.send(new HostMessage.Ready());
    while (orders.take() instanceof HostOrder.Schedules(List<String> plans, boolean detail)) {
      for (String plan : plans) {
        pipe.send(new HostMessage.Schedule(exploration.play(plan, detail)));
      }
    }
  }

  /// Plays a script. Returns whether the host was ordered to stay and can play another one.
  private boolean play(HostOrder first) throws InterruptedException {
    boolean isKept = first instanceof HostOrder.Again;
    var order = (HostOrder.Load) (isKept ? orders.take() : first);
    pipe.scenario(order.scenario());
    input.give(order.needs().input());
    Guest.GuestScript script;
    try {
      script = guest.compile(order);
    } catch (Guest.Rejection e) {
      pipe.send(new HostMessage.Ending(Outcome.REJECTED, Usage.ofWall(0), e.explanation()));
      return isKept && forgetRejected();
    }
    for (int i = 0; i < order.warmUps(); i++) {
      script.warmUp();
    }
    output.finish(); // prints nothing yet; its code must be loaded before the memory is full
    if (fullMemoryThread == null) {
      fullMemoryThread = HostThreads.start("full-memory", this::endWithoutMemory);
    }
    var next = new ScriptRun(script, output, input, pipe, memoryFull, guest.lateThreads());
    Optional<ProcessFingerprint> fingerprint =
        isKept ? Optional.of(ProcessFingerprint.taken(guest.lateThreads())) : Optional.empty();
    if (isKept) {
      guest.keep();
    }
    pipe.send(new HostMessage.Ready());
    var go = (HostOrder.Go) orders.take();
    agree(go);
    next.measure(Math.max(0, output.elapsed()));
    awaitStart();
    current = next;
    boolean hadMemory = next.run();
    return fingerprint.isPresent() && hadMemory && leftNothing(fingerprint.get(), next);
  }

  /// A script that was rejected did nothing, so that the next one can only notice its compilation.
  private boolean forgetRejected() {
    guest.keep();
    return guest.close();
  }

  /// Whether the next script will notice nothing of this one. The script may also have interrupted
  /// this thread.
  private boolean leftNothing(ProcessFingerprint before, ScriptRun over) {
    boolean interrupted = Thread.interrupted(); // with it, reading what is left would fail
    ChildProcesses.killOwn();
    return !interrupted && over.isOver() && guest.close() && before.isUnchanged();
  }

  /// Waits for the first order. A spare host uses the time to prepare. Nothing is prepared between
  /// "ready" and "go", since that could make the start late.
  private HostOrder firstOrder() throws InterruptedException {
    HostOrder order = orders.poll(FIRST_ORDER_MILLIS, TimeUnit.MILLISECONDS);
    if (order == null) {
      guest.prepare();
      order = orders.take();
    }
    return order;
  }

  /// Agrees on the moment of the start. If it is too far from this machine's clock, that is now.
  private void agree(HostOrder.Go go) {
    long now = System.nanoTime();
    boolean isCredible = Math.abs(go.nanoTime() - now) < CREDIBLE_WAIT;
    output.openAt(isCredible ? go.nanoTime() : now);
  }

  private void awaitStart() {
    for (long left = -output.elapsed(); left > 0; left = -output.elapsed()) {
      LockSupport.parkNanos(left);
    }
  }

  /// The script's own threads may take the memory that is released for the report of its end. Then
  /// the exit status has to report it.
  private void endWithoutMemory() {
    Uninterruptible.run(memoryFull::await);
    LockSupport.parkNanos(FULL_MEMORY_REPORT_MILLIS * 1_000_000); // which loads nothing
    Runtime.getRuntime().halt(HostExit.MEMORY_FULL);
  }

  private void reportExit() {
    ScriptRun playing = current;
    if (playing != null) {
      playing.reportExit();
    }
  }

  /// Reports what it is playing, and ends.
  private void stop() {
    ScriptRun playing = current;
    if (playing != null) {
      playing.stop();
    }
    EmergencyExit.now();
  }

  private void cancel() {
    Guest.GuestSession asked = session;
    if (asked != null) {
      asked.cancel();
    }
  }

  private void receive(HostOrder order) {
    switch (order) {
      case HostOrder.Stop() -> stop();
      case HostOrder.Cancel() -> cancel();
      case HostOrder other -> orders.add(other);
    }
  }
}
