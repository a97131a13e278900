/// Plays and reports as pages that need nothing else.
@NullMarked
package duet.render.html;

import org.jspecify.annotations.NullMarked;
