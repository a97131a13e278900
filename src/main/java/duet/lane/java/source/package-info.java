/// What can be told of Java source text without a compiler: which files belong to a script.
@NullMarked
package duet.lane.java.source;

import org.jspecify.annotations.NullMarked;
