package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes that know their line. Works on the parser's events, so that depth, size and
 * the expansion of aliases are bounded before anything is built.
 */
final class YamlReader {

    static final int MAX_LENGTH = 1_000_000;

    private final SourceFile file;
    private final List<Problem> problems = new ArrayList<>();

    private YamlReader(SourceFile file) {
        this.file = file;
    }

    /** The documents of one file, as far as they could be read. */
    record Documents(List<Node> roots, List<Problem> problems) {}

    static Documents read(SourceFile file) {
        return new YamlReader(file).read();
    }

    private Documents read() {
        if (file.content().length() > MAX_LENGTH) {
            problems.add(Problem.of(ProblemCode.TOO_LARGE, file.path(), Map.of("max", MAX_LENGTH)));
            return new Documents(List.of(), problems);
        }
        var builder = new NodeBuilder(file.path(), problems);
        try {
            var settings = LoadSettings.builder().setLabel(file.path()).build();
            for (var event : new Parse(settings).parseString(file.content())) {
                if (!builder.accept(event)) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(syntaxError(e));
        } catch (YamlEngineException e) {
            problems.add(Problem.of(ProblemCode.SYNTAX_ERROR, file.path(), message(e)));
        }
        return new Documents(builder.roots(), problems);
    }

    private Problem syntaxError(MarkedYamlEngineException e) {
        var at =
                e.getProblemMark()
                        .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                        .orElse("");
        return Problem.of(
                ProblemCode.SYNTAX_ERROR, file.path() + at, Map.of("message", e.getProblem()));
    }

    private static Map<String, Object> message(YamlEngineException e) {
        var message = e.getMessage();
        return message == null ? Map.of() : Map.of("message", message);
    }
}
