package org.entente.metadata.expression;

/**
 * Every operation of the language that is null on null (strict), total, and a function of its
 * arguments alone. What each one means is said in one place, MODEL.md; {@code store} renders each
 * to SQL and {@code engine} evaluates each in memory, both by an exhaustive switch over this list.
 */
public enum Function {
    // comparison: same type on both sides (numbers mix); answers BOOLEAN
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    // arithmetic on numbers; DIVIDE always DECIMAL; REMAINDER is truncated
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    NEGATE,
    ROUND,
    ABS,
    // the smaller or greater of two or more arguments of one ordered type
    MIN,
    MAX,
    // text
    CONCAT,
    LOWER,
    UPPER,
    TRIM,
    FOLD,
    SIZE,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    // on a list of several values, which is never null: how many; whether one is among them
    LENGTH,
    HAS,
    // conversions: text(x) of number, boolean, date, date-time, text, choice (its name);
    // number(text)
    TO_TEXT,
    TO_NUMBER,
    // an integer as a decimal, where a formula says that it is one
    TO_DECIMAL,
    // dates: parts of a DATE, or of a DATE_TIME in the tenant's zone; weekday 1 is Monday
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    ADD_DAYS,
    ADD_MONTHS,
    DAYS_BETWEEN,
    TO_DATE,
    // date-times and durations
    ADD_DURATION,
    SUBTRACT_DURATION,
    ELAPSED,
    // the start of the day, week (Monday), month, quarter, year: DATE of a DATE or a DATE_TIME in
    // the
    // tenant's zone
    START_OF_DAY,
    START_OF_WEEK,
    START_OF_MONTH,
    START_OF_QUARTER,
    START_OF_YEAR;

    /**
     * What CONTAINS searches for has at most so many code points; for a longer text its answer is
     * null.
     */
    public static final int LONGEST_SEARCHED = 1_000;
}
