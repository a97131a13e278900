package duet.lane.java.explore.weave;

import duet.lane.java.woven.BuilderTurns;
import duet.lane.java.woven.ObjectTurns;
import duet.lane.java.woven.ParkTurns;
import duet.lane.java.woven.SystemTurns;
import duet.lane.java.woven.ThreadTurns;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which methods of Duet are called instead of those of the JDK. A static method of a class such as
/// [ThreadTurns] stands for the method of the same name; for that of an object, it takes the object
/// first.
final class Gateways {
  /// A method that is called instead of another one.
  record Gateway(ClassDesc owner, String name, MethodTypeDesc type) {}

  private static final String BUILDER = "java/lang/Thread$Builder";

  private static final Map<String, Class<?>> OWNERS =
      Map.of(
          "java/lang/Thread",
          ThreadTurns.class,
          "java/util/concurrent/TimeUnit",
          ThreadTurns.class,
          "java/util/concurrent/locks/LockSupport",
          ParkTurns.class,
          "java/lang/System",
          SystemTurns.class,
          "java/lang/Runtime",
          SystemTurns.class,
          "java/lang/Math",
          SystemTurns.class,
          BUILDER,
          BuilderTurns.class);

  /// Methods that wait themselves, and so take turns.
  private static final Set<String> WAITING =
      Set.of("join", "sleep", "wait", "park", "parkNanos", "parkUntil", "yield", "onSpinWait");

  /// Methods that no other thread notices, and that tell nothing of another thread.
  private static final Set<String> PRIVATE =
      Set.of(
          "currentThread",
          "threadId",
          "getId",
          "holdsLock",
          "interrupted",
          "setDaemon",
          "isDaemon",
          "daemon",
          "unstarted",
          "factory",
          "nanoTime",
          "currentTimeMillis",
          "availableProcessors",
          "setCurrentBlocker",
          "getThreadId",
          "setDefaultUncaughtExceptionHandler",
          "getDefaultUncaughtExceptionHandler",
          "random",
          "exit",
          "halt",
          "addShutdownHook");

  private static final Map<String, Gateway> BY_KEY = new HashMap<>();

  static {
    for (Class<?> type :
        List.of(
            ThreadTurns.class,
            ObjectTurns.class,
            ParkTurns.class,
            SystemTurns.class,
            BuilderTurns.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          var gateway =
              new Gateway(
                  ClassDesc.of(type.getName()),
                  method.getName(),
                  MethodTypeDesc.ofDescriptor(
                      java.lang.invoke.MethodType.methodType(
                              method.getReturnType(), method.getParameterTypes())
                          .descriptorString()));
          BY_KEY.put(key(type, method.getName(), parameters(gateway.type)), gateway);
        }
      }
    }
  }

  private Gateways() {}

  /// What is called instead of a method; empty where that is the method itself.
  static Optional<Gateway> of(String owner, String name, MethodTypeDesc type, boolean isStatic) {
    if (owner.startsWith("[")) {
      return Optional.empty();
    }
    MethodTypeDesc plain = isStatic ? type : type.insertParameterTypes(0, receiver(owner, name));
    Class<?> gate = gate(owner, name, isStatic);
    return gate == null
        ? Optional.empty()
        : Optional.ofNullable(BY_KEY.get(key(gate, name, parameters(plain))));
  }

  /// Whether a method that is replaced waits itself.
  static boolean waits(String name) {
    return WAITING.contains(name);
  }

  /// Whether it matters to no other thread when a method that is replaced is called.
  static boolean isPrivate(String name) {
    return PRIVATE.contains(name);
  }

  private static @Nullable Class<?> gate(String owner, String name, boolean isStatic) {
    if (!isStatic && (name.equals("wait") || name.startsWith("notify"))) {
      return ObjectTurns.class;
    }
    return OWNERS.get(owner.startsWith(BUILDER) ? BUILDER : owner);
  }

  private static ClassDesc receiver(String owner, String name) {
    if (name.equals("wait") || name.startsWith("notify")) {
      return ClassDesc.of("java.lang.Object");
    }
    if (owner.startsWith(BUILDER)) {
      return ClassDesc.ofInternalName(name.equals("daemon") ? BUILDER + "$OfPlatform" : BUILDER);
    }
    return ClassDesc.ofInternalName(owner);
  }

  private static String key(Class<?> gate, String name, String parameters) {
    return gate.getSimpleName() + "." + name + parameters;
  }

  private static String parameters(MethodTypeDesc type) {
    String all = type.descriptorString();
    return all.substring(0, all.indexOf(')') + 1);
  }
}
