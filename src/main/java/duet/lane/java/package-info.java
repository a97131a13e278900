/// The Java lane: a script is compiled in memory and run in a class loader of its own.
@NullMarked
package duet.lane.java;

import org.jspecify.annotations.NullMarked;
