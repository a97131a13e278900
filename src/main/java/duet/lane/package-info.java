/// A lane: one language runtime that plays its script in a host, a child process of Duet. Here are
/// the words that Duet and a host exchange, and Duet's end of the pipe; `duet.lane.host` is the
/// other end.
@NullMarked
package duet.lane;

import org.jspecify.annotations.NullMarked;
