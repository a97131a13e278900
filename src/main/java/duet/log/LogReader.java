package duet.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import duet.explore.Exploration;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a log that `--log` saved and reports it to a listener as if it happened now. An incomplete
/// last line, such as a killed process leaves, ends the log.
public final class LogReader {
  /// A printed line may have a mebibyte, and each of its bytes may need six in JSON.
  static final int LONGEST = 8 << 20;

  private static final String BATCH = JsonKind.BATCH.start();

  private final Path file;
  private final LogListener listener;
  private final int atMost;
  private PlayListener playListener = new PlayListener() {};
  private @Nullable PlayHeader header;
  private @Nullable SeriesReader series;
  private @Nullable ExplorationReader explorations;
  private final Map<String, String> runtimes = new HashMap<>();

  /// Only as far as it matters: a log without thread states does not say it.
  private final Set<String> withGlobalLock = new HashSet<>();

  private final Map<String, String> unseen = new HashMap<>();

  private final Map<String, List<Line>> lines = new HashMap<>();
  private final Map<String, List<State>> states = new HashMap<>();
  private final Map<String, Long> omitted = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private int plays;

  private LogReader(Path file, LogListener listener, int atMost) {
    this.file = file;
    this.listener = listener;
    this.atMost = atMost;
  }

  /// Where a play is saved.
  ///
  /// @param offset where it begins, in bytes
  /// @param attempt which attempt of a batch it belongs to, counted from 1
  public record PlayLocation(Path file, long offset, int attempt) {}

  /// Receives what a log contains.
  public interface LogListener extends SeriesListener {
    /// A play begins. Returns the listener for it.
    PlayListener play(PlayLocation place);

    /// A scenario was explored.
    default void explored(String scenario, List<Exploration> lanes) {}

    /// A batch begins.
    default void batch(BatchHeader header) {}

    /// Every play of a batch's scenario has been reported.
    default void finished(String path) {}
  }

  /// Whether a file begins like the log of a batch.
  public static boolean isBatch(Path file) {
    return start(file).equals(BATCH);
  }

