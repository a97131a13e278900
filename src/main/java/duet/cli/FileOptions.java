package duet.cli;

import duet.render.file.TraceFile;
import duet.render.html.PlayPage;
import duet.run.PlayListener;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--trace` and `--html`: files that are written besides the screen.
final class FileOptions {
  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Writes what every thread did, for a trace viewer such as Perfetto or chrome://tracing.")
  private @Nullable Path trace;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes an HTML page with logs, figures and timeline.")
  private @Nullable Path html;

  /// The open files; each of them listens to the plays.
  private static final class OpenFiles implements Closeable {
    private final List<PlayListener> listeners = new ArrayList<>();
    private final List<Closeable> files = new ArrayList<>();

    private <T extends PlayListener & Closeable> void add(T file) {
      listeners.add(file);
      files.add(file);
    }

    @Override
    public void close() throws IOException {
      for (Closeable file : files) {
        file.close();
      }
    }
  }

  /// Work during which the files are open.
  interface Work<T> {
    T with(List<PlayListener> listeners) throws InputFault;
  }

  /// Opens the files that the user has asked for, does the work, and closes them.
  ///
  /// @throws InputFault when they cannot be written
  <T> T writing(Work<T> work) throws InputFault {
    try (OpenFiles opened = open()) {
      return work.with(opened.listeners);
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage(
          "the trace or the HTML page is not complete: " + e.getMessage(),
          "Free some disk space, or choose another file.");
    }
  }

  /// Refuses these options for a series of plays.
  ///
  /// @param isSeries whether one scenario is played many times
  void check(CommandSpec spec, boolean isSeries) {
    if (isSeries && (trace != null || html != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--trace and --html show single plays; leave out --sweep and --repeat");
    }
  }

  /// Refuses a trace for a batch, because a trace shows one play.
  void checkNoTrace(CommandSpec spec) {
    if (trace != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--trace shows a single play, not a batch; use 'duet run NAME --trace FILE'");
    }
  }

  /// The file of the HTML page, if the user has asked for one.
  Optional<Path> html() {
    return Optional.ofNullable(html);
  }

  private OpenFiles open() throws InputFault {
    var opened = new OpenFiles();
    if (trace != null) {
      opened.add(TraceFile.open(trace));
    }
    if (html != null) {
      opened.add(PlayPage.open(html));
    }
    return opened;
  }
}
