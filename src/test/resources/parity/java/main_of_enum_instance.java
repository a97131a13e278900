enum Main {
  A;

  void main() {}
}
