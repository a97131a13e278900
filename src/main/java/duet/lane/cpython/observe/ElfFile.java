package duet.lane.cpython.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A program or library in the format ELF, for 64 bits and little-endian (elf(5)). Only the parts
/// that are asked for are read.
final class ElfFile implements AutoCloseable {
  /// Where the fields lie in the file's header, in the header of a section and of a segment, and in
  /// a symbol; and how long these are.
  private static final int HEADER_BYTES = 64;

  private static final int TYPE = 16;
  private static final int SEGMENTS = 32;
  private static final int SECTIONS = 40;
  private static final int SEGMENT_COUNT = 56;
  private static final int SECTION_COUNT = 60;
  private static final int SEGMENT_BYTES = 56;
  private static final int SECTION_BYTES = 64;
  private static final int SYMBOL_BYTES = 24;

  private static final int MAGIC = 0x464c457f;
  private static final short CLASS_64_LITTLE = 0x0102;
  private static final short FIXED = 2; // ET_EXEC
  private static final int LOAD = 1; // PT_LOAD
  private static final int[] SYMBOL_TABLES = {11, 2}; // SHT_DYNSYM, SHT_SYMTAB
  private static final long PAGE = 4096;
  private static final long LONGEST_PART = 64 << 20;

  private final FileChannel file;
  private final ByteBuffer header;

  /// A symbol as the file gives it.
  ///
  /// @param address where it lies, before the file is loaded anywhere else
  /// @param size in bytes
  record Symbol(long address, long size) {}

  private ElfFile(FileChannel file, ByteBuffer header) {
    this.file = file;
    this.header = header;
  }

  /// @throws IOException when it cannot be read, or is no such file
  static ElfFile open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      ByteBuffer header = read(file, 0, HEADER_BYTES);
      if (header.getInt(0) != MAGIC || header.getShort(4) != CLASS_64_LITTLE) {
        throw new IOException(path + " is no 64-bit little-endian ELF file");
      }
      return new ElfFile(file, header);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// The symbol with this name that the file defines.
  Optional<Symbol> symbol(String name) throws IOException {
    int count = Short.toUnsignedInt(header.getShort(SECTION_COUNT));
    ByteBuffer sections = read(file, header.getLong(SECTIONS), (long) count * SECTION_BYTES);
    for (int table : SYMBOL_TABLES) {
      for (int i = 0; i < count; i++) {
        int section = i * SECTION_BYTES;
        int names = sections.getInt(section + 40) * SECTION_BYTES;
        if (sections.getInt(section + 4) == table && names < sections.limit()) {
          Optional<Symbol> found = symbol(name, part(sections, section), part(sections, names));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private ByteBuffer part(ByteBuffer sections, int section) throws IOException {
    return read(file, sections.getLong(section + 24), sections.getLong(section + 32));
  }

  private static Optional<Symbol> symbol(String name, ByteBuffer symbols, ByteBuffer names) {
    ByteBuffer wanted = ByteBuffer.wrap((name + "\0").getBytes(StandardCharsets.UTF_8));
    for (int at = 0; at + SYMBOL_BYTES <= symbols.limit(); at += SYMBOL_BYTES) {
      int begin = symbols.getInt(at);
      boolean isDefined = symbols.getShort(at + 6) != 0;
      if (isDefined
          && begin >= 0
          && begin + wanted.limit() <= names.limit()
          && names.slice(begin, wanted.limit()).equals(wanted)) {
        return Optional.of(new Symbol(symbols.getLong(at + 8), symbols.getLong(at + 16)));
      }
    }
    return Optional.empty();
  }

  /// How far a process has moved the file's addresses.
  ///
  /// @param start where the process has mapped a part of the file
  /// @param offset the offset of that part in the file
  Optional<Long> shift(long start, long offset) throws IOException {
    if (header.getShort(TYPE) == FIXED) {
      return Optional.of(0L);
    }
    int count = Short.toUnsignedInt(header.getShort(SEGMENT_COUNT));
    ByteBuffer segments = read(file, header.getLong(SEGMENTS), (long) count * SEGMENT_BYTES);
    for (int i = 0; i < count; i++) {
      int segment = i * SEGMENT_BYTES;
      if (segments.getInt(segment) == LOAD && page(segments.getLong(segment + 8)) == offset) {
        return Optional.of(start - page(segments.getLong(segment + 16)));
      }
    }
    return Optional.empty();
  }

  private static long page(long address) {
    return address & -PAGE;
  }

  private static ByteBuffer read(FileChannel file, long from, long length) throws IOException {
    if (from < 0 || length < 0 || length > LONGEST_PART) {
      throw new IOException("damaged ELF file");
    }
    ByteBuffer part = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    while (part.hasRemaining()) {
      if (file.read(part, from + part.position()) < 0) {
        throw new IOException("damaged ELF file");
      }
    }
    return part.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
