class Timer {
  static String of() {
    return "own timer";
  }
}
