void main() {
  IO.println("deeper");
}
