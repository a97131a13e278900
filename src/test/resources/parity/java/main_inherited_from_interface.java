class Main implements Starts {}

interface Starts {
  default void main() {
    System.out.println("default");
  }
}
