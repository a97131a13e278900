package duet.lane.cpython.observe;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Usage;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Observes a host on an ordinary CPython, which cannot watch itself: whoever asks Python needs the
/// GIL first. The host tells when its script's threads begin and what they wait for; all else is
/// seen from outside, play by play ([CPythonPlay]).
public final class CPythonObserver implements HostObserver {
  /// How the name of a Python without a GIL ends.
  private static final String FREE_THREADED = "free-threaded";

  private final Consumer<HostMessage> duet;
  private final HostQuestions questions;
  private final HostTasks tasks;
  private final Consumer<HostOrder> host;
  private volatile ThreadSampler sampler;
  private volatile @Nullable CPythonPlay play;
  private boolean hasStates;
  private boolean hasGil = true;
  private boolean isSession;
  private long lines;

  private CPythonObserver(HostTasks tasks, Consumer<HostOrder> host, Consumer<HostMessage> duet) {
    this.host = host;
    this.duet = duet;
    this.tasks = tasks;
    questions = new HostQuestions(host);
    sampler = new ThreadSampler(tasks);
  }

  /// Begins to observe a host that has just been started.
  ///
  /// @param process the host's process, or the one that confines it
  /// @param host takes orders for the host
  /// @param duet takes messages for Duet
  public static HostObserver observe(
      ProcessHandle process, Consumer<HostOrder> host, Consumer<HostMessage> duet) {
    return of(new HostTasks(process), host, duet);
  }

  /// The same for a process that is found in a folder of a test's own.
  static CPythonObserver of(HostTasks tasks, Consumer<HostOrder> host, Consumer<HostMessage> duet) {
    return new CPythonObserver(tasks, host, duet);
  }

  @Override
  public void told(HostOrder order) {
    switch (order) {
      case HostOrder.Load load -> hasStates = load.states();
      case HostOrder.Go(long start) -> {
        sampler.go(start, hasStates);
        var started = new CPythonPlay(start, hasStates, sampler, tasks, questions, host, duet);
        play = started;
        started.watch();
      }
      case HostOrder.Stop _ -> playing().ifPresent(CPythonPlay::stop);
      case HostOrder.Open _ -> isSession = true;
      case HostOrder.Again _, HostOrder.Request _, HostOrder.Look _, HostOrder.Cancel _ -> {}
      case HostOrder.Explore _, HostOrder.Schedules _ -> {}
    }
  }

  @Override
  public void heard(HostMessage message) {
    switch (message) {
      case HostMessage.Began began -> {
        if (!isSession) { // what its threads do, nobody asks
          sampler.began(began);
        }
      }
      case HostMessage.Line line -> tell(line);
      case HostMessage.Response response when !isSession -> answer(response);
      case HostMessage.Ending(var outcome, Usage usage, String text) ->
          end(usage).ifPresent(all -> duet.accept(new HostMessage.Ending(outcome, all, text)));
      case HostMessage.Exiting(Usage usage, String failure) ->
          end(usage).ifPresent(all -> duet.accept(new HostMessage.Exiting(all, failure)));
      case HostMessage.Ready _ -> {
        lines = 0;
        duet.accept(message);
      }
      case HostMessage.Free _ -> {
        sampler = new ThreadSampler(tasks);
        sampler.hasGil(hasGil);
        play = null;
        duet.accept(message);
      }
      case HostMessage.Hello hello -> {
        hasGil = !hello.runtime().endsWith(FREE_THREADED);
        sampler.hasGil(hasGil);
        duet.accept(message);
      }
      case HostMessage.Unfinished _,
          HostMessage.Threads _,
          HostMessage.State _,
          HostMessage.Schedule _,
          HostMessage.Unseen _,
          HostMessage.Response _ ->
          duet.accept(message);
    }
  }

  /// The host and the script's child processes each count their own lines.
  private void tell(HostMessage.Line line) {
    lines++;
    var counted =
        new HostMessage.Line(
            lines, line.nanos(), line.thread(), line.tid(), line.stream(), line.text());
    playing().ifPresent(one -> one.printed(counted));
    duet.accept(counted);
  }

  private void answer(HostMessage.Response response) {
    if (response.text().isEmpty()) {
      questions.answered(response);
    } else {
      playing().ifPresent(one -> one.noted(response.text()));
    }
  }

  private Optional<Usage> end(Usage usage) {
    return playing().map(one -> one.end(usage)).orElse(Optional.of(usage));
  }

  /// Why nothing, or no wait for the GIL, can be seen of a process; empty where it can.
  public static Optional<String> obstacle(ProcessHandle process) {
    return obstacle(new HostTasks(process), process.pid());
  }

  static Optional<String> obstacle(HostTasks tasks, long pid) {
    var sampler = new ThreadSampler(tasks);
    sampler.began(new HostMessage.Began(pid, "main", 0, 0));
    sampler.readings();
    sampler.close();
    return sampler.obstacle();
  }

  @Override
  public OptionalDouble cpu() {
    return tasks.cpu();
  }

  private Optional<CPythonPlay> playing() {
    return Optional.ofNullable(play);
  }

  @Override
  public void close() {
    playing().ifPresent(CPythonPlay::gone);
    sampler.close();
  }
}
