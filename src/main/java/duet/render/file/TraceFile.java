package duet.render.file;

import com.google.gson.stream.JsonWriter;
import duet.compare.GilHolders;
import duet.compare.ThreadActivity;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.render.TimelineWords;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Writes plays for trace viewers (Perfetto, `chrome://tracing`), in the Trace Event Format: a
/// process for each lane of each play, its threads with their states as slices and their lines as
/// instants, and an arrow from a thread that released a lock, or ended, to the thread that waited
/// for that.
///
/// The format: "Trace Event Format", the Chromium project's document of that name; times are
/// microseconds.
public final class TraceFile implements PlayListener, Closeable {
  /// No thread has this id.
  private static final long GIL = 0;

  private final JsonWriter json;
  private int process;
  private long arrow;

  private TraceFile(JsonWriter json) {
    this.json = json;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static TraceFile open(Path path) throws InputFault {
    try {
      var json = new JsonWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
      json.setHtmlSafe(false);
      json.beginObject().name("displayTimeUnit").value("ms").name("traceEvents").beginArray();
      return new TraceFile(json);
    } catch (IOException e) {
      throw InputFault.usage("cannot write the trace to " + path, "Choose another file.");
    }
  }

  @Override
  public void finished(Play play) {
    try {
      for (Run run : play.runs()) {
        process++;
        String name = play.scenario().name() + " · " + run.lane();
        name("process_name", 0, run.runtime().isEmpty() ? name : name + " · " + run.runtime());
        threads(run);
        for (State state : run.states()) {
          slice(state);
        }
        Optional<GilHolders> holders = GilHolders.of(ThreadActivity.of(run));
        if (holders.isPresent()) {
          gil(holders.get());
        }
        for (Line line : run.lines()) {
          if (line.stream() != OutputChannel.HTML) {
            instant(line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void threads(Run run) throws IOException {
    Set<Long> named = new HashSet<>();
    for (State state : run.states()) {
      if (named.add(state.tid())) {
        name("thread_name", state.tid(), state.thread());
      }
    }
    for (Line line : run.lines()) {
      if (named.add(line.tid())) {
        name("thread_name", line.tid(), line.thread());
      }
    }
  }

  private void name(String what, long tid, String name) throws IOException {
    begin("M", what, tid);
    json.name("args").beginObject().name("name").value(name).endObject().endObject();
  }

  private void slice(State state) throws IOException {
    begin("X", TimelineWords.words(state.state()), state.tid());
    json.name("cat").value("state").name("ts").jsonValue(micros(state.from()));
    json.name("dur").jsonValue(micros(state.to() - state.from()));
    json.name("args").beginObject().name("where").value(state.where());
    if (state.holder() != 0) {
      json.name("holder").value(state.holder());
    }
    json.endObject().endObject();
    if (state.holder() != 0 && state.holder() != state.tid()) {
      arrow++;
      arrowEnd("s", state.holder(), state.to());
      arrowEnd("f", state.tid(), state.to());
    }
  }

  /// The global interpreter lock has a row of its own, as a thread has; its slices are called after
  /// the threads that had it.
  private void gil(GilHolders holders) throws IOException {
    name("thread_name", GIL, "GIL");
    for (GilHolders.Turn turn : holders.turns()) {
      boolean isKnown = turn.tid() != GilHolders.NOT_KNOWN;
      begin("X", isKnown ? turn.thread() : TimelineWords.words(ThreadState.UNKNOWN), GIL);
      json.name("cat").value("gil").name("ts").jsonValue(micros(turn.from()));
      json.name("dur").jsonValue(micros(turn.to() - turn.from()));
      json.name("args").beginObject();
      if (isKnown) {
        json.name("holder").value(turn.tid());
      }
      json.endObject().endObject();
    }
  }

  private void arrowEnd(String phase, long tid, long nanos) throws IOException {
    begin(phase, "handed over", tid);
    json.name("cat").value("lock").name("id").value(arrow).name("ts").jsonValue(micros(nanos));
    json.name("bp").value("e").endObject();
  }

  private void instant(Line line) throws IOException {
    begin("i", line.text(), line.tid());
    json.name("cat").value("line").name("s").value("t");
    json.name("ts").jsonValue(micros(line.nanos())).endObject();
  }

  private void begin(String phase, String name, long tid) throws IOException {
    json.beginObject().name("ph").value(phase).name("name").value(name);
    json.name("pid").value(process).name("tid").value(tid);
  }

  private static String micros(long nanos) {
    return nanos / 1_000 + "." + String.valueOf(1_000 + Math.abs(nanos % 1_000)).substring(1);
  }

  @Override
  public void close() throws IOException {
    json.endArray().endObject().close();
  }
}
