package duet.run;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.process.HostSource;
import duet.lane.process.PipeFault;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.HostOrder.Request;
import duet.scenario.ScriptNeeds;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A live session: a host that evaluates code piece by piece and keeps the state in between, until
/// it is closed or the code ends its process.
public final class LiveSession implements AutoCloseable {
  /// Hears what a session prints. Calls come on a thread of the session's own.
  public interface OutputListener {
    /// A thread of the session printed a line; its time counts from the last evaluation's start.
    void printed(HostMessage.Line line);

    /// Something was written past the language.
    void wrote(String text);
  }

  /// The session has ended, with all its state.
  public static final class SessionEnded extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    SessionEnded(String reason) {
      super(reason);
      this.reason = reason;
    }

    /// What happened, and what to do.
    public String reason() {
      return reason;
    }
  }

  /// What a session sends back: an answer, or that there will be none.
  private sealed interface Reply {
    record Answered(Response answer) implements Reply {}

    record SessionReady() implements Reply {}

    record SessionGone(String reason) implements Reply {}
  }

  private final Lane lane;
  private final Host host;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private volatile boolean over;
  private volatile boolean closed;
  private boolean opened;

  private LiveSession(Lane lane, Host host) {
    this.lane = lane;
    this.host = host;
  }

  /// Opens a session on a spare host, or on a new one. Questions wait until it is ready.
  ///
  /// @param needs what the code to come needs
  /// @throws IOException when a host cannot be started
  public static LiveSession open(
      HostSource hosts, Lane lane, ScriptNeeds needs, OutputListener listener) throws IOException {
    var session = new LiveSession(lane, hosts.take(lane, Jit.AUTO));
    session.host.attend(session.hostListener(listener, hosts));
    session.host.tell(new HostOrder.Open(needs));
    return session;
  }

  /// Whether it can still be asked.
  public boolean isOpen() {
    return !over;
  }

  /// Asks, and waits for the answer. Threads that ask at the same time take turns.
  ///
  /// @throws SessionEnded when the session ends before it has answered
  public synchronized Response ask(Request question) throws SessionEnded, InterruptedException {
    if (!opened) {
      take();
      opened = true;
    }
    host.tell(question);
    while (true) {
      if (take() instanceof Reply.Answered(Response answer)) {
        return answer;
      }
    }
  }

  /// Stops what is being evaluated; any thread may call this. The answer comes all the same, unless
  /// the code does not react.
  public void cancel() {
    host.tell(new HostOrder.Cancel());
  }

  /// Ends the session, and every process that its code started.
  @Override
  public void close() {
    closed = true;
    over = true;
    host.close();
  }

  private Reply take() throws SessionEnded, InterruptedException {
    Reply reply = replies.take();
    if (reply instanceof Reply.SessionGone gone) {
      replies.add(gone); // for whoever asks next
      throw new SessionEnded(closed ? EndingMessages.sessionStopped(lane.id()) : gone.reason());
    }
    return reply;
  }

  private HostListener hostListener(OutputListener listener, HostSource hosts) {
    return new HostListener() {
      @Override
      public void said(HostMessage message) {
        switch (message) {
          case HostMessage.Ready() -> replies.add(new Reply.SessionReady());
          case HostMessage.Response answer -> replies.add(new Reply.Answered(answer));
          case HostMessage.Line line -> listener.printed(line);
          case HostMessage.Hello _,
              HostMessage.Free _,
              HostMessage.Began _,
              HostMessage.Schedule _,
              HostMessage.Unseen _,
              HostMessage.Unfinished _,
              HostMessage.Threads _,
              HostMessage.State _,
              HostMessage.Ending _,
              HostMessage.Exiting _ -> {}
        }
      }

      @Override
      public void wrote(String text) {
        listener.wrote(text);
      }

      @Override
      public void lost(PipeFault fault) {
        end(EndingMessages.sessionLost(lane.id(), fault));
      }

      @Override
      public void gone(int status, String stderrTail) {
        if (status != 0 && !closed) {
          hosts.mend(lane, Jit.AUTO);
        }
        end(EndingMessages.sessionOver(lane.id(), status, stderrTail));
      }

      private void end(String reason) {
        over = true;
        replies.add(new Reply.SessionGone(reason));
      }
    };
  }
}
