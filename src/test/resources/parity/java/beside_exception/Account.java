class Account {
  void draw(int sum) throws EmptyException {
    throw new EmptyException(sum);
  }
}
