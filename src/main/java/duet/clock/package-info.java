/// What time it is, and how long something takes.
@NullMarked
package duet.clock;

import org.jspecify.annotations.NullMarked;
