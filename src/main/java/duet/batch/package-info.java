/// Batches: many scenarios, several at a time, and one log of all.
@NullMarked
package duet.batch;

import org.jspecify.annotations.NullMarked;
