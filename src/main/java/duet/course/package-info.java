/// A course: a folder of modules, in their order. Its rooms read, practise, grade and check it.
@NullMarked
package duet.course;

import org.jspecify.annotations.NullMarked;
