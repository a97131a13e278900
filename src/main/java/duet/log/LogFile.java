package duet.log;

import duet.compare.ScenarioResult;
import duet.lane.protocol.BoundedLines;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// The file of JSON lines that `--log` saves. If writing fails, the play goes on without it, and
/// what was already written stays.
public final class LogFile implements Closeable {
  private final Path path;
  private final FileClaim claim;
  private final Writer out;
  private Optional<String> failure = Optional.empty();

  private LogFile(Path path, FileClaim claim) {
    this.path = path;
    this.claim = claim;
    // Not a channel's stream, which would close itself when this thread is interrupted.
    out = new BufferedWriter(new OutputStreamWriter(claim.out(), StandardCharsets.UTF_8));
  }

  /// What tells whether somebody else has written a file in the meantime.
  ///
  /// @param size in bytes; -1 for a missing file
  public record Version(long size, FileTime modified) {
    /// The current version of a file.
    public static Version of(Path path) {
      try {
        return new Version(Files.size(path), Files.getLastModifiedTime(path));
      } catch (IOException e) {
        return new Version(-1, FileTime.fromMillis(0));
      }
    }
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written, or another Duet writes it
  public static LogFile open(Path path) throws InputFault {
    try {
      var claim = FileClaim.of(path);
      claim.cutTo(0);
      return new LogFile(path, claim);
    } catch (IOException e) {
      throw InputFault.usage("cannot write the log to " + path, "Choose another file.");
    }
  }

  /// Opens the log of a batch to continue after the last finished scenario, or starts a missing
  /// one. Removes what is left of unfinished ones.
  ///
  /// @param read the version of the log that it continues
  /// @throws InputFault if the file cannot be written, or another Duet writes it or has written it
  ///   since
  public static LogFile goOn(Path path, Version read) throws InputFault {
    try {
      long end = read.size() < 0 ? 0 : endOfFinished(path);
      var claim = FileClaim.of(path);
      Version now = Version.of(path);
      if (read.size() < 0 ? now.size() > 0 : !now.equals(read)) {
        claim.close();
        throw InputFault.usage(
            "another duet has written " + path + " in the meantime", "Start the batch again.");
      }
      claim.cutTo(end);
      return new LogFile(path, claim);
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

  /// A writer for explorations of a scenario.
  public ExplorationWriter exploration(Scenario scenario) {
    return new ExplorationWriter(lines(), scenario.name());
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
    attempt(out::flush);
    try {
      claim.close();
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
    }
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
