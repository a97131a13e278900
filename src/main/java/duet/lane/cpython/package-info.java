/// Lanes on the Pythons that are installed on this machine.
@NullMarked
package duet.lane.cpython;

import org.jspecify.annotations.NullMarked;
