class Main {
  static void main() {
    System.out.println("static");
  }

  void main(String[] args) {
    System.out.println("instance");
  }
}
