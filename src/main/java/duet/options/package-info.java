/// Options that the command line and a lesson's `duet` blocks share.
@NullMarked
package duet.options;

import org.jspecify.annotations.NullMarked;
