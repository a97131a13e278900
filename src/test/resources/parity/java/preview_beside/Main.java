// preview
void main() {
  IO.println(new Helper().of(4));
}
