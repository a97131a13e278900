/// Compiles a Java script in memory, loads its classes and finds its main method.
@NullMarked
package duet.lane.java.compile;

import org.jspecify.annotations.NullMarked;
