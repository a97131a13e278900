class Main {
  void start() {}
}
