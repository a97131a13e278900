package duet.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import duet.lane.protocol.BoundedLines;
import duet.lane.protocol.Envelope;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A log as `--log` has saved it, told again as if it happened now. A last line that is not whole,
/// as a killed process leaves it, ends the log.
public final class LogReader {
  /// An event may be that of a line of a mebibyte, of which every byte may need six in JSON.
  static final int LONGEST = 8 << 20;

  private static final String BATCH = JsonKind.BATCH.start();

  private final Path file;
  private final LogListener ear;
  private final int atMost;
  private PlayListener listener = new PlayListener() {};
  private @Nullable PlayHeader header;
  private @Nullable SeriesReader series;
  private final Map<String, String> runtimes = new HashMap<>();
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final Map<String, List<State>> states = new HashMap<>();
  private final Map<String, Long> omitted = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private int plays;

  private LogReader(Path file, LogListener ear, int atMost) {
    this.file = file;
    this.ear = ear;
    this.atMost = atMost;
  }

  /// Where a play is saved.
  ///
  /// @param offset where it begins, in bytes
  /// @param attempt which attempt of a batch it belongs to, counted from 1
  public record PlayLocation(Path file, long offset, int attempt) {}

  /// Who hears what a log has.
  public interface LogListener extends SeriesListener {
    /// A play begins. Returns who hears of it.
    PlayListener play(PlayLocation place);

    /// A batch begins.
    default void batch(BatchHeader header) {}

    /// Every play of a batch's scenario has been told.
    default void finished(String path) {}
  }

  /// Whether a file begins as the log of a batch does.
  public static boolean isBatch(Path file) {
    return start(file).equals(BATCH);
  }

