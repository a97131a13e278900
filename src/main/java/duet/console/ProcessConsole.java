package duet.console;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Chooses the console of this process, on its standard input, output and error. Text is written as
/// UTF-8, whatever the locale.
public final class ProcessConsole {
  /// The bits of a file's mode that hold its type, and their value for a character device, such as
  /// a terminal (POSIX, `sys/stat.h`).
  private static final int FILE_TYPE = 0170000;

  private static final int CHARACTER_DEVICE = 0020000;

  private ProcessConsole() {}

  /// A plain console if standard output is a file or a pipe; otherwise one that asks the system
  /// about a terminal when that first matters.
  public static Console open(Map<String, String> environment) {
    var in = new FileInputStream(FileDescriptor.in);
    Writer out = writer(FileDescriptor.out);
    Writer err = writer(FileDescriptor.err);
    return isFileOrPipe()
        ? new PlainConsole(in, out, err, environment)
        : new TerminalConsole(in, out, err, environment);
  }

  /// Whether standard output is certainly not a device, and so not a terminal. To ask the C library
  /// would take as long as a whole short command.
  private static boolean isFileOrPipe() {
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return (mode & FILE_TYPE) != CHARACTER_DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}
