/// Observes a CPython process from Duet's side, through Linux's `/proc`: what its threads do, which
/// of them wait for the GIL, and whether they can ever go on.
@NullMarked
package duet.lane.cpython.observe;

import org.jspecify.annotations.NullMarked;
