/// Where Duet and what is its user's lie on disk.
@NullMarked
package duet.scenario.folder;

import org.jspecify.annotations.NullMarked;
