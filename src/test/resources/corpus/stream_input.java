// expect: completed
// prints: ^-1 false null$
void main() throws Exception {
  IO.println(System.in.read() + " " + new Scanner(System.in).hasNextLine() + " " + IO.readln());
}
