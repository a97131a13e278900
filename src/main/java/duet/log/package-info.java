/// The saved format: JSON lines of plays, batches and series, how they are written and read.
@NullMarked
package duet.log;

import org.jspecify.annotations.NullMarked;
