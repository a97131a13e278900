void main() throws Exception {
  Class.forName("Nowhere");
}
