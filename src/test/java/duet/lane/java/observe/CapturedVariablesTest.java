package duet.lane.java.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.java.compile.Compilation;
import duet.lane.java.compile.JavaProgram;
import duet.lane.java.compile.ScriptLoader;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The local variables that a script's tasks have captured.
class CapturedVariablesTest {
  private static final String SCRIPT =
      """
      static Runnable lambda(Object a, long number, StackTraceElement[][] seen) {
        Object[] forks = {a, new Object()};
        return () -> {
          seen[0] = Thread.currentThread().getStackTrace();
          IO.println(number + " " + forks[1]);
        };
      }

      static Runnable anonymous(Object a) {
        Object[] forks = {new Object(), a};
        return new Runnable() {
          public void run() {
            IO.println(forks[1]);
          }
        };
      }

      static int careless() {
        String text = null;
        return text.length();
      }

      void main() {}
      """;

  private final StackTraceElement[][] seen = new StackTraceElement[1][];
  private final Object target = new Object();
  private Class<?> script = Object.class;

  @BeforeEach
  void compile() throws Exception {
    Compilation compiled = Compilation.of(JavaProgram.of(Path.of("script.java"), SCRIPT));
    script = new ScriptLoader(compiled.classes(), 1).loadClass(compiled.types().getFirst());
  }

  private Object call(String name, Object... arguments) throws ReflectiveOperationException {
    for (var method : script.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  @Test
  void ofALambda() throws Exception {
    var task = (Runnable) call("lambda", target, 7L, seen);
    task.run();
    Map<String, Object> variables = CapturedVariables.of(task, seen[0]);
    assertEquals(Set.of("number", "forks", "seen"), variables.keySet());
    assertSame(seen, variables.get("seen"));
    assertEquals(7L, variables.get("number"));
    assertEquals(
        Optional.of("forks[0]"),
        ObjectPaths.first(value -> value == target, script, variables, List.of(task)));
  }

  @Test
  void whereTheStackIsNotThatOfTheLambdaNothingIsKnown() throws Exception {
    var task = (Runnable) call("lambda", target, 7L, seen);
    assertEquals(Map.of(), CapturedVariables.of(task, new StackTraceElement[0]));
  }

  @Test
  void ofAnAnonymousClass() throws Exception {
    Object task = call("anonymous", target);
    assertEquals(Map.of(), CapturedVariables.of(task, new StackTraceElement[0]));
    assertEquals(
        Optional.of("forks[1]"),
        ObjectPaths.first(value -> value == target, script, Map.of(), List.of(task)));
  }

  /// The script is compiled with the names of its variables, and plays without them.
  @Test
  void messagesAreThoseOfJava() {
    var thrown = assertThrows(InvocationTargetException.class, () -> call("careless"));
    String message = String.valueOf(thrown.getCause());
    assertTrue(message.contains("\"<local0>\" is null"), message);
  }
}
