/// A course: modules in their order. Its rooms depend on each other in one direction:
///
/// ```
/// reading → exercise → learner → lesson
///                        check → lesson
/// grade
/// ```
///
/// `lesson` is what the text of a lesson says, `learner` what a learner works with, `exercise` and
/// `reading` what the learner does, `check` what an author has checked, `grade` what a teacher has
/// graded.
@NullMarked
package duet.course;

import org.jspecify.annotations.NullMarked;
