// The message can be seen before its text is set.

class Message {
  String text = "nothing";
}

volatile Message current;
String read = "no message yet";

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::write);
  Thread second = Thread.ofPlatform().start(this::look);
  first.join();
  second.join();
  IO.println("read: " + read);
}

void write() {
  current = new Message();
  current.text = "hello";
}

void look() {
  Message message = current;
  if (message != null) {
    read = message.text;
  }
}
