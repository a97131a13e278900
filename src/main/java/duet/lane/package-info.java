/// A lane: one language runtime that plays its script in a host, a child process of Duet.
@NullMarked
package duet.lane;

import org.jspecify.annotations.NullMarked;
