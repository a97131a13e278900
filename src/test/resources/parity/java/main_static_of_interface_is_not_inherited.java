class Main implements Starts {}

interface Starts {
  static void main(String[] args) {
    System.out.println("static");
  }
}
