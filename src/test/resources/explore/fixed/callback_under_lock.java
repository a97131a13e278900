// The model calls the view after it has given back its lock.

class Model {
  int value;

  void change() {
    synchronized (this) {
      value = 1;
    }
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
