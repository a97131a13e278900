/// Duet plays one concurrency experiment in two languages at the same time, on one clock. This
/// package starts it.
@NullMarked
package duet;

import org.jspecify.annotations.NullMarked;
