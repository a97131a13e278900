// expect: failed
// message: OutOfMemoryError|out of memory
// timeout: 60s
// Nothing is left of the memory, not even for telling so.
static final Map<Integer, String> HOARD = new HashMap<>();

void main() {
  for (int i = 0; ; i++) {
    HOARD.put(i, "piece " + i);
  }
}
