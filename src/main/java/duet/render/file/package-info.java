/// Plays and reports in the formats of other tools.
@NullMarked
package duet.render.file;

import org.jspecify.annotations.NullMarked;