  /// Whether a file is the log of a batch, or of one that was interrupted at its very start: an
  /// empty file, or one with an incomplete first object.
  public static boolean mayBeOfBatch(Path file) {
    return Files.isRegularFile(file) && BATCH.startsWith(start(file));
  }

  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BATCH.length()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "?"; // reading it reports why it cannot be read
    }
  }

  /// Whether a line is the header of a batch, or the result of one of its scenarios.
  static boolean isOfBatch(String line) {
    return line.startsWith(BATCH) || line.startsWith(JsonKind.RESULT.start());
  }

  /// Reads a log. Returns how many complete plays, sweeps, repeats and explorations it has.
  ///
  /// @throws InputFault if it cannot be read, or is not a log
  public static int tell(Path file, LogListener listener) throws InputFault {
    return tell(file, 0, listener, Integer.MAX_VALUE);
  }

  /// Reads one play.
  ///
  /// @throws InputFault if it is no longer there
  public static void tell(PlayLocation place, PlayListener listener) throws InputFault {
    LogListener single =
        new LogListener() {
          @Override
          public PlayListener play(PlayLocation any) {
            return listener;
          }
        };
    if (tell(place.file(), place.offset(), single, 1) < 1) {
      throw InputFault.usage(
          place.file() + " has changed in the meantime", "Make the report again.");
    }
  }

  private static int tell(Path file, long from, LogListener listener, int atMost)
      throws InputFault {
    var log = new LogReader(file, listener, atMost);
    int number = 0;
    try (InputStream bytes = Files.newInputStream(file);
        var in = new BoundedLines(bytes, LONGEST)) {
      bytes.skipNBytes(from);
      long offset = from;
      for (String line = in.next(); line != null && log.plays < atMost; line = in.next()) {
        number++;
        if (!in.isWhole() && isOfBatch(line)) {
          break; // whoever continues the log writes it again
        }
        try {
          log.read(line, offset);
          offset = from + in.position();
        } catch (JsonParseException
            | IllegalArgumentException
            | IllegalStateException
            | ClassCastException
            | NullPointerException
            | UnsupportedOperationException e) {
          if (in.next() != null) {
            throw InputFault.usage(
                file + ":" + number + ": this line is not from a Duet log",
                "'duet run --log FILE' writes a log that can be reported.");
          }
        }
      }
    } catch (IOException e) {
      throw InputFault.usage("cannot read the log " + file + ": " + e, "Check its name.");
    }
    log.finish();
    return log.plays;
  }

  private void read(String line, long offset) {
    if (JsonLines.isPrinted(line)) {
      read(JsonLines.envelope(line));
      return;
    }
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    JsonKind kind = JsonKind.of(json).orElse(null);
    switch (kind) {
      case null -> {} // later versions may add objects
      case PLAY -> begun(PlayHeader.of(json), offset);
      case BATCH -> {
        finish();
        listener.batch(BatchHeader.of(json));
      }
      case RESULT -> {
        finish();
        listener.finished(json.get("path").getAsString());
      }
      case SERIES -> {
        finish();
        series = new SeriesReader(json);
      }
      case SWEEP -> Objects.requireNonNull(series).sweep(json);
      case REPEAT -> Objects.requireNonNull(series).repeat(json);
      case OMITTED -> omitted(json.get("lane").getAsString(), json.get("lines").getAsLong());
      case STUCK ->
          playListener.stuck(json.get("lane").getAsString(), json.get("message").getAsString());
      case LINE -> read(JsonLines.envelope(line)); // with its fields in another order
      case OUTCOME -> {
        if (json.has(JsonLines.GIL_WAIT)) {
          withGlobalLock.add(json.get("lane").getAsString());
        }
        if (json.has(JsonLines.UNSEEN)) {
          unseen.put(json.get("lane").getAsString(), json.get(JsonLines.UNSEEN).getAsString());
        }
        read(Objects.requireNonNull(JsonLines.envelope(kind, json)));
      }
      case HELLO, STATE -> read(Objects.requireNonNull(JsonLines.envelope(kind, json)));
      case COMPARISON -> {} // follows from the rest
      case READY,
          FREE,
          UNFINISHED,
          THREADS,
          EXITING,
          ANSWER,
          BEGAN,
          SCHEDULE,
          UNSEEN -> {} // between a host and Duet only
      case GO, STOP, AGAIN, OPEN, LOOK, CANCEL, QUESTION, EXPLORE, SCHEDULES -> {}
      case FINDING -> explored(json).finding(json);
      case EXPLORATION -> explored(json).lane(json, ExplorationReader.lane(json));
      case SCENARIO, GRADE, PROGRESS -> {}
    }
  }

  private void begun(PlayHeader begun, long offset) {
    finish();
    if (plays >= atMost) {
      return;
    }
    header = begun;
    playListener = listener.play(new PlayLocation(file, offset, begun.attempt()));
    playListener.begins(begun.scenario(), begun.tempo(), begun.speed(), begun.lanes());
  }

  private ExplorationReader explored(JsonObject json) {
    ExplorationReader reader = explorations;
    if (reader == null || !reader.isAbout(json)) {
      finish();
      reader = new ExplorationReader(json);
      explorations = reader;
    }
    return reader;
  }

  private void omitted(String lane, long count) {
    omitted.put(lane, count);
    playListener.omitted(lane, count);
  }

  private void read(Envelope envelope) {
    String lane = envelope.lane();
    if (header != null && !header.lanes().contains(lane)) {
      throw new IllegalArgumentException("the play has no lane " + lane);
    }
    switch (envelope.message()) {
      case HostMessage.Line line -> {
        lines.computeIfAbsent(lane, _ -> new ArrayList<>()).add(line);
        playListener.printed(lane, line);
      }
      case HostMessage.Hello(String runtime) -> {
        runtimes.put(lane, runtime);
        playListener.booted(lane, runtime);
      }
      case HostMessage.State state ->
          states.computeIfAbsent(lane, _ -> new ArrayList<>()).add(state);
      case HostMessage.Ending ending -> ended(lane, ending);
      case HostMessage.Ready _, HostMessage.Free _, HostMessage.Threads _ -> {}
      case HostMessage.Unfinished _, HostMessage.Exiting _, HostMessage.Response _ -> {}
      case HostMessage.Began _, HostMessage.Schedule _, HostMessage.Unseen _ -> {}
    }
  }

  private void ended(String lane, HostMessage.Ending ending) {
    if (header == null) {
      return; // one of a series
    }
    if (runs.stream().anyMatch(run -> run.lane().equals(lane))) {
      throw new IllegalArgumentException("the lane " + lane + " ended before");
    }
    var run =
        new Run(
            lane,
            withGlobalLock.contains(lane),
            runtimes.getOrDefault(lane, ""),
            lines.getOrDefault(lane, List.of()),
            omitted.getOrDefault(lane, 0L),
            ending.outcome(),
            ending.usage(),
            ending.message(),
            states.getOrDefault(lane, List.of()),
            unseen.getOrDefault(lane, ""));
    runs.add(run);
    playListener.ended(run);
  }

  /// Finishes the current play or series. If a play lacks the end of a lane, it is not reported as
  /// finished.
  private void finish() {
    PlayHeader begun = header;
    if (begun != null && runs.size() == begun.lanes().size()) {
      var inOrder = new ArrayList<Run>();
      for (String lane : begun.lanes()) {
        runs.stream().filter(run -> run.lane().equals(lane)).forEach(inOrder::add);
      }
      playListener.finished(new Play(begun.scenario(), begun.tempo(), begun.speed(), inOrder));
      plays++;
    }
    if (series != null && series.show(listener)) {
      plays++;
    }
    if (explorations != null && explorations.show(listener)) {
      plays++;
    }
    header = null;
    series = null;
    explorations = null;
    runtimes.clear();
    withGlobalLock.clear();
    unseen.clear();
    lines.clear();
    states.clear();
    omitted.clear();
    runs.clear();
  }
}
