// input: 3 4
void main() {
  var in = new Scanner(System.in);
  IO.println(in.nextInt() + in.nextInt());
  IO.println(in.hasNext());
}
