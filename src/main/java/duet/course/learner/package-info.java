/// What a learner works with: the terminal, the player, the progress and Duet's messages.
@NullMarked
package duet.course.learner;

import org.jspecify.annotations.NullMarked;
