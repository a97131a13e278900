/// Observes a Java script's threads: states, places, locks and exceptions.
@NullMarked
package duet.lane.java.observe;

import org.jspecify.annotations.NullMarked;
