package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.FileType;
import org.entente.metadata.model.FieldType.ImageType;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles the types whose values are files: how large they may be, and of which kinds. */
final class AttachedCompiler {

    private static final String SIZE = "max_size";
    private static final String ACCEPT = "accept";
    private static final int MOST_KINDS = 50;
    private static final Pattern KIND =
            Pattern.compile("[a-z0-9][a-z0-9.+-]{0,60}/(\\*|[a-z0-9][a-z0-9.+-]{0,100})");

    private final Definition field;
    private final List<Problem> problems;

    private AttachedCompiler(Definition field, List<Problem> problems) {
        this.field = field;
        this.problems = problems;
    }

    static Optional<FieldType> file(Definition field, List<Problem> problems) {
        var compiler = new AttachedCompiler(field, problems);
        var kinds = compiler.kinds(kind -> KIND.matcher(kind).matches());
        return compiler.size().flatMap(size -> kinds.map(fit -> new FileType(size, fit)));
    }

    static Optional<FieldType> image(Definition field, List<Problem> problems) {
        var compiler = new AttachedCompiler(field, problems);
        var kinds = compiler.kinds(ImageType.KINDS::contains);
        return compiler.size()
                .flatMap(size ->
                        kinds.map(
                                fit -> new ImageType(size, fit.isEmpty() ? ImageType.KINDS : fit)));
    }

    private Optional<Integer> size() {
        var size = field.whole(SIZE, Attached.USUAL_SIZE);
        if (size >= 1 && size <= Attached.LARGEST_SIZE) {
            return Optional.of(size);
        }
        problems.add(
                Problem.of(
                        ProblemCode.OUT_OF_RANGE,
                        field.place(SIZE),
                        Map.of("name", SIZE, "min", 1, "max", Attached.LARGEST_SIZE)));
        return Optional.empty();
    }

    private Optional<List<String>> kinds(java.util.function.Predicate<String> isKnown) {
        var kinds = new ArrayList<String>();
        var fit = true;
        for (Scalar item : field.items(ACCEPT)) {
            var kind = String.valueOf(item.value());
            if (isKnown.test(kind) && kinds.size() < MOST_KINDS) {
                kinds.add(kind);
            } else {
                fit = false;
                problems.add(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                item.place(),
                                Map.of("name", ACCEPT, "value", kind)));
            }
        }
        return fit ? Optional.of(List.copyOf(kinds)) : Optional.empty();
    }
}
