package duet.lane.java.compile;

import duet.lane.host.Guest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The method that starts a script: the one that `java FILE` of JDK 25 calls. It is chosen by
/// [MainMethods]; an instance method is called on an object of the class that declares it.
public final class EntryPoint {
  private final Method main;
  private final @Nullable Constructor<?> constructor;
  private volatile @Nullable Object instance;

  private EntryPoint(Method main, @Nullable Constructor<?> constructor) {
    this.main = main;
    this.constructor = constructor;
  }

  /// The entry point of a script.
  ///
  /// @param file the script's file, for error messages
  /// @throws Guest.Rejection when it has none, or none that can be called
  public static EntryPoint in(ClassLoader loader, String file, Compilation compilation)
      throws Guest.Rejection {
    Method main = new MainMethods(loader, file, compilation).chosen();
    main.setAccessible(true);
    return new EntryPoint(
        main, Modifier.isStatic(main.getModifiers()) ? null : constructor(file, main));
  }

  private static Constructor<?> constructor(String file, Method main) throws Guest.Rejection {
    Class<?> type = main.getDeclaringClass();
    String name = type.getSimpleName();
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new Guest.Rejection(
          "%s: Java cannot make an object of %s to call its main method, since %s is %s. %s"
              .formatted(
                  file,
                  name,
                  name,
                  type.isInterface() ? "an interface" : "abstract",
                  "Make main static, or put it into a class that is not abstract."));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new Guest.Rejection(
          "%s: Java cannot make an object of %s to call its main method: %s has no constructor"
                  .formatted(file, name, name)
              + " without parameters. Make main static: static void main() { … }");
    }
  }

  /// The class whose main method this is.
  public Class<?> type() {
    return main.getDeclaringClass();
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
      Object target = constructor == null ? null : constructor.newInstance();
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
}
