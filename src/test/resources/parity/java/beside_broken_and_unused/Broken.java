class Broken {
  this is not Java
}
