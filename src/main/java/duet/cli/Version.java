package duet.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Duet " + (version == null ? "(unpackaged)" : version),
      "on Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }
}
