/// The child's end of the pipe: what every host does, whichever language it plays. It takes file
/// descriptor 1 for the protocol, stamps what the script prints, measures what it uses and ends
/// with Duet.
@NullMarked
package duet.lane.host;

import org.jspecify.annotations.NullMarked;
