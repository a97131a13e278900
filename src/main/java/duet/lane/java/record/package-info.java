/// What Duet notes of a script, or asks of it, through the calls that it has put into the script's
/// code. Scripts cannot reach this package; the calls are in [duet.lane.java.woven].
@NullMarked
package duet.lane.java.record;

import org.jspecify.annotations.NullMarked;
