// expect: completed
// prints: ^goes on$
// timeout: 60s
void main() {
  var hoard = new ArrayList<byte[]>();
  try {
    while (true) {
      hoard.add(new byte[50_000_000]);
    }
  } catch (OutOfMemoryError e) {
    hoard = null;
  }
  IO.println("goes on");
}
