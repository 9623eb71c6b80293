package org.entente.launcher.demo;

import java.util.Map;

/** Texts with names in braces. */
public final class Template {
    private Template() {}

    /** The text with its names filled in, and line breaks where it says so. */
    public static String fill(String text, Map<String, String> names) {
        var filled = text.replace("\\n", "\n");
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled.replaceAll(" {2,}", " ").strip();
    }
}
