/// The course: lessons, predictions, exercises and progress, and whether a course is sound.
@NullMarked
package duet.course;

import org.jspecify.annotations.NullMarked;
