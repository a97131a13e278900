package duet.setup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Lets every user read the built program. GraalPy unpacks its files for its own user only, and a
/// user's mask may hide the others; but other users play with an installation of root's, and root's
/// confined hosts are nobody's.
final class SharedFiles {
  private static final Set<PosixFilePermission> READ =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> EXECUTE =
      EnumSet.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

  private SharedFiles() {}

  /// Opens a file, or a folder with everything in it, for reading. What is another user's stays as
  /// it is, and so does everything where files have no such permissions.
  ///
  /// @throws IOException when it cannot be read
  static void share(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.walkFileTree(path, new Opening());
    }
  }

  private static final class Opening extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      open(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) {
        open(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private static void open(Path path) throws IOException {
      Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
      var wanted = EnumSet.copyOf(now);
      wanted.addAll(READ);
      if (now.contains(PosixFilePermission.OWNER_EXECUTE)) {
        wanted.addAll(EXECUTE);
      }
      if (!wanted.equals(now)) {
        try {
          Files.setPosixFilePermissions(path, wanted);
        } catch (IOException e) {
          // another user's, who can open it
        }
      }
    }
  }
}
