package duet.log;

import duet.compare.ScenarioResult;
import duet.lane.protocol.BoundedLines;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file of JSON lines that `--log` saves. If writing fails, the play goes on without it, and
/// what was already written stays.
public final class LogFile implements Closeable {
  private final Path path;
  private final Writer out;
  private Optional<String> failure = Optional.empty();

  private LogFile(Path path, Writer out) {
    this.path = path;
    this.out = out;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static LogFile open(Path path) throws InputFault {
    try {
      // Not a channel's stream, which would close itself when this thread is interrupted.
      var file = new FileOutputStream(path.toFile());
      return new LogFile(path, writer(file));
    } catch (IOException e) {
      throw InputFault.usage("cannot write the log to " + path, "Choose another file.");
    }
  }

  /// Opens the log of a batch to continue after the last finished scenario. Removes what is left of
  /// unfinished ones.
  ///
  /// @throws InputFault if the file cannot be written
  public static LogFile goOn(Path path) throws InputFault {
    try {
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(endOfFinished(path));
      }
      return new LogFile(path, writer(new FileOutputStream(path.toFile(), true)));
    } catch (IOException e) {
      throw InputFault.usage("cannot continue the log " + path, "Check its name.");
    }
  }

  private static long endOfFinished(Path path) throws IOException {
    long end = 0;
    try (var lines = new BoundedLines(Files.newInputStream(path), LogReader.LONGEST)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.isWhole() && LogReader.isOfBatch(line)) {
          end = lines.position();
        }
      }
    }
    return end;
  }

  private static Writer writer(FileOutputStream file) {
    return new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
  }

  /// A listener that writes a play's events to this file.
  public PlayWriter view() {
    return view(1);
  }

  /// The same for one of several attempts, counted from 1.
  public PlayWriter view(int attempt) {
    return new PlayWriter(lines(), attempt);
  }

  /// Writes the result of a scenario, after all of its plays.
  public void end(ScenarioResult result) {
    lines().line(ResultWriter.of(result));
    flush();
  }

  /// Writes the header of a batch.
  public void begin(BatchHeader header) {
    lines().line(header.json());
    flush();
  }

  /// A writer for a series of plays of a scenario.
  public SeriesWriter series(Scenario scenario) {
    return new SeriesWriter(lines(), scenario.name(), scenario.title());
  }

  private LineSink lines() {
    return LineSink.of(text -> write(text + "\n"), this::flush);
  }

  /// Why the file is incomplete, if it is.
  public Optional<String> failure() {
    return failure.map(
        why ->
            "the log in "
                + path
                + " is incomplete: "
                + why
                + ". What was written so far is kept; free some space, or choose another file.");
  }

  private void write(String text) {
    attempt(() -> out.write(text));
  }

  /// Passes on what was written so far.
  public void flush() {
    attempt(out::flush);
  }

  @Override
  public void close() {
    attempt(out::close);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) {
    if (failure.isPresent()) {
      return;
    }
    try {
      attempt.run();
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
