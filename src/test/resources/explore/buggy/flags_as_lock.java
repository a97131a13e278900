// Each thread sees that the other one is not busy, then says that it is: both write at the same
// time.

final AtomicBoolean[] busy = {new AtomicBoolean(), new AtomicBoolean()};
String text = "";

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> write(0));
  Thread second = Thread.ofPlatform().start(() -> write(1));
  first.join();
  second.join();
  IO.println("letters: " + text.length());
}

void write(int me) {
  while (busy[1 - me].get()) {
    Thread.onSpinWait();
  }
  busy[me].set(true);
  text = text + "ab".charAt(me);
  busy[me].set(false);
}
