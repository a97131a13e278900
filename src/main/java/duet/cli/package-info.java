/// The command line: commands, options, help, and what they are wired to.
@NullMarked
package duet.cli;

import org.jspecify.annotations.NullMarked;
