/// The Python lane: GraalPy, in a fresh engine and context for each run.
@NullMarked
package duet.lane.python;

import org.jspecify.annotations.NullMarked;
