void main() {
  var stack = new Stack();
  stack.push(3);
  IO.println(stack + " " + Timer.of());
}
