class Main {
  Main() {
    throw new UnsupportedOperationException("no");
  }

  void main() {}
}
