/// Duet in other programs: plays scenarios and returns their logs. Start at
/// [duet.embed.Playground]; tests with JUnit start at [duet.embed.PlayOf].
@NullMarked
package duet.embed;

import org.jspecify.annotations.NullMarked;
