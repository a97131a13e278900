class Helper {
  static int more() {
    return Main.N + 1;
  }
}
