package other;

public class Helper {}
