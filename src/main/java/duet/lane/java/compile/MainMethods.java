package duet.lane.java.compile;

import duet.lane.host.Guest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the main method of a script as the source launcher of JDK 25 does: in the file's first
/// class, or else in the class that is called like the file. In a class, `main(String[])` comes
/// before `main()`, and may be static or not, inherited or not (JEP 512).
///
/// @param file the script's file, for error messages
record MainMethods(ClassLoader loader, String file, Compilation compilation) {
  private static final String NAME = "main";

  /// The method that starts the script.
  ///
  /// @throws Guest.Rejection when there is none; it says why
  Method chosen() throws Guest.Rejection {
    for (String type : compilation.candidates(file)) {
      Optional<Method> main = of(type(type));
      if (main.isPresent()) {
        return main.get();
      }
    }
    throw new Guest.Rejection(file + ": " + problem());
  }

  private String problem() {
    for (String name : compilation.candidates(file)) {
      Class<?> type = type(name);
      Method near = declared(type, String[].class);
      near = near == null ? declared(type) : near;
      if (near != null) {
        return "there is no main method to start: the one of "
            + simple(name)
            + (Modifier.isPrivate(near.getModifiers())
                ? " is private. Remove 'private'."
                : " returns a value. Make it 'void'.");
      }
    }
    for (String name : compilation.types()) {
      if (of(type(name)).isPresent()) {
        return "Java starts the first class of a file or the one called like the file, but only %s"
                .formatted(simple(name))
            + " has a main method. Put %s first, or rename the file to %s.java."
                .formatted(simple(name), simple(name));
      }
    }
    return "there is no main method to start. Add one: void main() { … }";
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("compiled, but not there: " + name, e);
    }
  }

  private static Optional<Method> of(Class<?> type) {
    return Optional.ofNullable(find(type, true, String[].class))
        .filter(MainMethods::isMain)
        .or(() -> Optional.ofNullable(find(type, true)).filter(MainMethods::isMain));
  }

  /// Looks into the class, then into its superclasses, then into its interfaces, whose static
  /// methods are not inherited.
  private static @Nullable Method find(Class<?> type, boolean withStatic, Class<?>... parameters) {
    Method found = declared(type, parameters);
    if (found != null && (withStatic || !Modifier.isStatic(found.getModifiers()))) {
      return found;
    }
    Class<?> above = type.getSuperclass();
    found = above == null ? null : find(above, withStatic, parameters);
    for (Class<?> one : type.getInterfaces()) {
      found = found == null ? find(one, false, parameters) : found;
    }
    return found;
  }

  private static @Nullable Method declared(Class<?> type, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(NAME, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static boolean isMain(Method method) {
    return !Modifier.isPrivate(method.getModifiers()) && method.getReturnType() == void.class;
  }
}
