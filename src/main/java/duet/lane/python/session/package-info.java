/// A live Python session.
@NullMarked
package duet.lane.python.session;

import org.jspecify.annotations.NullMarked;
