void main() {
  System.out.println("before");
  Runtime.getRuntime().halt(4);
}
