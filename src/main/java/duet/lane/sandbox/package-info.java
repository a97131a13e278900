/// The confinement of hosts that play other people's scripts: what they see, and as whom they run.
@NullMarked
package duet.lane.sandbox;

import org.jspecify.annotations.NullMarked;
