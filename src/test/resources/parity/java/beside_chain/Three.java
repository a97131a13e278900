enum Three {
  X,
  Y
}
