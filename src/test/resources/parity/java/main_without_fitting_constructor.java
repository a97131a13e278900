class Main {
  Main(int n) {}

  void main() {}
}
