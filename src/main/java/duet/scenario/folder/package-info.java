/// The folders of Duet and of its user on disk.
@NullMarked
package duet.scenario.folder;

import org.jspecify.annotations.NullMarked;
