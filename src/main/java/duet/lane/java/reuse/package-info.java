/// Whether a Java host can play another script as if it were its first.
@NullMarked
package duet.lane.java.reuse;

import org.jspecify.annotations.NullMarked;
