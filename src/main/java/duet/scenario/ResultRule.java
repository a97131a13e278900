package duet.scenario;

import java.util.regex.Pattern;

/// A rule that recognizes one result of a scenario. A scenario may have several aspects. In every
/// run each aspect has one result: that of the first rule that matches.
///
/// @param aspect what the result is about, such as `x += 1`
/// @param line the pattern of a line of standard output
/// @param is the name of the result
public record ResultRule(String aspect, Pattern line, String is, Grade grade) {}
