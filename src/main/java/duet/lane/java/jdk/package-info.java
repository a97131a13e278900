/// What no public method of the JDK reaches.
@NullMarked
package duet.lane.java.jdk;

import org.jspecify.annotations.NullMarked;
