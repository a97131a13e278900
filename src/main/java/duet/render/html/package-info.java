/// Plays and reports as HTML pages that load nothing else.
@NullMarked
package duet.render.html;

import org.jspecify.annotations.NullMarked;
