/// Plays a Java script by the schedules that Duet chooses.
@NullMarked
package duet.lane.java.explore;

import org.jspecify.annotations.NullMarked;
