/// One schedule of a Java script while it is played: whose turn it is, and what everybody waits
/// for.
@NullMarked
package duet.lane.java.explore.schedule;

import org.jspecify.annotations.NullMarked;
