/// Words and labels that every way of showing a play uses.
@NullMarked
package duet.render;

import org.jspecify.annotations.NullMarked;
