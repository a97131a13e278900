/// Which scenarios and modules there are, found in folders of scripts.
@NullMarked
package duet.scenario.found;

import org.jspecify.annotations.NullMarked;
