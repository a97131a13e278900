/// The interactive side: a prompt for commands and for live code in both languages.
@NullMarked
package duet.repl;

import org.jspecify.annotations.NullMarked;
