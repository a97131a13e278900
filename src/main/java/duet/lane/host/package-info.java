/// The host's side of a lane: what every host does, whichever language it plays. It opens the pipes
/// to Duet, stamps what the script prints, measures what the script uses, and ends with Duet.
@NullMarked
package duet.lane.host;

import org.jspecify.annotations.NullMarked;
