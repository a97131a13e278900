/// What two runs have in common and where they differ: pure functions of the runs.
@NullMarked
package duet.compare;

import org.jspecify.annotations.NullMarked;
