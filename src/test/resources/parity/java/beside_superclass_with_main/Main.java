class Main extends Program {
  void play() {
    System.out.println("played");
  }
}
