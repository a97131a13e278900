/// Plays, reports, lessons and sources on a terminal.
@NullMarked
package duet.render.terminal;

import org.jspecify.annotations.NullMarked;
