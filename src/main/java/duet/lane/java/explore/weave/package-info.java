/// Rewrites the classes of an explored script, and copies of the JDK's classes for concurrency, so
/// that their threads take turns.
@NullMarked
package duet.lane.java.explore.weave;

import org.jspecify.annotations.NullMarked;
