package org.entente.spi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value other than null. Two are equal when they say the same, whatever the order of members
 * and the spelling of numbers.
 *
 * @param tree {@link String}, {@link Boolean}, {@link BigDecimal}, {@link java.util.List} or {@link
 *     Map} by name, with nulls at most within
 */
public record Json(Object tree) {

    public Json {
        var plain = plain(tree);
        if (plain == null) {
            throw new IllegalArgumentException("no value");
        }
        tree = plain;
    }

    private static @Nullable Object plain(@Nullable Object node) {
        return switch (node) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case BigDecimal number -> exact(number);
            case Number number -> exact(new BigDecimal(number.toString()));
            case Iterable<?> items -> {
                var list = new ArrayList<@Nullable Object>();
                items.forEach(item -> list.add(plain(item)));
                yield Collections.unmodifiableList(list);
            }
            case Map<?, ?> members -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                members.forEach((name, value) -> map.put(String.valueOf(name), plain(value)));
                yield Collections.unmodifiableMap(map);
            }
            default -> throw new IllegalArgumentException("not of JSON: " + node.getClass());
        };
    }

    private static BigDecimal exact(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
