package duet.setup;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Java runtime image that contains the Graal compiler.
///
/// A stock JDK has the interface for a compiler written in Java (`jdk.internal.vm.ci`), but its
/// `jdk.graal.compiler` is empty. Putting the real one on `--upgrade-module-path` works, but
/// switches AOT caches off. So Duet links an image from modules of the JDK and the jars of the
/// compiler, in which the compiler is one more module of the runtime.
final class RuntimeImage {
  private static final String COMPILER = "jdk.graal.compiler";
  private static final String COMPILER_INTERFACE = "jdk.internal.vm.ci";

  /// What GraalPy, the compiler and the hosts use, with everything that these modules require. Not
  /// `jdk.jfr`: with a flight recorder, GraalPy and JMX register with it when they start, which
  /// takes a twentieth of the boot.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.security.jgss",
          "java.security.sasl",
          "jdk.charsets",
          "jdk.management",
          "jdk.security.auth",
          "jdk.unsupported",
          COMPILER_INTERFACE);

  /// The files that are not copied from the JDK: the image has its own, or they belong to other
  /// modules.
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "bin/(?!java(\\.exe)?$|.*\\.dll$).*"
              + "|lib/(modules|src\\.zip|ct\\.sym|classlist|jexec|.*\\.properties.*)"
              + "|lib/.*\\.jsa|bin/server/.*\\.jsa"
              + "|(lib|bin)/(lib)?(\\w*awt\\w*|fontmanager|freetype|mlib_image|lcms|splashscreen"
              + "|javajpeg|jsound|jdwp|dt_socket|saproc|sctp|j2pkcs11|j2pcsc|jsvml|instrument"
              + "|prefs|rmi|attach|management_agent)\\.(so|dylib|dll)");

  private final Path javaHome;
  private final Path workFolder;

  private RuntimeImage(Path javaHome, Path workFolder) {
    this.javaHome = javaHome;
    this.workFolder = workFolder;
  }

  /// What a JDK offers for compiling Python while it runs.
  enum CompilerOffer {
    /// It contains the compiler, as a GraalVM does: no image is needed.
    READY,
    /// The compiler can be linked in.
    LINKABLE,
    /// It has no compiler interface, or no tools to link an image: Python is interpreted.
    NONE
  }

  /// Finds out what a JDK offers.
  static CompilerOffer jitOf(Path javaHome) throws IOException {
    if (!Files.exists(javaHome.resolve("lib").resolve("modules"))) {
      return CompilerOffer.NONE;
    }
    try (FileSystem jdk =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", javaHome.toString()))) {
      Path modules = jdk.getPath("/modules");
      if (Files.exists(modules.resolve(COMPILER + "/jdk/graal/compiler/truffle"))) {
        return CompilerOffer.READY;
      }
      boolean linkable =
          Files.exists(modules.resolve(COMPILER_INTERFACE))
              && Files.exists(modules.resolve("jdk.jlink"))
              && MODULES.stream().allMatch(module -> Files.exists(modules.resolve(module)));
      return linkable ? CompilerOffer.LINKABLE : CompilerOffer.NONE;
    }
  }

  /// Builds an image, in about five seconds. It appears whole or not at all, and replaces an older
  /// one.
  ///
  /// @param javaHome a JDK that is [CompilerOffer#LINKABLE]
  /// @param jitJars the jars of the compiler, and of what it requires
  static void build(Path javaHome, List<Path> jitJars, Path image)
      throws IOException, InterruptedException {
    Path folder = image.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path workFolder = Files.createTempDirectory(folder, image.getFileName() + "-");
    try {
      Path made = new RuntimeImage(javaHome, workFolder).make(jitJars);
      if (Files.exists(image)) {
        Files.move(image, workFolder.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(made, image, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      TemporaryFolders.delete(workFolder);
    }
  }

  private Path make(List<Path> jitJars) throws IOException, InterruptedException {
    Path modules = workFolder.resolve("modules");
    Path made = workFolder.resolve("image");
    extract(modules);
    dropHashes(modules.resolve("java.base").resolve("module-info.class"));
    link(modules, jitJars, made);
    copyMissing("bin", made);
    copyMissing("conf", made);
    copyMissing("legal", made);
    copyMissing("lib", made);
    run(List.of(made.resolve("bin").resolve("java").toString(), "-version"));
    return made;
  }

  /// Unpacks modules of the JDK: jlink would otherwise take its own, with their empty compiler.
  private void extract(Path modules) throws IOException, InterruptedException {
    String wanted = MODULES.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    String all = javaHome.resolve("lib").resolve("modules").toString();
    run(
        List.of(
            tool("jimage"),
            "extract",
            "--dir=" + modules,
            "--include=regex:/(" + wanted + ")/.*",
            all));
  }

  /// Removes from java.base the hashes of the modules that it was built with.
  private static void dropHashes(Path moduleInfo) throws IOException {
    ClassFile classFile = ClassFile.of();
    ClassTransform drop =
        ClassTransform.dropping(element -> element instanceof ModuleHashesAttribute);
    Files.write(moduleInfo, classFile.transformClass(classFile.parse(moduleInfo), drop));
  }

  private void link(Path modules, List<Path> jitJars, Path made)
      throws IOException, InterruptedException {
    var path = new ArrayList<>(List.of(modules.toString()));
    jitJars.forEach(jar -> path.add(jar.toAbsolutePath().toString()));
    run(
        List.of(
            tool("jlink"),
            // The modules come from an image, so what it generates is already there.
            "--disable-plugin=generate-jli-classes",
            "--module-path=" + String.join(File.pathSeparator, path),
            "--add-modules=" + String.join(",", MODULES) + "," + COMPILER,
            "--output=" + made));
  }

  /// Copies files other than classes, such as native libraries, which jlink does not find.
  private void copyMissing(String part, Path made) throws IOException {
    Path from = javaHome.resolve(part);
    if (!Files.exists(from)) {
      return;
    }
    try (var files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = javaHome.relativize(file).toString().replace(File.separatorChar, '/');
        Path copy = made.resolve(name);
        if (!LEFT_OUT.matcher(name).matches() && !Files.exists(copy)) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private String tool(String name) {
    return javaHome.resolve("bin").resolve(name).toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "building the runtime image failed, status %d of %s%n%s"
              .formatted(status, String.join(" ", command), output.strip()));
    }
  }
}
