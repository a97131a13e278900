void main() {
  Object n = 3;
  IO.println(n instanceof int);
}
