/// Options that the command line and a lesson's `duet` blocks have in common.
@NullMarked
package duet.options;

import org.jspecify.annotations.NullMarked;
