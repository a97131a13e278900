class Helper {
  private final int n;

  Helper(int n) {
    this.n = n;
  }

  int twice() {
    return 2 * n;
  }
}
