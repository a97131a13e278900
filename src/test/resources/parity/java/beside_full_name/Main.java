void main() {
  IO.println(util.Numbers.twice(21));
}
