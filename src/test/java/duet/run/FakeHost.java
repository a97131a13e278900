package duet.run;

import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.protocol.HostOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A host without a process. It notes its orders, and reacts to them as a test has told it.
final class FakeHost implements Host {
  private final Map<Class<? extends HostOrder>, Consumer<HostListener>> reactions = new HashMap<>();
  private final List<HostOrder> orders = new ArrayList<>();
  private @Nullable HostListener listener;
  private OptionalDouble cpu = OptionalDouble.empty();
  private int plays;
  private boolean isClosed;

  /// What it does when it gets an order of this kind.
  FakeHost on(Class<? extends HostOrder> order, Consumer<HostListener> reaction) {
    reactions.put(order, reaction);
    return this;
  }

  /// It has had this many listeners before.
  FakeHost afterPlays(int count) {
    plays = count;
    return this;
  }

  List<HostOrder> orders() {
    return List.copyOf(orders);
  }

  boolean isClosed() {
    return isClosed;
  }

  @Override
  public OptionalDouble cpu() {
    return cpu;
  }

  /// What the system counts for it.
  FakeHost using(double seconds) {
    cpu = OptionalDouble.of(seconds);
    return this;
  }

  @Override
  public void attend(HostListener newListener) {
    listener = newListener;
    plays++;
  }

  @Override
  public void tell(HostOrder order) {
    orders.add(order);
    if (listener != null) {
      reactions.getOrDefault(order.getClass(), _ -> {}).accept(listener);
    }
  }

  /// Its process ends with this status.
  void end(int status) {
    Objects.requireNonNull(listener).gone(status, "");
  }

  @Override
  public void keep() {
    tell(new HostOrder.Again());
  }

  @Override
  public boolean isFree() {
    return true;
  }

  @Override
  public boolean isIdle() {
    return true;
  }

  @Override
  public boolean isAlive() {
    return !isClosed;
  }

  @Override
  public int plays() {
    return plays;
  }

  @Override
  public void release() {
    listener = null;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
