// Eight slow requests over a socket, divided among N threads: who waits for I/O is in nobody's way.
// Run it: java scripts/06-gil/io_bound.java [threads, 2 by default]

final int requests = 8;

void main(String[] args) throws IOException, InterruptedException, ExecutionException {
  int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
  try (var far = Executors.newCachedThreadPool();
      var near = Executors.newFixedThreadPool(threads);
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
    far.submit(() -> serve(server, far));
    var asking = new ArrayList<Future<Void>>();
    for (int i = 1; i <= threads; i++) {
      int number = i;
      asking.add(near.submit(() -> ask(server.getLocalSocketAddress(), number, threads)));
    }
    for (Future<Void> thread : asking) {
      thread.get();
    }
  }
  IO.println("all DONE");
}

Void serve(ServerSocket server, Executor executor) throws IOException {
  for (int i = 0; i < requests; i++) {
    Socket connection = server.accept();
    executor.execute(() -> answer(connection));
  }
  return null;
}

void answer(Socket connection) {
  try (connection;
      var in = reader(connection);
      var out = writer(connection)) {
    String request = in.readLine();
    Thread.sleep(400); // the far end takes its time
    out.println("answer to " + request);
  } catch (IOException | InterruptedException e) {
    throw new IllegalStateException(e);
  }
}

Void ask(SocketAddress address, int number, int threads) throws IOException {
  for (int request = number; request <= requests; request += threads) {
    try (var connection = new Socket()) {
      connection.connect(address);
      writer(connection).println("request " + request);
      IO.println("thread " + number + ": " + reader(connection).readLine());
    }
  }
  return null;
}

BufferedReader reader(Socket connection) throws IOException {
  return new BufferedReader(new InputStreamReader(connection.getInputStream()));
}

PrintWriter writer(Socket connection) throws IOException {
  return new PrintWriter(connection.getOutputStream(), true);
}
