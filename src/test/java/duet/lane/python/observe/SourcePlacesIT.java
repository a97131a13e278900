package duet.lane.python.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.debug.Debugger;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;

/// A look at a running script leaves no debugger behind, since loops are slow beside one. (An
/// interpreted loop that calls nothing is not stopped.)
class SourcePlacesIT {
  /// A busy machine may need more than one.
  private static final int TRIES = 10;

  private static final String LOOP =
      """
      begun()
      def step():
          return sum(range(100))
      while not ended():
          step()
      """;

  @Test
  void eachLookClosesItsDebuggerAndTheNextOneOpensAnother() throws Exception {
    System.setProperty(
        "polyglot.engine.userResourceCache", Home.find().program().resolve("resources").toString());
    try (Engine engine =
            Engine.newBuilder("python")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        Context python = Context.newBuilder("python").engine(engine).build()) {
      var begun = new CountDownLatch(1);
      var isOver = new AtomicBoolean();
      ProxyExecutable begins =
          _ -> {
            begun.countDown();
            return true;
          };
      ProxyExecutable ends = _ -> isOver.get();
      python.getBindings("python").putMember("begun", begins);
      python.getBindings("python").putMember("ended", ends);
      python.getBindings("python").putMember("text", LOOP);
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> python.eval("python", "exec(compile(text, '/nowhere/loop.py', 'exec'))"));
      begun.await();
      try {
        for (int look = 0; look < 2; look++) {
          String place = placeOf(runner, engine);
          assertTrue(place.matches("loop.py:[345]"), look + ": " + place);
          assertEquals(0, sessions(engine));
        }
      } finally {
        isOver.set(true);
        runner.join();
      }
    }
  }

  private static String placeOf(Thread runner, Engine engine) {
    var script = new ScriptText(Path.of("/nowhere/loop.py"), "/nowhere/loop.py", Map.of("", LOOP));
    var places = new ConcurrentHashMap<Long, String>();
    long tid = runner.threadId();
    for (int i = 0; places.isEmpty() && i < TRIES; i++) {
      var _ = new SourcePlaces(script, Set.of(tid), () -> {}, () -> "", places).find(engine);
    }
    return places.getOrDefault(tid, "no place");
  }

  private static int sessions(Engine engine) {
    return Objects.requireNonNull(engine.getInstruments().get("debugger"))
        .lookup(Debugger.class)
        .getSessionCount();
  }
}
