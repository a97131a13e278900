/// Which system calls confined hosts may make, and the programs for the kernel that see to it.
@NullMarked
package duet.lane.seccomp;

import org.jspecify.annotations.NullMarked;
