/// The interactive prompt, for commands and for live code in every language.
@NullMarked
package duet.repl;

import org.jspecify.annotations.NullMarked;
