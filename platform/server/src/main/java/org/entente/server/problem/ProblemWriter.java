package org.entente.server.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Words problems as documents of RFC 9457. */
public final class ProblemWriter {

    /** Their bodies are one constant per language, so that two of them tell nothing apart. */
    private static final Set<ProblemCode> CONSTANT =
            Set.of(ProblemCode.NOT_FOUND, ProblemCode.UNAUTHENTICATED, ProblemCode.INTERNAL);

    private static final List<String> OF_STALE = List.of("current", "differing");

    private final ProblemTexts texts;

    public ProblemWriter(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The document of a refusal; its status and code are those of the first problem. */
    public ProblemDocument document(List<Problem> problems, Locale language) {
        return document(problems, Statuses.of(problems.getFirst().code()), language);
    }

    /** The document of one problem. */
    public ProblemDocument document(ProblemCode code, Locale language) {
        return document(List.of(Problem.of(code)), language);
    }

    /** The document of a refusal whose status is that of the whole call. */
    public ProblemDocument document(List<Problem> problems, int status, Locale language) {
        var first = problems.getFirst();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:entente:problem:" + first.code().text());
        body.put("title", texts.title(first.code(), language));
        body.put("status", status);
        if (CONSTANT.contains(first.code())) {
            body.put("detail", text(first.code(), language));
            body.put("code", first.code().text());
            return new ProblemDocument(status, body);
        }
        body.put("detail", texts.message(first, language));
        body.put("code", first.code().text());
        if (first.code() == ProblemCode.STALE) {
            copy(first.details(), body);
        }
        body.put("errors", errors(problems, language));
        return new ProblemDocument(status, body);
    }

    /** Problems as a list for a document that is no refusal, such as a plan. */
    public List<Map<String, Object>> errors(List<Problem> problems, Locale language) {
        return problems.stream().map(problem -> error(problem, language)).toList();
    }

    private Map<String, Object> error(Problem problem, Locale language) {
        var error = new LinkedHashMap<String, Object>();
        error.put("pointer", problem.at());
        error.put("code", code(problem));
        error.put("message", texts.message(problem, language));
        error.put(
                "params",
                problem.code() == ProblemCode.STALE ? Map.of() : new TreeMap<>(problem.details()));
        return error;
    }

    /** A rule's name is the code of its breach. */
    private static String code(Problem problem) {
        return problem.code() == ProblemCode.RULE_BROKEN
                ? String.valueOf(problem.details().getOrDefault("rule", problem.code().text()))
                : problem.code().text();
    }

    private String text(ProblemCode code, Locale language) {
        return texts.message(Problem.of(code), language);
    }

    private static void copy(Map<String, Object> details, Map<String, Object> body) {
        for (var name : OF_STALE) {
            var value = details.get(name);
            if (value != null) {
                body.put(name, value);
            }
        }
    }
}
