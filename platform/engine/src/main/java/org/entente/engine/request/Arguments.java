package org.entente.engine.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, read one by one; what does not fit is collected and never thrown.
 *
 * <p>A member that is null counts as missing.
 */
public final class Arguments {

    private final String pointer;
    private final Map<String, @Nullable Object> members;
    private final List<Problem> problems = new ArrayList<>();

    private Arguments(String pointer, Map<String, @Nullable Object> members) {
        this.pointer = pointer;
        this.members = members;
    }

    /** Reads an object; anything else is WRONG_TYPE at the pointer. */
    public static Arguments of(@Nullable Object json, String pointer) {
        if (json instanceof Map<?, ?> map) {
            return new Arguments(pointer, textKeys(map));
        }
        var arguments = new Arguments(pointer, Map.of());
        arguments.wrongType(pointer, "object");
        return arguments;
    }

    private static Map<String, @Nullable Object> textKeys(Map<?, ?> map) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> members.put(String.valueOf(key), value));
        return members;
    }

    /** Refuses members of other names than these. */
    public Arguments only(String... names) {
        var known = Set.of(names);
        for (var name : members.keySet()) {
            if (!known.contains(name)) {
                problem(ProblemCode.UNKNOWN_PARAMETER, pointer + "/" + name, Map.of("name", name));
            }
        }
        return this;
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The member as it came. */
    public @Nullable Object raw(String name) {
        return members.get(name);
    }

    public Optional<String> text(String name) {
        var value = members.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        wrongType(pointer + "/" + name, "text");
        return Optional.empty();
    }

    /** The text; REQUIRED when missing. */
    public String requiredText(String name) {
        var text = text(name);
        if (!has(name)) {
            problem(ProblemCode.REQUIRED, pointer + "/" + name, Map.of("name", name));
        }
        return text.orElse("");
    }

    public Optional<Boolean> flag(String name) {
        var value = members.get(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        wrongType(pointer + "/" + name, "boolean");
        return Optional.empty();
    }

    public Optional<Long> integer(String name) {
        var value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        var number = whole(value);
        if (number.isEmpty()) {
            wrongType(pointer + "/" + name, "integer");
        }
        return number;
    }

    private static Optional<Long> whole(Object value) {
        try {
            return switch (value) {
                case Integer number -> Optional.of(number.longValue());
                case Long number -> Optional.of(number);
                case BigInteger number -> Optional.of(number.longValueExact());
                case BigDecimal number -> Optional.of(number.longValueExact());
                default -> Optional.empty();
            };
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** The list; empty when missing. */
    public List<@Nullable Object> list(String name) {
        var value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return new ArrayList<@Nullable Object>(list);
        }
        wrongType(pointer + "/" + name, "list");
        return List.of();
    }

    /** The texts of a list; one text alone is split at commas. */
    public Optional<List<String>> texts(String name) {
        var value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(List.of(text.split(",", -1)).stream().map(String::strip).toList());
        }
        var texts = new ArrayList<String>();
        for (var item : list(name)) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                wrongType(pointer + "/" + name + "/" + texts.size(), "text");
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    /** The object; empty when missing. */
    public Map<String, @Nullable Object> object(String name) {
        var value = members.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return textKeys(map);
        }
        wrongType(pointer + "/" + name, "object");
        return Map.of();
    }

    /** Adds a problem that the reader of the request found itself, at a member. */
    public void problem(ProblemCode code, String at, Map<String, Object> details) {
        problems.add(Problem.of(code, at, details));
    }

    /** Where this object stands. */
    public String pointer() {
        return pointer;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The value when nothing was wrong. */
    public <T> Outcome<T> outcome(java.util.function.Supplier<T> value) {
        return problems.isEmpty() ? Outcome.done(value.get()) : Outcome.refused(problems);
    }

    private void wrongType(String at, String expected) {
        problem(ProblemCode.WRONG_TYPE, at, Map.of("expected", expected));
    }
}
