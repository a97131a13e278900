package duet.lane.cpython.observe;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import java.util.function.Consumer;

public final class CPythonObserver implements HostObserver {
  private final Consumer<HostMessage> duet;
  private long seq;
  private final long pid;
  public CPythonObserver(ProcessHandle process, Consumer<HostOrder> host, Consumer<HostMessage> duet) {
    this.duet = duet;
    pid = process.pid();
  }
  @Override public void told(HostOrder order) {}
  @Override public void heard(HostMessage message) {
    duet.accept(message instanceof HostMessage.Line l
        ? new HostMessage.Line(++seq, l.nanos(), l.thread(), l.tid(), l.stream(), l.text()) : message);
  }
  @Override public java.util.OptionalDouble cpu() {
    try {
      String line = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + pid + "/stat"));
      String[] f = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 11; i < 15; i++) ticks += Long.parseLong(f[i]);
      return java.util.OptionalDouble.of(ticks / 100.0);
    } catch (java.io.IOException e) {
      return java.util.OptionalDouble.empty();
    }
  }
  @Override public void close() {}
}
