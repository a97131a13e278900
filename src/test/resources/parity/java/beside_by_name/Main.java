void main() throws Exception {
  Runnable plugin =
      (Runnable) Class.forName("Plugin").getDeclaredConstructor().newInstance();
  plugin.run();
}
