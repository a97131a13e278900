class EmptyException extends Exception {
  EmptyException(int sum) {
    super("no " + sum);
  }
}
