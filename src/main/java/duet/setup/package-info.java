/// What makes Duet start fast, made once when it is built: AOT caches, trained on real plays.
@NullMarked
package duet.setup;

import org.jspecify.annotations.NullMarked;
