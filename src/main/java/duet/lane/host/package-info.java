/// The child's side: what every host does, whichever language it plays. It takes its pipes, stamps
/// what the script prints, measures what it uses and ends with Duet.
@NullMarked
package duet.lane.host;

import org.jspecify.annotations.NullMarked;
