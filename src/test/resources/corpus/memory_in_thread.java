// expect: failed
// message: uncaught in thread hoarder.*OutOfMemoryError
// prints: ^main goes on$
// timeout: 60s
void main() throws Exception {
  var t =
      Thread.ofPlatform()
          .name("hoarder")
          .start(
              () -> {
                var hoard = new ArrayList<byte[]>();
                while (true) {
                  hoard.add(new byte[50_000_000]);
                }
              });
  t.join();
  IO.println("main goes on");
}
