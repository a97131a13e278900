package duet.scenario;

import java.util.regex.Pattern;

/// How one result of a scenario is recognized. A scenario may have several aspects, each of which
/// has a result in every run: that of the first rule that applies.
///
/// @param aspect what is looked at, such as `x += 1`
/// @param line is found in a line of the run's standard output
/// @param is what the result is called
public record ResultRule(String aspect, Pattern line, String is, Grade grade) {}
