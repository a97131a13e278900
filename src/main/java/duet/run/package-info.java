/// Plays a scenario: starts a host for each lane, waits until all are ready, tells them to go, and
/// follows each run to its end.
@NullMarked
package duet.run;

import org.jspecify.annotations.NullMarked;
