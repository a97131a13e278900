class Main {
  private Main() {
    System.out.println("made");
  }

  void main() {
    System.out.println("called");
  }
}
