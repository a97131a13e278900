/// The methods that the rewritten code of scripts calls. This is the only package of Duet that a
/// script can see, so they hold nothing and tell nothing.
@NullMarked
package duet.lane.java.woven;

import org.jspecify.annotations.NullMarked;