  /// Whether a file is the log of a batch, or what is left of one that was broken off before it had
  /// begun: nothing, or less than the beginning.
  public static boolean mayBeOfBatch(Path file) {
    return Files.isRegularFile(file) && BATCH.startsWith(start(file));
  }

  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BATCH.length()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "?"; // whoever reads it tells why it cannot be read
    }
  }

  /// Whether a line tells the beginning of a batch, or what came of one of its scenarios.
  static boolean isOfBatch(String line) {
    return line.startsWith(BATCH) || line.startsWith(JsonKind.RESULT.start());
  }

  /// Tells a log; returns how many plays, sweeps and repeats it has that came to their end.
  ///
  /// @throws InputFault when it cannot be read, or is none
  public static int tell(Path file, LogListener ear) throws InputFault {
    return tell(file, 0, ear, Integer.MAX_VALUE);
  }

  /// Tells one play.
  ///
  /// @throws InputFault when it is not there any more
  public static void tell(PlayLocation place, PlayListener listener) throws InputFault {
    LogListener ear =
        new LogListener() {
          @Override
          public PlayListener play(PlayLocation any) {
            return listener;
          }
        };
    if (tell(place.file(), place.offset(), ear, 1) < 1) {
      throw InputFault.usage(place.file() + " has changed meanwhile", "Make the report again.");
    }
  }

  private static int tell(Path file, long from, LogListener ear, int atMost) throws InputFault {
    var log = new LogReader(file, ear, atMost);
    int number = 0;
    try (InputStream bytes = Files.newInputStream(file);
        var in = new BoundedLines(bytes, LONGEST)) {
      bytes.skipNBytes(from);
      long offset = from;
      for (String line = in.next(); line != null && log.plays < atMost; line = in.next()) {
        number++;
        if (!in.isWhole() && isOfBatch(line)) {
          break; // it is written anew by whoever goes on with the log
        }
        try {
          log.hear(line, offset);
          offset = from + in.position();
        } catch (JsonParseException
            | IllegalArgumentException
            | IllegalStateException
            | ClassCastException
            | NullPointerException
            | UnsupportedOperationException e) {
          if (in.next() != null) {
            throw InputFault.usage(
                file + ":" + number + ": this is no line of a log of Duet's",
                "'duet run --log FILE' writes what can be reported.");
          }
        }
      }
    } catch (IOException e) {
      throw InputFault.usage("cannot read the log " + file + ": " + e, "Is that its name?");
    }
    log.finish();
    return log.plays;
  }

  private void hear(String line, long offset) {
    if (JsonLines.isPrinted(line)) {
      hear(JsonLines.envelope(line));
      return;
    }
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    JsonKind kind = JsonKind.of(json).orElse(null);
    switch (kind) {
      case null -> {} // what later versions may add
      case PLAY -> begun(PlayHeader.of(json), offset);
      case BATCH -> {
        finish();
        ear.batch(BatchHeader.of(json));
      }
      case RESULT -> {
        finish();
        ear.finished(json.get("path").getAsString());
      }
      case SERIES -> {
        finish();
        series = new SeriesReader(json);
      }
      case SWEEP -> Objects.requireNonNull(series).sweep(json);
      case REPEAT -> Objects.requireNonNull(series).repeat(json);
      case OMITTED -> omitted(json.get("lane").getAsString(), json.get("lines").getAsLong());
      case STUCK ->
          listener.stuck(json.get("lane").getAsString(), json.get("message").getAsString());
      case LINE -> hear(JsonLines.envelope(line)); // with its fields in another order
      case HELLO, STATE, OUTCOME -> hear(Objects.requireNonNull(JsonLines.envelope(kind, json)));
      case COMPARISON -> {} // follows from the rest
      case READY, FREE, THREADS, EXITING, ANSWER -> {} // between a host and Duet only
      case GO, STOP, AGAIN, OPEN, CANCEL, QUESTION, SCENARIO, GRADE, PROGRESS -> {}
    }
  }

  private void begun(PlayHeader begun, long offset) {
    finish();
    if (plays >= atMost) {
      return;
    }
    header = begun;
    listener = ear.play(new PlayLocation(file, offset, begun.attempt()));
    listener.begins(begun.scenario(), begun.tempo(), begun.speed(), begun.lanes());
  }

  private void omitted(String lane, long count) {
    omitted.put(lane, count);
    listener.omitted(lane, count);
  }

  private void hear(Envelope envelope) {
    String lane = envelope.lane();
    switch (envelope.message()) {
      case HostMessage.Line line -> {
        lines.computeIfAbsent(lane, _ -> new ArrayList<>()).add(line);
        listener.printed(lane, line);
      }
      case HostMessage.Hello(String runtime) -> {
        runtimes.put(lane, runtime);
        listener.booted(lane, runtime);
      }
      case HostMessage.State state ->
          states.computeIfAbsent(lane, _ -> new ArrayList<>()).add(state);
      case HostMessage.Ending ending -> ended(lane, ending);
      case HostMessage.Ready _, HostMessage.Free _, HostMessage.Threads _ -> {}
      case HostMessage.Exiting _, HostMessage.Response _ -> {}
    }
  }

  private void ended(String lane, HostMessage.Ending ending) {
    if (header == null) {
      return; // one of a series
    }
    var run =
        new Run(
            lane,
            runtimes.getOrDefault(lane, ""),
            lines.getOrDefault(lane, List.of()),
            omitted.getOrDefault(lane, 0L),
            ending.outcome(),
            ending.usage(),
            ending.message(),
            states.getOrDefault(lane, List.of()));
    runs.add(run);
    listener.ended(run);
  }

  /// A play that lacks the end of a lane is not told to the end.
  private void finish() {
    PlayHeader begun = header;
    if (begun != null && runs.size() == begun.lanes().size()) {
      var inOrder = new ArrayList<Run>();
      for (String lane : begun.lanes()) {
        runs.stream().filter(run -> run.lane().equals(lane)).forEach(inOrder::add);
      }
      listener.finished(new Play(begun.scenario(), begun.tempo(), begun.speed(), inOrder));
      plays++;
    }
    if (series != null && series.show(ear)) {
      plays++;
    }
    header = null;
    series = null;
    runtimes.clear();
    lines.clear();
    states.clear();
    omitted.clear();
    runs.clear();
  }
}
