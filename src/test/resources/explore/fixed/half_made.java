// The text is set before the message can be seen.

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
  Message message = new Message();
  message.text = "hello";
  current = message;
}

void look() {
  Message message = current;
  if (message != null) {
    read = message.text;
  }
}
