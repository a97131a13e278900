/// How Duet reads the files that somebody wrote for a scenario, and shows their names.
@NullMarked
package duet.scenario.file;

import org.jspecify.annotations.NullMarked;
