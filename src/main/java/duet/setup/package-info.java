/// What makes Duet start fast: AOT caches, trained on real plays when Duet is built.
@NullMarked
package duet.setup;

import org.jspecify.annotations.NullMarked;
