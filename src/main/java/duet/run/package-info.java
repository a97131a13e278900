/// Plays: hosts are started, made ready, told to go at the same moment, and followed to their end.
@NullMarked
package duet.run;

import org.jspecify.annotations.NullMarked;
