// expect: failed
// message: OutOfMemoryError
// prints: ^start$
// timeout: 20s
void main() {
  IO.println("start");
  var hoard = new ArrayList<byte[]>();
  while (true) {
    hoard.add(new byte[50_000_000]);
  }
}
