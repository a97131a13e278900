/* What a Java script tries in order to change what is told of it. Each attempt prints its name and
 * how it was refused. Attempts without a result of their own are checked from outside. */
import java.beans.Statement;
import java.io.FilterOutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;

interface Attempt {
  Object make() throws Throwable;
}

void attempt(String name, Attempt attempt) {
  String result;
  try {
    result = "got in: " + attempt.make();
  } catch (InvocationTargetException e) {
    result = "refused: " + e.getCause();
  } catch (Throwable e) {
    result = "refused: " + e;
  }
  IO.println(name + ": " + result.lines().findFirst().orElse(""));
}

Class<?> duets(String name) throws ClassNotFoundException {
  return ClassLoader.getSystemClassLoader().loadClass("duet.lane." + name);
}

Object unsafe() throws ReflectiveOperationException {
  Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
  field.setAccessible(true);
  return field.get(null);
}

Object opened(AccessibleObject member) {
  member.setAccessible(true);
  return member;
}

/// Of all classes of Duet that matter, a member that could be called or read.
Object anyMember() throws Throwable {
  Throwable last = null;
  for (String name :
      List.of(
          "host.MessagePipe",
          "host.ScriptOutput",
          "host.HostMain",
          "host.HostThreads",
          "host.OrderReader",
          "protocol.PipeKey",
          "protocol.LineTags",
          "java.JavaScript",
          "java.JavaHost",
          "java.jdk.JdkUnsafe",
          "java.record.ThreadRecord",
          "java.record.Speed",
          "java.observe.ThreadSampler")) {
    Class<?> type = duets(name);
    var members = new ArrayList<AccessibleObject>(List.of(type.getDeclaredMethods()));
    members.addAll(List.of(type.getDeclaredFields()));
    members.addAll(List.of(type.getDeclaredConstructors()));
    for (AccessibleObject member : members) {
      if (member instanceof Member known && known.isSynthetic()) {
        continue;
      }
      try {
        return opened(member);
      } catch (RuntimeException e) {
        last = e;
      }
    }
  }
  throw last;
}

void reach() {
  attempt("its classes by reflection", this::anyMember);
  attempt("a public method", () -> duets("protocol.PipeKey").getMethod("random").invoke(null));
  attempt(
      "a public method of what is open to the build",
      () -> duets("java.record.ThreadRecord").getMethod("clear").invoke(null));
  attempt(
      "a method handle",
      () -> MethodHandles.privateLookupIn(duets("host.MessagePipe"), MethodHandles.lookup()));
  attempt(
      "a class of its own in Duet's package",
      () ->
          MethodHandles.lookup()
              .defineClass(
                  ClassLoader.getSystemResourceAsStream("duet/lane/host/MemoryWatch.class")
                      .readAllBytes()));
  attempt(
      "opening its package",
      () -> duets("host.HostMain").getModule().addOpens("duet.lane.host", getClass().getModule()));
  attempt(
      "opening its module",
      () -> opened(Module.class.getDeclaredMethod("implAddOpens", String.class)));
  attempt(
      "a proxy of its interface",
      () -> {
        Class<?> type = duets("host.Guest");
        Object made =
            Proxy.newProxyInstance(
                ClassLoader.getSystemClassLoader(), new Class<?>[] {type}, (_, _, _) -> null);
        return type.getMethod("prepare").invoke(made);
      });
  attempt(
      "the handler of uncaught exceptions",
      () -> {
        Object handler = Thread.getDefaultUncaughtExceptionHandler();
        Field script = handler.getClass().getDeclaredFields()[0];
        script.setAccessible(true);
        return script.get(handler);
      });
  attempt(
      "the stream behind System.out",
      () -> {
        Field out = FilterOutputStream.class.getDeclaredField("out");
        out.setAccessible(true);
        return out.get(System.out);
      });
  attempt("what a thread runs", () -> opened(Thread.class.getDeclaredField("holder")));
  attempt(
      "the table of characters that Gson writes",
      () ->
          opened(
              ClassLoader.getSystemClassLoader()
                  .loadClass("com.google.gson.stream.JsonWriter")
                  .getDeclaredField("REPLACEMENT_CHARS")));
  attempt(
      "an object without a constructor",
      () -> {
        Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
        Object made = factory.getMethod("getReflectionFactory").invoke(null);
        var constructor =
            (Constructor<?>)
                factory
                    .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                    .invoke(made, duets("host.CpuMeter"), Object.class.getDeclaredConstructor());
        Object meter = constructor.newInstance();
        return meter.getClass().getMethod("start").invoke(meter);
      });
}

