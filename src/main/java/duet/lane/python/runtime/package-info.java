/// What GraalPy is started with: packages, confined files, the compiler, services for the prelude.
@NullMarked
package duet.lane.python.runtime;

import org.jspecify.annotations.NullMarked;
