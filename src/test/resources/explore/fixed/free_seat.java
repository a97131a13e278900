// Finding and taking a seat are one step.

final String[] seats = new String[3];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> sitDown("ann"));
  Thread second = Thread.ofPlatform().start(() -> sitDown("bob"));
  first.join();
  second.join();
  IO.println("seated: " + Stream.of(seats).filter(Objects::nonNull).count());
}

synchronized void sitDown(String name) {
  for (int place = 0; place < seats.length; place++) {
    if (seats[place] == null) {
      seats[place] = name;
      return;
    }
  }
}
