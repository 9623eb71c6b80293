package org.entente.store;

import java.util.regex.Pattern;

/** The only names that may stand in the text of a statement: those that we made ourselves. */
public final class GeneratedName {

    private static final Pattern FORM = Pattern.compile("(t|e|f|r|ix|fk|uq|ck|sq)_[0-9a-z_]+");
    private static final int LONGEST = 63;

    private GeneratedName() {}

    /** The name itself; anything that we cannot have made throws. */
    public static String checked(String name) {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a generated name");
        }
        return name;
    }
}
