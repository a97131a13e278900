package duet.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Removes the signatures from jars, such as BouncyCastle's. An AOT cache takes no classes from
/// signed jars, so every host would read and verify each class that Python's `hashlib` needs. Only
/// the copies that the build makes for hosts lose their signatures; Maven checked the originals
/// when it fetched them.
final class SignedJars {
  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private SignedJars() {}

  /// Removes the signatures from those of these jars that have any.
  static void strip(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      if (isSigned(jar)) {
        Path copy = jar.resolveSibling(jar.getFileName() + ".unsigned");
        copy(jar, copy);
        Files.move(copy, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean isSigned(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(SignedJars::isSignature);
    }
  }

  private static boolean isSignature(ZipEntry entry) {
    return SIGNATURE.matcher(entry.getName()).matches();
  }

  private static void copy(Path jar, Path copy) throws IOException {
    try (var zip = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(copy);
        var unsigned = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!isSignature(entry)) {
          var same = new ZipEntry(entry.getName());
          same.setTime(entry.getTime());
          unsigned.putNextEntry(same);
          try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(unsigned);
          }
          unsigned.closeEntry();
        }
      }
    }
  }
}
