/// How Duet reads the files that somebody wrote for a scenario.
@NullMarked
package duet.scenario.file;

import org.jspecify.annotations.NullMarked;
