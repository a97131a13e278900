/// The text of Python scripts, for the processes in which none of them runs.
@NullMarked
package duet.lane.python.source;

import org.jspecify.annotations.NullMarked;
