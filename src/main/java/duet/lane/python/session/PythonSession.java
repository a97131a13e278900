package duet.lane.python.session;

import duet.lane.host.CpuMeter;
import duet.lane.host.Guest;
import duet.lane.host.HostThreads;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.lane.protocol.Usage;
import duet.lane.python.runtime.PreludeServices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/// A live Python session. Its Python part is the module `session` of the prelude.
public final class PythonSession implements Guest.GuestSession {
  private static final int WAKE_UPS = 25;
  private static final long WAKE_MILLIS = 20;

  private final Value session;
  private final PreludeServices services;
  private final Thread main = Thread.currentThread();
  private final AtomicLong asked = new AtomicLong();

  private final KeyboardInterrupt interrupt = KeyboardInterrupt.take();

  /// @param session what `open_session` has returned, after which SIGINT is Python's
  public PythonSession(Value session, PreludeServices services) {
    this.session = session;
    this.services = services;
  }

  @Override
  public Response answer(Request question, CpuMeter meter) {
    String name = question.name();
    String text = question.text();
    asked.incrementAndGet();
    boolean evaluates = question.topic() == Topic.EVALUATE;
    if (evaluates) {
      meter.start();
    }
    long start = System.nanoTime();
    try {
      Value told =
          switch (question.topic()) {
            case EVALUATE -> session.invokeMember("evaluate", name, text);
            case TIME -> session.invokeMember("time_it", name, text);
            case LOAD -> session.invokeMember("load", name, text);
            case EXAMINE -> session.invokeMember("examine", text);
            case COMPLETE -> session.invokeMember("complete", text, question.at());
            case SCRIPT -> null;
          };
      Usage usage = evaluates ? used(meter, start) : Usage.ofWall(0);
      return told == null ? new Response(true, text, List.of(), 0, usage) : answer(told, usage);
    } catch (PolyglotException e) {
      // Python code caught and reported Python's own exceptions; this one came in between.
      String reason = e.isExit() ? "the session was asked to exit" : String.valueOf(e.getMessage());
      return new Response(false, reason, List.of(), 0, Usage.ofWall(0));
    } finally {
      asked.incrementAndGet();
    }
  }

  @Override
  public long thread() {
    return main.threadId();
  }

  @Override
  public void cancel() {
    long question = asked.get();
    interrupt.raise();
    HostThreads.start("cancel", () -> wakeWhile(question));
  }

  /// Python raises when it returns from a sleep, which the thread may be about to begin.
  private void wakeWhile(long question) {
    try {
      for (int i = 0; i < WAKE_UPS && asked.get() == question; i++) {
        services.wake(main);
        Thread.sleep(WAKE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Usage used(CpuMeter meter, long start) {
    return meter.read(System.nanoTime() - start);
  }

  private static Response answer(Value told, Usage usage) {
    Value items = told.getArrayElement(2);
    var texts = new ArrayList<String>();
    LongStream.range(0, items.getArraySize())
        .forEach(i -> texts.add(items.getArrayElement(i).asString()));
    return new Response(
        told.getArrayElement(0).asBoolean(),
        told.getArrayElement(1).asString(),
        texts,
        told.getArrayElement(3).asInt(),
        usage);
  }
}
