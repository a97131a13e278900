/// What authors declare in YAML about their scenarios, and how it is read.
@NullMarked
package duet.scenario.declared;

import org.jspecify.annotations.NullMarked;
