/// How plays look. Everything here takes data and something to write to; width, colours and clock
/// are handed in.
@NullMarked
package duet.render;

import org.jspecify.annotations.NullMarked;
