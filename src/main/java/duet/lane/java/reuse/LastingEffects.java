package duet.lane.java.reuse;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Collection;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Finds in a script's class files what could change the process for good without leaving a visible
/// trace. When in doubt it says yes: what reflection could call counts as called.
public final class LastingEffects {
  private static final Set<String> MEMBERS =
      Set.of(
          "java/io/FileDescriptor.err", // who closes one of these redirects it for the process
          "java/io/FileDescriptor.in",
          "java/io/FileDescriptor.out",
          "java/lang/IO.readln",
          "java/lang/invoke/MethodHandles.lookup", // reflection by another name
          "java/lang/invoke/MethodHandles.publicLookup",
          "java/lang/Runtime.addShutdownHook",
          "java/lang/Runtime.load",
          "java/lang/Runtime.loadLibrary",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/System.setIn",
          "java/net/Authenticator.setDefault",
          "java/net/CookieHandler.setDefault",
          "java/net/ProxySelector.setDefault",
          "java/net/ResponseCache.setDefault",
          "java/net/URL.setURLStreamHandlerFactory",
          "java/util/concurrent/ForkJoinPool.commonPool");

  /// Prefixes of class names. An open socket, a channel or a file lock leaves no visible trace, but
  /// the next script may want the same port or file.
  private static final Set<String> CLASSES =
      Set.of(
          "java/awt/",
          "java/beans/",
          "java/io/ObjectInputStream",
          "java/lang/ClassLoader",
          "java/lang/ModuleLayer",
          "java/lang/foreign/",
          "java/lang/instrument/",
          "java/lang/management/",
          "java/lang/reflect/",
          "java/net/DatagramSocket",
          "java/net/MulticastSocket",
          "java/net/ServerSocket",
          "java/net/Socket",
          "java/nio/channels/",
          "java/security/",
          "java/util/logging/",
          "java/util/prefs/",
          "javax/management/",
          "javax/naming/",
          "javax/script/",
          "javax/tools/",
          "javax/xml/",
          "jdk/",
          "sun/");

  private LastingEffects() {}

  /// Whether any of these class files names such a thing.
  public static boolean isIn(Collection<byte[]> classes) {
    return classes.stream()
        .map(bytes -> ClassFile.of().parse(bytes).constantPool())
        .flatMap(pool -> StreamSupport.stream(pool.spliterator(), false))
        .anyMatch(LastingEffects::isIt);
  }

  private static boolean isIt(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type ->
          CLASSES.stream().anyMatch(name -> type.asInternalName().startsWith(name));
      case MemberRefEntry member ->
          MEMBERS.contains(member.owner().asInternalName() + "." + member.name().stringValue());
      default -> false;
    };
  }
}
