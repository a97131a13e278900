/// Batches: many scenarios played after each other and beside each other, and one report of them.
@NullMarked
package duet.batch;

import org.jspecify.annotations.NullMarked;
