// The thread runs before the constructor of the subclass has set the name.

final Queue<String> names = new ConcurrentLinkedQueue<>();

abstract class Service {
  final Thread thread = new Thread(this::run);

  Service() {
    thread.start();
  }

  void run() {
    try {
      Thread.sleep(20); // waits for its first order
    } catch (InterruptedException e) {
      return;
    }
    names.add(name());
  }

  abstract String name();
}

class Printer extends Service {
  String name;

  Printer(String name) {
    super();
    this.name = name;
  }

  String name() {
    return name;
  }
}

void main() throws InterruptedException {
  Printer printer = new Printer("laser");
  printer.thread.join();
  IO.println("printer: " + names.poll());
}
