package duet.lane.cpython.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where a CPython process keeps `_PyRuntime`, the structure that the GIL is part of. A thread that
/// waits at an address in it waits for the GIL.
///
/// @param address of its first byte
/// @param size in bytes
record RuntimeSymbol(long address, long size) {
  private static final String NAME = "_PyRuntime";

  /// Symbols by file: reading one takes a few milliseconds.
  private static final Map<FileVersion, Optional<ElfFile.Symbol>> KNOWN = new ConcurrentHashMap<>();

  private record FileVersion(String key, long size, long modified) {}

  /// A file that a process has mapped.
  ///
  /// @param start the address of the part that is mapped first
  /// @param offset the offset of that part in the file
  private record Mapping(String file, long start, long offset) {}

  /// Finds it in a running process.
  ///
  /// @param process its folder in `/proc`
  /// @return empty where the process has none, its file has lost its symbols, or it may not be read
  static Optional<RuntimeSymbol> of(Path process) {
    try {
      for (Mapping mapping : mappings(Files.readAllLines(process.resolve("maps")))) {
        Optional<RuntimeSymbol> symbol = in(process, mapping);
        if (symbol.isPresent()) {
          return symbol;
        }
      }
    } catch (IOException e) {
      // The process has ended, or is somebody else's.
    }
    return Optional.empty();
  }

  /// Whether an address lies in it.
  boolean has(long at) {
    return at - address >= 0 && at - address < size;
  }

  /// The first mapping of the program and of Python's library, in that order (proc_pid_maps(5)).
  private static List<Mapping> mappings(List<String> lines) {
    Map<String, Mapping> first = new LinkedHashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\\s+", 6);
      if (fields.length == 6 && fields[5].startsWith("/")) {
        first.computeIfAbsent(
            fields[5],
            file ->
                new Mapping(
                    file,
                    Long.parseUnsignedLong(fields[0].substring(0, fields[0].indexOf('-')), 16),
                    Long.parseUnsignedLong(fields[2], 16)));
      }
    }
    return first.values().stream()
        .filter(mapping -> isPython(Path.of(mapping.file).getFileName().toString()))
        .toList();
  }

  private static boolean isPython(String file) {
    return file.startsWith("python") || file.startsWith("libpython");
  }

  private static Optional<RuntimeSymbol> in(Path process, Mapping mapping) {
    Path file = fileOf(process, mapping);
    try {
      FileVersion version = version(file);
      Optional<ElfFile.Symbol> known = KNOWN.get(version);
      if (known != null && known.isEmpty()) {
        return Optional.empty();
      }
      try (ElfFile elf = ElfFile.open(file)) {
        Optional<ElfFile.Symbol> symbol = known != null ? known : elf.symbol(NAME);
        KNOWN.put(version, symbol);
        Optional<Long> shift = elf.shift(mapping.start, mapping.offset);
        return symbol.flatMap(
            one -> shift.map(by -> new RuntimeSymbol(one.address() + by, one.size())));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// A confined process may see other files than Duet does.
  private static Path fileOf(Path process, Mapping mapping) {
    Path seen = process.resolve("root").resolve(mapping.file.substring(1));
    return Files.isReadable(seen) ? seen : Path.of(mapping.file);
  }

  private static FileVersion version(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileVersion(
        String.valueOf(attributes.fileKey()),
        attributes.size(),
        attributes.lastModifiedTime().toMillis());
  }
}
