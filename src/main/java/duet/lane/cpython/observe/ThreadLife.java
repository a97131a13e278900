package duet.lane.cpython.observe;

import java.util.Optional;

/// A thread of the script, as far as it was seen.
///
/// @param tid as in the lines that it printed
/// @param begin when it was started, or else when Duet heard of it; "go" for one that was there
///   before
/// @param end when it was found to have ended, or the time of the report
/// @param slices what it was seen to do; empty where the system does not show it
record ThreadLife(long tid, String name, long begin, long end, Optional<Slices> slices) {}
