class Stack {
  private int top;

  void push(int n) {
    top = n;
  }

  @Override
  public String toString() {
    return "own " + top;
  }
}
