package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** The problems of one text, each with its place in it. */
final class Findings {

    private static final int MOST = 10;

    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String text) {
        this.text = text;
    }

    List<Problem> problems() {
        return problems;
    }

    void report(ProblemCode code, String reason, int position, Map<String, Object> facts) {
        if (problems.size() < MOST) {
            var details = new LinkedHashMap<>(facts);
            details.put("reason", reason);
            locate(position, details);
            problems.add(Problem.of(code, "", details));
        }
    }

    void type(String reason, int position, Map<String, Object> facts) {
        report(ProblemCode.TYPE_ERROR, reason, position, facts);
    }

    private void locate(int position, Map<String, Object> details) {
        var line = 1;
        var column = 1;
        var passed = 0;
        for (var i = 0; i < text.length() && passed < position; passed++) {
            var point = text.codePointAt(i);
            line = point == '\n' ? line + 1 : line;
            column = point == '\n' ? 1 : column + 1;
            i += Character.charCount(point);
        }
        details.put("position", passed);
        details.put("line", line);
        details.put("column", column);
    }
}
