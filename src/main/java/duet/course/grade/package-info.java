/// What a class has handed in, and the table of grades.
@NullMarked
package duet.course.grade;

import org.jspecify.annotations.NullMarked;
