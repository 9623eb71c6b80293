package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a column go.
 *
 * @param field name of the field
 * @param part of an address or of money, such as {@code city}
 * @param by the unique field of the record that a reference leads to
 * @param entity which entity a reference to a trait leads to
 * @param nulls texts that stand for no value, beside an empty cell; in lower case
 * @param format how numbers ({@code fr}, {@code en}) or dates ({@code dd/MM/yyyy}) are written;
 *     without one, as on the wire
 */
record Target(
        String field,
        Optional<String> part,
        Optional<String> by,
        Optional<String> entity,
        Set<String> nulls,
        Optional<String> format) {
    Target {
        nulls = Set.copyOf(nulls);
    }

    static Target of(String field) {
        return new Target(
                field,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    Target withPart(String part) {
        return new Target(field, Optional.of(part), by, entity, nulls, format);
    }

    Target withBy(String unique) {
        return new Target(field, part, Optional.of(unique), entity, nulls, format);
    }

    Target withFormat(String written) {
        return new Target(field, part, by, entity, nulls, Optional.of(written));
    }

    Target withoutNumberFormat() {
        return format.filter(f -> f.equals(Spelling.FRENCH) || f.equals(Spelling.ENGLISH))
                        .isPresent()
                ? new Target(field, part, by, entity, nulls, Optional.empty())
                : this;
    }

    boolean isNull(String cell) {
        return cell.isBlank() || nulls.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** The field, with its part. */
    String path() {
        return part.map(p -> field + "." + p).orElse(field);
    }

    /** As in a mapping: a text, or an object when there is more to say than the field. */
    Object toJson() {
        if (by.isEmpty() && format.isEmpty() && nulls.isEmpty() && entity.isEmpty()) {
            return path();
        }
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("field", path());
        by.ifPresent(unique -> tree.put("by", unique));
        entity.ifPresent(name -> tree.put("entity", name));
        format.ifPresent(written -> tree.put("format", written));
        if (!nulls.isEmpty()) {
            tree.put("null", nulls.stream().sorted().toList());
        }
        return tree;
    }

    /** Whether two columns may both go here: only different parts of one value may. */
    boolean clashes(Map<String, Target> others) {
        return others.values().stream()
                .anyMatch(other ->
                        other.field().equals(field)
                                && (other.part().equals(part)
                                        || other.part().isEmpty()
                                        || part.isEmpty()));
    }
}
