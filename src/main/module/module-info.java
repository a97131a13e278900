/// Duet as a module, for its Java hosts alone: what a script's own code calls is all that a script
/// can reach of it, by whatever means. Everything else runs from the class path.
///
/// The build compiles it on its own and puts it into the jar, since a source tree with a module
/// would be compiled and tested as one.
module duet {
  requires com.google.gson;
  requires java.compiler;
  requires java.management;
  requires jdk.compiler;
  requires jdk.jshell;
  requires jdk.management;
  requires jdk.unsupported;

  exports duet.lane.java.woven;
}
