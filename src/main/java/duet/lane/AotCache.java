package duet.lane;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// An AOT cache (JEP 483, JEP 514) of a kind of JVM. A JVM believes its cache: from a damaged one
/// it crashes, or worse. So a cache has a seal, a file beside it with its checksum. A cache that
/// was written after its seal is not used before it was read and compared again; a start costs no
/// more than to look at two times.
///
/// @param file where the cache is; it need not exist
public record AotCache(Path file) {
  /// How caches are made again.
  public static final String BUILD_AGAIN = "Build again: mvn -B package -DskipTests";

  /// The kind of JVM that runs Duet itself.
  public static final String FRONT_END = "duet";

  private static final String END = ".aot";
  private static final String SEAL = ".seal";
  private static final String DAMAGED = ".damaged";
  private static final String WHY = ".why";

  /// The cache of an installation for a kind of JVM.
  public static AotCache of(Home home, String jvm) {
    return new AotCache(folder(home).resolve(jvm + END));
  }

  /// Every cache of an installation that has a seal.
  public static List<AotCache> sealed(Home home) {
    try (Stream<Path> files = Files.list(folder(home))) {
      return files
          .filter(file -> file.toString().endsWith(END + SEAL))
          .map(seal -> seal.resolveSibling(seal.getFileName().toString().replace(SEAL, "")))
          .map(AotCache::new)
          .toList();
    } catch (IOException e) {
      return List.of(); // not built with caches
    }
  }

  /// Where the caches are.
  public static Path folder(Home home) {
    return home.program().resolve("aot");
  }

  /// What starts from it, in words.
  public String starts() {
    String jvm = file.getFileName().toString().replace(END, "");
    return jvm.equals(FRONT_END) ? "the command line" : "the " + jvm + " host";
  }

  /// Whether it is sealed, and not written since.
  public boolean isUsable() {
    try {
      return Files.getLastModifiedTime(file)
              .compareTo(Files.getLastModifiedTime(beside(file, SEAL)))
          <= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Seals it, once it has proved good.
  ///
  /// @throws IOException when it cannot be read, or the seal cannot be written
  public void seal() throws IOException {
    Files.writeString(beside(file, SEAL), sum());
  }

  /// Reads it whole, if it is sealed. A good one is usable again; a damaged one is put aside.
  ///
  /// @return a sentence about a damaged one; empty for a good one, or if there is none
  public Optional<String> check() {
    if (!Files.exists(file) || !Files.exists(beside(file, SEAL))) {
      return Optional.empty();
    }
    if (!isWhole()) {
      return Optional.of(putAside());
    }
    try {
      if (!isUsable()) {
        Files.setLastModifiedTime(beside(file, SEAL), FileTime.from(Instant.now()));
      }
    } catch (IOException e) {
      // It is somebody else's, who can make it usable.
    }
    return Optional.empty();
  }

  private boolean isWhole() {
    try {
      return Files.readString(beside(file, SEAL)).equals(sum());
    } catch (IOException e) {
      return false;
    }
  }

  private String putAside() {
    String what = "the AOT cache of " + starts() + " is damaged";
    try {
      Files.move(file, beside(file, DAMAGED), StandardCopyOption.ATOMIC_MOVE);
      return what + "; Duet has put it aside and starts more slowly. " + BUILD_AGAIN;
    } catch (IOException e) {
      return what + ", and you may not put it aside. Let its owner delete " + file;
    }
  }

  /// Notes why it could not be made.
  ///
  /// @throws IOException when that cannot be written
  public void explain(String why) throws IOException {
    Files.writeString(beside(file, WHY), why);
  }

  /// Why there is none, as far as that is known; one line.
  public String absence() {
    if (Files.exists(beside(file, DAMAGED))) {
      return "it was damaged and was put aside";
    }
    try {
      return Files.readString(beside(file, WHY));
    } catch (IOException e) {
      return "it was not made";
    }
  }

  /// Removes it with everything beside it.
  ///
  /// @throws IOException when that is not possible
  public void remove() throws IOException {
    for (String end :
        List.of(SEAL, "", DAMAGED, WHY)) { // first the seal: without it, it is not used
      Files.deleteIfExists(beside(file, end));
    }
  }

  private String sum() throws IOException {
    var sum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
      while (channel.read(buffer) >= 0) {
        sum.update(buffer.flip());
        buffer.clear();
      }
      return "%d %08x%n".formatted(channel.size(), sum.getValue());
    }
  }

  private static Path beside(Path file, String end) {
    return file.resolveSibling(file.getFileName() + end);
  }
}
