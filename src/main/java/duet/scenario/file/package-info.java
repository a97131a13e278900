/// How Duet reads the files that somebody wrote for a scenario, shows their names, and replaces
/// files.
@NullMarked
package duet.scenario.file;

import org.jspecify.annotations.NullMarked;
