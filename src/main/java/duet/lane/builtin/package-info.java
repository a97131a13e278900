/// Which lanes Duet has.
@NullMarked
package duet.lane.builtin;

import org.jspecify.annotations.NullMarked;
