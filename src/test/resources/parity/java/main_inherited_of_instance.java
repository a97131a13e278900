class Main extends Base {
  String name() {
    return "main";
  }
}

class Base {
  String name() {
    return "base";
  }

  void main() {
    System.out.println(name());
  }
}
