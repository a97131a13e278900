/// Whether a course is sound.
@NullMarked
package duet.course.check;

import org.jspecify.annotations.NullMarked;
