/// Duet plays one concurrency experiment in two languages at the same moment, on one clock. Here it
/// is started, and here its exit codes are decided.
@NullMarked
package duet;

import org.jspecify.annotations.NullMarked;
