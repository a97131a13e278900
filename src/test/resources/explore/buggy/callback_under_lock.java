// The model calls its view while it holds its lock, and the view calls the model while it holds
// its own.

class Model {
  int value;

  synchronized void change() {
    value = 1;
    view.update();
  }

  synchronized int read() {
    return value;
  }
}

class View {
  synchronized void update() {} // draws

  synchronized void draw() {
    model.read();
  }
}

final Model model = new Model();
final View view = new View();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> model.change());
  Thread second = Thread.ofPlatform().start(() -> view.draw());
  first.join();
  second.join();
  IO.println("value: " + model.value);
}
