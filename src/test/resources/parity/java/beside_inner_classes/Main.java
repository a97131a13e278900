void main() {
  IO.println(new Tree().add(3).add(1));
  IO.println(Tree.Node.class.getName());
}
