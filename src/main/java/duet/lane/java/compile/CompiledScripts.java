package duet.lane.java.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A cache of compiled scripts. javac takes most of the time until a script's first line, and the
/// same text on the same JDK compiles to the same classes, if the text of the files beside it is
/// the same, too.
///
/// Each script has one file. A damaged file, or one that another script's name happens to share, is
/// ignored. No error here keeps a script from being played.
public final class CompiledScripts {
  /// How many are kept; the least recently used go first.
  private static final int KEPT = 500;

  /// The version of this cache: change it when the same text compiles to something else.
  private static final String FORM = "3";

  private final Path folder;

  /// @param folder where they are kept; it need not exist yet
  public CompiledScripts(Path folder) {
    this.folder = folder;
  }

  /// What a script was compiled to, if that is known.
  public Optional<Compilation> find(JavaProgram program) {
    String key = key(program);
    Path file = file(key);
    try {
      byte[] content = Files.readAllBytes(file);
      var in = new DataInputStream(new ByteArrayInputStream(content));
      long sum = in.readLong();
      if (sum != sum(content, Long.BYTES) || !text(in).equals(key)) {
        return Optional.empty();
      }
      List<String> types = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        types.add(text(in));
      }
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        classes.put(text(in), bytes(in));
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(new Compilation(types, classes));
    } catch (IOException e) {
      return Optional.empty(); // most likely it was never compiled
    }
  }

  /// Keeps what a script was compiled to.
  public void keep(JavaProgram program, Compilation compilation) {
    String key = key(program);
    try {
      var content = new ByteArrayOutputStream();
      var out = new DataOutputStream(content);
      out.writeLong(0);
      write(out, key.getBytes(StandardCharsets.UTF_8));
      out.writeInt(compilation.types().size());
      for (String type : compilation.types()) {
        write(out, type.getBytes(StandardCharsets.UTF_8));
      }
      out.writeInt(compilation.classes().size());
      for (Map.Entry<String, byte[]> one : compilation.classes().entrySet()) {
        write(out, one.getKey().getBytes(StandardCharsets.UTF_8));
        write(out, one.getValue());
      }
      byte[] whole = content.toByteArray();
      java.nio.ByteBuffer.wrap(whole).putLong(sum(whole, Long.BYTES));
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "new", "");
      try {
        Files.write(part, whole);
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part); // the disk may be full
      }
      forgetOldest();
    } catch (IOException e) {
      // The next play compiles it again.
    }
  }

  private void forgetOldest() throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.toList();
    }
    if (files.size() > KEPT) {
      var oldest = files.stream().sorted(Comparator.comparing(CompiledScripts::lastUsed)).toList();
      for (Path file : oldest.subList(0, files.size() - KEPT)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /// Everything that decides what a script compiles to. An implicit class has the name of its file.
  private static String key(JavaProgram program) {
    var parts = new ArrayList<>(List.of(FORM, Runtime.version().toString()));
    parts.addAll(List.of(program.name(), program.text()));
    parts.add(String.valueOf(program.preview()));
    program.classPath().forEach(library -> parts.add(version(library)));
    program.neighbours().forEach(one -> parts.addAll(List.of(one.name(), one.text())));
    return String.join("\0", parts);
  }

  private static String version(Path library) {
    try {
      var attributes = Files.readAttributes(library, BasicFileAttributes.class);
      return library + " " + attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException e) {
      return library + " is not there";
    }
  }

  private Path file(String key) {
    long sum = sum(key.getBytes(StandardCharsets.UTF_8), 0);
    long hash = (sum << Integer.SIZE) | Integer.toUnsignedLong(key.hashCode());
    return folder.resolve(Long.toHexString(hash));
  }

  private static long sum(byte[] bytes, int from) {
    var sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return sum.getValue();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
