class Main {
  void main() {
    System.out.println("instance");
  }

  static void main(String[] args) {
    System.out.println("static");
  }
}
