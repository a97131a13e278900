class Main {
  private static void main(String[] args) {
    System.out.println("private");
  }

  void main() {
    System.out.println("other");
  }
}
