/// The command line: commands, options and help, and the code that connects them to the rest.
@NullMarked
package duet.cli;

import org.jspecify.annotations.NullMarked;
