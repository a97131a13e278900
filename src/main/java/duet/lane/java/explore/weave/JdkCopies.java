package duet.lane.java.explore.weave;

import duet.lane.java.jdk.TrustedLookup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Loads the copies of the JDK's classes for concurrency. The parent of a script's loader.
public final class JdkCopies extends ClassLoader {
  private static final String PREFIX = CopiedNames.PREFIX.replace('/', '.');
  private static final String WOVEN = "duet.lane.java.woven.";
  private static final Map<String, byte[]> RENAMED = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> WOVEN_BYTES = new ConcurrentHashMap<>();

  static {
    registerAsParallelCapable();
  }

  /// @param libraries loads the classes that are neither copies nor the script's
  public JdkCopies(ClassLoader libraries) {
    super("copies", libraries);
    open(getUnnamedModule());
  }

  /// Resolves the classes of copies, for stack maps.
  static ClassHierarchyResolver resolver() {
    return ClassHierarchyResolver.ofResourceParsing(
        type -> {
          byte[] bytes = renamed(name(type));
          return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
  }

  /// The class above the copies that a call reaches; the copy where it declares the method.
  static Optional<String> outside(String owner, String name, String type) {
    String at = owner;
    for (byte[] bytes = renamed(at); bytes != null; bytes = renamed(at)) {
      ClassModel model = ClassFile.of().parse(bytes);
      boolean isOwn =
          model.methods().stream()
              .anyMatch(
                  method ->
                      method.methodName().equalsString(name)
                          && method.methodType().equalsString(type));
      if (isOwn || model.superclass().isEmpty()) {
        return Optional.of(owner);
      }
      at = model.superclass().get().asInternalName();
    }
    return Optional.of(at.equals("java/lang/Thread") ? at : owner);
  }

  private static String name(ClassDesc type) {
    String text = type.descriptorString();
    return text.startsWith("L") ? text.substring(1, text.length() - 1) : "";
  }

  /// The copies are the JDK's own code, so they may call the rest of it.
  private static void open(Module module) {
    try {
      MethodHandle export =
          TrustedLookup.get()
              .findVirtual(
                  Module.class,
                  "implAddExportsOrOpens",
                  MethodType.methodType(
                      void.class, String.class, Module.class, boolean.class, boolean.class));
      Module base = Object.class.getModule();
      for (String name : base.getPackages()) {
        if (name.startsWith("jdk.internal")) {
          export.invoke(base, name, module, false, true);
        }
      }
    } catch (Throwable e) {
      throw new IllegalStateException("this JDK cannot be explored", e);
    }
  }

  /// The class with this name; null where nothing has used it yet.
  public @Nullable Class<?> loaded(String name) {
    return findLoadedClass(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(WOVEN)) {
      return Class.forName(name, true, JdkCopies.class.getClassLoader());
    }
    byte[] bytes = name.startsWith(PREFIX) ? woven(name.replace('.', '/')) : null;
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte @Nullable [] woven(String name) {
    byte[] known = WOVEN_BYTES.get(name);
    byte[] renamed = known == null ? renamed(name) : null;
    if (known != null || renamed == null) {
      return known;
    }
    ClassFile classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                resolver().orElse(ClassHierarchyResolver.defaultResolver())));
    byte[] woven = new WovenClass(ClassFile.of().parse(renamed), Optional.empty()).bytes(classFile);
    WOVEN_BYTES.put(name, woven);
    return woven;
  }

  private static byte @Nullable [] renamed(String name) {
    if (!name.startsWith(CopiedNames.PREFIX)) {
      return null;
    }
    byte[] known = RENAMED.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream in =
        Object.class.getModule().getResourceAsStream(CopiedNames.original(name) + ".class")) {
      if (in == null) {
        return null;
      }
      byte[] renamed = CopiedNames.renamed(in.readAllBytes());
      RENAMED.put(name, renamed);
      return renamed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
