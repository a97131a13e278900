/// An exercise that a learner works on and has checked.
@NullMarked
package duet.course.exercise;

import org.jspecify.annotations.NullMarked;
