package duet.lane.cpython.observe;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The questions to a host that it has not answered yet. It answers them in their order.
final class HostQuestions {
  private final Consumer<HostOrder> host;
  private final Deque<CompletableFuture<LookAnswer>> open = new ArrayDeque<>();

  HostQuestions(Consumer<HostOrder> host) {
    this.host = host;
  }

  /// Asks what the threads wait for.
  synchronized CompletableFuture<LookAnswer> ask() {
    var answer = new CompletableFuture<LookAnswer>();
    open.add(answer);
    host.accept(new HostOrder.Look());
    return answer;
  }

  /// Asks, and waits for the answer; [LookAnswer#NONE] if it takes longer.
  LookAnswer ask(Duration atMost) {
    return await(ask(), atMost);
  }

  /// Waits for an answer; [LookAnswer#NONE] if it takes longer.
  static LookAnswer await(CompletableFuture<LookAnswer> answer, Duration atMost) {
    try {
      return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return LookAnswer.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LookAnswer.NONE;
    }
  }

  /// The host has answered the oldest question.
  synchronized void answered(HostMessage.Response response) {
    CompletableFuture<LookAnswer> oldest = open.poll();
    if (oldest != null) {
      oldest.complete(LookAnswer.of(response.items()));
    }
  }

  /// The host answers nothing more.
  synchronized void giveUp() {
    open.forEach(answer -> answer.complete(LookAnswer.NONE));
    open.clear();
  }
}
