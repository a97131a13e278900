// thread reader: io 0.4
// thread main: join 0.6
void main() throws Exception {
  Thread reader = Thread.ofPlatform().name("reader").start(this::read);
  reader.join();
}

void read() {
  try {
    Process child = new ProcessBuilder("sh", "-c", "sleep 0.6; echo done").start();
    IO.println("read " + child.inputReader().readLine());
    child.waitFor();
  } catch (Exception e) {
    throw new IllegalStateException(e);
  }
}
