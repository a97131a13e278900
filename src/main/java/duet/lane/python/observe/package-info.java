/// Observes a Python script's threads: the GIL's history, states and places.
@NullMarked
package duet.lane.python.observe;

import org.jspecify.annotations.NullMarked;
