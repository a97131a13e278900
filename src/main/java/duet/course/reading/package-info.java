/// A course as a learner reads it: contents, lessons and predictions.
@NullMarked
package duet.course.reading;

import org.jspecify.annotations.NullMarked;
