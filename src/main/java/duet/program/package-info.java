/// What a run of Duet works with: where it lives, its console, environment, clock and hosts.
@NullMarked
package duet.program;

import org.jspecify.annotations.NullMarked;
