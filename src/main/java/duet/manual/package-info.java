/// The manual's pages, and `help`, which shows them in a terminal.
@NullMarked
package duet.manual;

import org.jspecify.annotations.NullMarked;
