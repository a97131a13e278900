/// Scenarios: what can be played, where its sources are, and what its author declared about it.
@NullMarked
package duet.scenario;

import org.jspecify.annotations.NullMarked;