void memory() {
  for (String method : List.of("objectFieldOffset", "allocateMemory", "getLong", "putLong")) {
    attempt(
        "Unsafe." + method,
        () -> {
          Object unsafe = unsafe();
          for (Method each : unsafe.getClass().getMethods()) {
            if (each.getName().equals(method) && each.getParameterCount() == 1) {
              Class<?> type = each.getParameterTypes()[0];
              return each.invoke(
                  unsafe, type == Field.class ? Thread.class.getDeclaredFields()[0] : (Object) 64L);
            } else if (each.getName().equals(method) && each.getParameterTypes()[0] == long.class) {
              return each.invoke(unsafe, 64L, 64L);
            }
          }
          throw new NoSuchMethodException(method);
        });
  }
  attempt(
      "the JDK's own Unsafe",
      () -> Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null));
  attempt(
      "the JDK's list of threads",
      () -> Class.forName("jdk.internal.vm.ThreadContainers").getMethod("root").invoke(null));
  attempt("memory by its address", () -> MemorySegment.ofAddress(64).reinterpret(8));
  attempt(
      "native code",
      () -> {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
            linker.defaultLookup().find("getpid").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT));
      });
  attempt(
      "a native library",
      () -> {
        System.load("/nowhere.so");
        return "loaded";
      });
  attempt(
      "native memory by a method of the JDK that calls others",
      () -> {
        Method reinterpret = MemorySegment.class.getMethod("reinterpret", long.class);
        return Method.class
            .getMethod("invoke", Object.class, Object[].class)
            .invoke(reinterpret, MemorySegment.ofAddress(64), new Object[] {8L});
      });
  attempt(
      "a native library by a bean",
      () -> {
        new Statement(Runtime.getRuntime(), "load", new Object[] {"/nowhere.so"}).execute();
        return "loaded";
      });
  attempt(
      "attaching to itself",
      () ->
          Class.forName("com.sun.tools.attach.VirtualMachine")
              .getMethod("attach", String.class)
              .invoke(null, String.valueOf(ProcessHandle.current().pid())));
  attempt("an agent", this::agent);
}

/// The answer of the JVM is a text.
Object agent() throws Throwable {
  Object answer =
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "jvmtiAgentLoad",
              new Object[] {new String[] {"/nowhere.so"}},
              new String[] {String[].class.getName()});
  if (answer.toString().contains("not enabled")) {
    throw new IllegalStateException(answer.toString());
  }
  return answer;
}

/// Computes, and says that it waits.
final class Liar extends Thread {
  Liar(String name, Runnable work) {
    super(work, name);
  }

  @Override
  public State getState() {
    return State.TIMED_WAITING;
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    return new StackTraceElement[] {
      new StackTraceElement("java.lang.Thread", "sleep", "Thread.java", 1)
    };
  }

  @Override
  public int hashCode() {
    return 7;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Thread;
  }
}

/// Uses this much CPU time, however busy the machine is.
static void compute(long millis) {
  while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < millis * 1_000_000) {}
}

static void computeAsIfAsleep(long millis) {
  try {
    Class<?> calls = Class.forName("duet.lane.java.woven.ThreadCalls");
    calls.getMethod("sleeps").invoke(null);
    compute(millis);
    calls.getMethod("slept").invoke(null);
  } catch (ReflectiveOperationException e) {
    throw new IllegalStateException(e);
  }
}

void disguises() throws InterruptedException {
  var threads =
      List.of(
          new Thread(() -> compute(150), "C1 CompilerThread0"),
          new Thread(() -> compute(150), "duet-pipe"),
          new Liar("liar", () -> compute(150)),
          new Thread(() -> computeAsIfAsleep(150), "as if asleep"),
          new Thread(() -> IO.println("as main"), "main"));
  for (Thread thread : threads) {
    thread.start();
    thread.join(); // one after the other, so that each has a core
  }
}

/// The JVM calls it on a thread that was there before.
final class Hidden {
  static final CountDownLatch OVER = new CountDownLatch(1);

  @Override
  @SuppressWarnings("removal")
  protected void finalize() {
    compute(250);
    OVER.countDown();
  }
}

void hide() throws InterruptedException {
  new Hidden();
  System.gc();
  Hidden.OVER.await();
}

ThreadGroup everybody() {
  ThreadGroup all = Thread.currentThread().getThreadGroup();
  while (all.getParent() != null) {
    all = all.getParent();
  }
  return all;
}

/// Interrupts and renames Duet's threads, and tells of threads that are none.
void disturb() throws Exception {
  var threads = new Thread[100];
  for (int i = everybody().enumerate(threads) - 1; i >= 0; i--) {
    if (threads[i] != Thread.currentThread()) {
      threads[i].interrupt();
      threads[i].setName("nobody");
      threads[i].setUncaughtExceptionHandler((_, _) -> IO.println("got in"));
    }
  }
  Method started =
      Class.forName("duet.lane.java.woven.ThreadCalls").getMethod("started", Thread.class);
  started.invoke(null, (Object) null);
  started.invoke(null, new Thread("never"));
}

/// In a group that is not the script's, so that nobody waits for it.
void leaveSomebody() {
  new Thread(
          everybody(),
          () -> {
            compute(100);
            System.out.println("the last line");
          },
          "left")
      .start();
}

void main() throws Exception {
  reach();
  memory();
  disguises();
  hide();
  disturb();
  leaveSomebody();
}
