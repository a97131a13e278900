/// What the text of a lesson says: its sections, its commands, its figures and the answers to its
/// questions.
@NullMarked
package duet.course.lesson;

import org.jspecify.annotations.NullMarked;
