// input: Ada
// input: 36
void main() {
  String name = IO.readln("name? ");
  IO.println(name + IO.readln());
  IO.println(IO.readln());
}
