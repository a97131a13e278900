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

/// `--trace` and `--html`: what is written beside what is shown.
final class FileOptions {
  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Writes what every thread did for a trace viewer: Perfetto, chrome://tracing.")
  private @Nullable Path trace;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page with logs, figures and timeline.")
  private @Nullable Path html;

  /// Opened files, each of which follows the plays.
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

  /// Something that writes to the opened files.
  interface Work<T> {
    T with(List<PlayListener> listeners) throws InputFault;
  }

  /// Opens the files that are asked for, does something, and closes them.
  ///
  /// @throws InputFault when they cannot be written
  <T> T writing(Work<T> work) throws InputFault {
    try (OpenFiles opened = open()) {
      return work.with(opened.listeners);
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage(
          "the trace or the page is not complete: " + e.getMessage(),
          "Make room, or choose another file.");
    }
  }

  /// Refuses what has no such file.
  ///
  /// @param isSeries whether there are many plays of one scenario
  void check(CommandSpec spec, boolean isSeries) {
    if (isSeries && (trace != null || html != null)) {
      throw new ParameterException(
          spec.commandLine(), "--trace and --html show single plays, not --sweep or --repeat");
    }
  }

  /// Refuses a trace, which is of single plays, for a whole batch.
  void checkNoTrace(CommandSpec spec) {
    if (trace != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--trace shows single plays; 'duet run NAME --trace FILE' writes one of a batch's");
    }
  }

  /// Where a page was asked for.
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
