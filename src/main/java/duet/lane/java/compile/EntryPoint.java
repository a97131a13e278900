package duet.lane.java.compile;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The method that starts a script, chosen by the launch protocol of JEP 512: `main(String[])`
/// before `main()`, static or not, inherited or not, but not private.
public final class EntryPoint {
  private final Class<?> type;
  private final Method main;
  private volatile @Nullable Object instance;

  private EntryPoint(Class<?> type, Method main) {
    this.type = type;
    this.main = main;
  }

  public static Optional<EntryPoint> in(ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("compiled, but not there: " + className, e);
    }
    return find(type, String[].class).or(() -> find(type)).map(main -> new EntryPoint(type, main));
  }

  private static Optional<Method> find(Class<?> type, Class<?>... parameters) {
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      try {
        Method main = at.getDeclaredMethod("main", parameters);
        if (!Modifier.isPrivate(main.getModifiers()) && main.getReturnType() == void.class) {
          main.setAccessible(true);
          return Optional.of(main);
        }
      } catch (NoSuchMethodException e) {
        // Perhaps the superclass has one.
      }
    }
    return Optional.empty();
  }

  /// The class whose main method this is.
  public Class<?> type() {
    return type;
  }

  /// The object on which `main` was called; empty where `main` is static or was not called yet.
  public @Nullable Object instance() {
    return instance;
  }

  /// Starts the script on this thread.
  ///
  /// @param arguments what `main` gets, if it takes any
  /// @throws Throwable what the script threw
  public void call(List<String> arguments) throws Throwable {
    try {
      Object target = Modifier.isStatic(main.getModifiers()) ? null : create();
      instance = target;
      if (main.getParameterCount() == 0) {
        main.invoke(target);
      } else {
        main.invoke(target, (Object) arguments.toArray(new String[0]));
      }
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object create() throws Throwable {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
