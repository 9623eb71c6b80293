package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads the {@code edits} of a change set's body. */
public final class EditReader {

    private static final int MAX_EDITS = 1_000;

    private final List<Problem> problems = new ArrayList<>();

    private EditReader() {}

    /**
     * The edits, or problems at {@code /edits/0/op}.
     *
     * @param edits what stands under {@code edits}, as a JSON parser gives it
     */
    public static Outcome<List<Edit>> read(@Nullable Object edits) {
        if (!(edits instanceof List<?> list)) {
            var code = edits == null ? ProblemCode.REQUIRED : ProblemCode.WRONG_TYPE;
            return Outcome.refused(Problem.of(code, "/edits", Map.of("expected", "list")));
        }
        if (list.size() > MAX_EDITS) {
            return Outcome.refused(
                    Problem.of(ProblemCode.TOO_MANY, "/edits", Map.of("max", MAX_EDITS)));
        }
        return new EditReader().readAll(list);
    }

    private Outcome<List<Edit>> readAll(List<?> list) {
        var edits = new ArrayList<Edit>();
        for (var item : list) {
            read(item, "/edits/" + edits.size()).ifPresent(edits::add);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
        }
        return Outcome.done(List.copyOf(edits));
    }

    private Optional<Edit> read(@Nullable Object item, String at) {
        if (!(item instanceof Map<?, ?> edit)) {
            problems.add(Problem.of(ProblemCode.WRONG_TYPE, at, Map.of("expected", "mapping")));
            return Optional.empty();
        }
        var op = text(edit, "op", at);
        var path = text(edit, "path", at);
        if (op.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        return switch (op.get()) {
            case "put" -> put(edit, path.get(), at);
            case "remove" -> {
                checkKeywords(edit, Set.of("op", "path"), at);
                yield Optional.of(new Edit.Remove(path.get()));
            }
            case "rename" -> {
                checkKeywords(edit, Set.of("op", "path", "to"), at);
                yield text(edit, "to", at).map(to -> new Edit.Rename(path.get(), to));
            }
            default -> {
                problems.add(
                        Problem.of(
                                ProblemCode.UNKNOWN_OPTION,
                                at + "/op",
                                Map.of("known", List.of("put", "remove", "rename"))));
                yield Optional.empty();
            }
        };
    }

    private Optional<Edit> put(Map<?, ?> edit, String path, String at) {
        checkKeywords(edit, Set.of("op", "path", "value", "on_failure"), at);
        if (!edit.containsKey("value")) {
            problems.add(Problem.of(ProblemCode.REQUIRED, at + "/value"));
        }
        return Optional.of(new Edit.Put(path, edit.get("value"), emptying(edit, at)));
    }

    private boolean emptying(Map<?, ?> edit, String at) {
        var word = edit.get("on_failure");
        if (word != null && !Set.of("refuse", "empty").contains(word)) {
            problems.add(
                    Problem.of(
                            ProblemCode.UNKNOWN_OPTION,
                            at + "/on_failure",
                            Map.of("known", List.of("refuse", "empty"))));
        }
        return "empty".equals(word);
    }

    private void checkKeywords(Map<?, ?> edit, Set<String> known, String at) {
        edit.keySet().stream()
                .map(String::valueOf)
                .filter(word -> !known.contains(word))
                .forEach(word ->
                        problems.add(
                                Problem.of(
                                        ProblemCode.UNKNOWN_KEYWORD,
                                        PlainTree.Places.POINTER.below(at, word),
                                        Map.of("known", known.stream().sorted().toList()))));
    }

    private Optional<String> text(Map<?, ?> edit, String name, String at) {
        var value = edit.get(name);
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        var code = value == null ? ProblemCode.REQUIRED : ProblemCode.WRONG_TYPE;
        problems.add(Problem.of(code, at + "/" + name, Map.of("expected", "text")));
        return Optional.empty();
    }
}
