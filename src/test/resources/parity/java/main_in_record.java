record Main() {
  void main() {
    System.out.println(this);
  }
}
