// thread napper 9: sleep 0.04
// thread napper 8: sleep 0.04
// thread napper 7: sleep 0.04
// thread napper 6: sleep 0.04
// thread napper 5: sleep 0.04
// thread napper 4: sleep 0.04
// thread napper 3: sleep 0.04
// thread napper 2: sleep 0.04
// thread napper 1: sleep 0.04
// thread napper 0: sleep 0.04
// thread main: join 0.4
void main() throws Exception {
  for (int i = 0; i < 10; i++) {
    Thread napper = Thread.ofPlatform().name("napper " + i).start(this::nap);
    napper.join();
  }
  IO.println("done");
}

void nap() {
  try {
    Thread.sleep(40);
  } catch (InterruptedException e) {
    throw new IllegalStateException(e);
  }
}
