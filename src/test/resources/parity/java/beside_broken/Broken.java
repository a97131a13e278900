class Broken {
  void call() {
    undefined();
  }
}
