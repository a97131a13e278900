// Two requests take the last place of the limit.

final int limit = 2;
int admitted;
final Queue<Integer> served = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> handle(1));
  Thread second = Thread.ofPlatform().start(() -> handle(2));
  Thread third = Thread.ofPlatform().start(() -> handle(3));
  first.join();
  second.join();
  third.join();
  IO.println("served: " + served.size());
}

void handle(int request) {
  if (admitted < limit) {
    admitted++;
    served.add(request);
  }
}
