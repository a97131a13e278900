package duet.render;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import duet.lane.HostMessage;
import duet.lane.HostMessage.Line;
import duet.lane.HostMessage.State;
import duet.lane.JsonLines;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.InputFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A log as `--log` has saved it, told again as if it happened now. A last line that is not whole,
/// as a killed process leaves it, ends the log.
public final class SavedLog {
  private final Supplier<PlayListener> views;
  private final SeriesListener seriesListener;
  private PlayListener listener = new PlayListener() {};
  private @Nullable PlayHeader header;
  private @Nullable SavedSeries series;
  private final Map<String, String> runtimes = new HashMap<>();
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final Map<String, List<State>> states = new HashMap<>();
  private final Map<String, Long> omitted = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private int plays;

  private SavedLog(Supplier<PlayListener> views, SeriesListener seriesListener) {
    this.views = views;
    this.seriesListener = seriesListener;
  }

  /// Tells a log, each play to a listener of its own; returns how many plays it has.
  ///
  /// @param views makes that listener
  /// @param series hears of sweeps and repeats
  /// @throws InputFault when it cannot be read, or is none
  public static int tell(Path file, Supplier<PlayListener> views, SeriesListener series)
      throws InputFault {
    var log = new SavedLog(views, series);
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        try {
          log.hear(line);
        } catch (JsonParseException
            | IllegalArgumentException
            | IllegalStateException
            | ClassCastException
            | NullPointerException
            | UnsupportedOperationException e) {
          if (in.readLine() != null) {
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

  private void hear(String line) {
    if (line.startsWith("{\"kind\":\"line\"")) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      String lane = json.get("lane").getAsString();
      Line printed = (Line) JsonLines.message(line);
      lines.computeIfAbsent(lane, _ -> new ArrayList<>()).add(printed);
      listener.printed(lane, printed);
      return;
    }
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    String lane = json.has("lane") ? json.get("lane").getAsString() : "";
    switch (json.get("kind").getAsString()) {
      case "play" -> {
        finish();
        PlayHeader begun = PlayHeader.of(json);
        header = begun;
        listener = views.get();
        listener.begins(begun.scenario(), begun.tempo(), begun.speed(), begun.lanes());
      }
      case "series" -> {
        finish();
        series = new SavedSeries(json);
      }
      case "sweep" -> Objects.requireNonNull(series).sweep(json);
      case "repeat" -> Objects.requireNonNull(series).repeat(json);
      case "hello" -> {
        runtimes.put(lane, json.get("runtime").getAsString());
        listener.booted(lane, json.get("runtime").getAsString());
      }
      case "omitted" -> {
        omitted.put(lane, json.get("lines").getAsLong());
        listener.omitted(lane, json.get("lines").getAsLong());
      }
      case "stuck" -> listener.stuck(lane, json.get("message").getAsString());
      case "state" ->
          states.computeIfAbsent(lane, _ -> new ArrayList<>()).add((State) JsonLines.message(line));
      case "outcome" -> ended(lane, (HostMessage.Ending) JsonLines.message(line));
      default -> {} // what follows from the rest, and what later versions may add
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
      listener.finished(new Play(begun.scenario(), begun.tempo(), inOrder));
      plays++;
    }
    if (series != null && series.show(seriesListener)) {
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
