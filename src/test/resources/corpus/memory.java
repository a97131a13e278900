// expect: failed
// message: OutOfMemoryError
// prints: ^start$
// timeout: 60s
void main() {
  IO.println("start");
  var hoard = new ArrayList<byte[]>();
  while (true) {
    hoard.add(new byte[50_000_000]);
  }
}
