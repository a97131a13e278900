package duet.lane.cpython.observe;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import java.util.function.Consumer;

public final class CPythonObserver implements HostObserver {
  private final Consumer<HostMessage> duet;
  private long seq;
  public CPythonObserver(ProcessHandle process, Consumer<HostOrder> host, Consumer<HostMessage> duet) {
    this.duet = duet;
  }
  @Override public void told(HostOrder order) {}
  @Override public void heard(HostMessage message) {
    duet.accept(message instanceof HostMessage.Line l
        ? new HostMessage.Line(++seq, l.nanos(), l.thread(), l.tid(), l.stream(), l.text()) : message);
  }
  @Override public void close() {}
}
