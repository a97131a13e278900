interface Two {
  String TEXT = "two " + Three.X.name();
}
