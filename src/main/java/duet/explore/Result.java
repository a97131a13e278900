package duet.explore;

import duet.scenario.Grade;
import java.util.Optional;

/// What a schedule led to, in one respect.
///
/// @param aspect what the result is about; empty for the whole script
/// @param text the result: what is declared about it, or what was printed
/// @param grade empty where nothing is declared
/// @param isBroken whether it breaks what is declared, or is a failure in any script
public record Result(String aspect, String text, Optional<Grade> grade, boolean isBroken) {}
