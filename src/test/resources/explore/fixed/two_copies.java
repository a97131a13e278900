// Both copies are written under one lock.

String mainCopy = "old";
String backup = "old";

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> save("a"));
  Thread second = Thread.ofPlatform().start(() -> save("b"));
  first.join();
  second.join();
  IO.println("copies: " + (mainCopy.equals(backup) ? "same" : "different"));
}

synchronized void save(String text) {
  mainCopy = text;
  backup = text;
}
