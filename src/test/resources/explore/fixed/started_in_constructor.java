// The thread is started when its object is complete.

final Queue<String> names = new ConcurrentLinkedQueue<>();

abstract class Service {
  final Thread thread = new Thread(this::run);

  void run() {
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
  printer.thread.start();
  printer.thread.join();
  IO.println("printer: " + names.poll());
}
