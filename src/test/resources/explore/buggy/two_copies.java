// Two threads write both copies, each one last in one of them.

String mainCopy = "old";
String backup = "old";

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> save("a"));
  Thread second = Thread.ofPlatform().start(() -> save("b"));
  first.join();
  second.join();
  IO.println("copies: " + (mainCopy.equals(backup) ? "same" : "different"));
}

void save(String text) {
  mainCopy = text;
  backup = text;
}
