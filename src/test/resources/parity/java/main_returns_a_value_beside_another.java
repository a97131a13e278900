class Main {
  static int main(String[] args) {
    return 1;
  }

  static void main() {
    System.out.println("other");
  }
}
