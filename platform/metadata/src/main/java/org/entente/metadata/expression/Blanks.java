package org.entente.metadata.expression;

/** What {@code trim(x)} takes away at both ends: the code points that Unicode calls white space. */
public final class Blanks {

    /** All of them; each is one {@code char}. */
    public static final String ALL =
            "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
                    + "\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    private Blanks() {}

    /** The text without blanks at its ends. */
    public static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && ALL.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ALL.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
