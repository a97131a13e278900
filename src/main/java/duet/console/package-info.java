/// The terminal or file that Duet writes to: its width, colours, columns and status line.
@NullMarked
package duet.console;

import org.jspecify.annotations.NullMarked;
