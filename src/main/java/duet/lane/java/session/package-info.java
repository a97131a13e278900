/// A live Java session, on JShell.
@NullMarked
package duet.lane.java.session;

import org.jspecify.annotations.NullMarked;
