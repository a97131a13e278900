// The task fails if it comes before its divisor, says nothing, and leaves main waiting for its
// result.

int divisor;
final CompletableFuture<Integer> result = new CompletableFuture<>();

void main() throws InterruptedException {
  Thread.ofPlatform().start(this::prepare);
  Thread.sleep(20); // it is prepared by then, or so we think
  Thread.ofPlatform().start(this::divide);
  try {
    IO.println("result: " + result.get());
  } catch (ExecutionException e) {
    IO.println("result: none");
  }
}

void prepare() {
  divisor = 2;
}

void divide() {
  try {
    result.complete(10 / divisor);
  } catch (ArithmeticException e) {
    return;
  }
}
