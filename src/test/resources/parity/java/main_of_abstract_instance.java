abstract class Main {
  void main() {}
}
