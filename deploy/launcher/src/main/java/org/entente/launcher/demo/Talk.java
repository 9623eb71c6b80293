package org.entente.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people say to each other on an occasion: a channel, a direction, a subject and a text. */
public record Talk(String occasion, String kind, String direction, String subject, String body) {
    /** The talks of a list, by occasion. */
    public static Map<String, List<Talk>> read(String list) {
        return Words.rows(list, 5).stream()
                .map(row -> new Talk(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                .collect(Collectors.groupingBy(Talk::occasion));
    }
}
