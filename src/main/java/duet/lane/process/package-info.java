/// Duet's side of a lane: starts hosts, confines them, talks to them and ends them.
@NullMarked
package duet.lane.process;

import org.jspecify.annotations.NullMarked;
