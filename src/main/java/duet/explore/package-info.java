/// Exploring: which schedules of a script are played, what they show, and the shortest of those
/// that fail. For every lane alike; a host only plays one schedule after another.
@NullMarked
package duet.explore;

import org.jspecify.annotations.NullMarked;
