class Main extends Middle {}

class Middle extends Base {
  void main() {
    System.out.println("middle");
  }
}

class Base {
  public static void main(String[] args) {
    System.out.println("base, with arguments");
  }
}
